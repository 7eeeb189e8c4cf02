package io.github.espial.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.context.ContextProblem;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import io.github.espial.store.DecompressionLimit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no output of a machine, is large, or is made to hurt: one line says so. */
class BadWordsTest {
    private static final int DEEP = 100_000;

    @TempDir
    private Path folder = Path.of("");

    /** The same octets again and again, as far as one reads. */
    private static final class Repeated extends InputStream {
        private final byte[] part;
        private final long length;
        private long at;

        Repeated(String part, long length) {
            this.part = part.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            return at == length ? -1 : part[(int) (at++ % part.length)];
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            int count = (int) Math.min(most, length - at);
            for (int i = 0; i < count; i++) {
                into[offset + i] = part[(int) (at++ % part.length)];
            }
            return count == 0 && most > 0 ? -1 : count;
        }
    }

    private void refuses(String text, String saying) throws IOException {
        Path file = Files.writeString(folder.resolve("words.txt"), text);
        Intake intake = new Intake(DecompressionLimit.USUAL);
        assertThatThrownBy(() -> intake.add(file, "words.txt"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(saying)
                .message()
                .doesNotContain("\n")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[,]", "{\"dst\":,}"})
    void deepJsonIsNotRead(String nesting) throws IOException {
        int comma = nesting.indexOf(',');
        refuses(
                nesting.substring(0, comma).repeat(DEEP)
                        + "1"
                        + nesting.substring(comma + 1).repeat(DEEP),
                "JSON, not read");
    }

    @Test
    void routesInDeepJsonBreakOff() throws IOException {
        String deep = "[{\"dst\":\"default\",\"metrics\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}]";
        assertThat(ContextReader.read("deep", new Repeated(deep, deep.length())).problems())
                .map(ContextProblem::text)
                .containsExactly("JSON breaks off");
    }

    @Test
    void xmlIsReadWithoutItsEntities() throws IOException {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol0 \"lol\">\n");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY lol").append(i).append(" \"");
            laughs.append(("&lol" + (i - 1) + ";").repeat(10)).append("\">\n");
        }
        laughs.append("]>\n<opnsense><system><hostname>&lol9;</hostname></system></opnsense>\n");
        refuses(laughs.toString(), "XML, not read");
    }

    @Test
    void octetsThatAreNoTextAreNoWords() throws IOException {
        byte[] octets = new byte[1 << 20];
        new Random(1).nextBytes(octets);
        Path file = Files.write(folder.resolve("words.txt"), octets);
        Intake intake = new Intake(DecompressionLimit.USUAL);
        intake.add(file, "words.txt");
        assertThat(intake.files().contexts()).isEmpty();
    }

    @Test
    void aLineOfFiftyMegaoctetsIsALine() throws IOException {
        ContextFile read = ContextReader.read("one", new Repeated("10.0.0.0/8 via a b c ", 50L << 20));
        assertThat(read.isRecognised()).isFalse();
        assertThat(read.unrecognised()).map(range -> range.last()).containsExactly(1);
    }

    @Test
    void readingEndsInTextThatMeansNothing() throws IOException {
        ContextFile read =
                ContextReader.read("log", new Repeated("Jan  5 10:11:12 host: nothing of note\n", 200L << 20));
        assertThat(read.problems())
                .map(ContextProblem::text)
                .singleElement()
                .asString()
                .startsWith("not read from here on");
    }

    /** A support file has its tables between logs. */
    @Test
    void readingGoesOnAfterALogOfUsualLength() throws IOException {
        String log = "Jan  5 10:11:12 host kernel: nothing of note\n".repeat(4_000);
        Path file = Files.writeString(
                folder.resolve("words.txt"), log + "default via 192.0.2.1 dev eth0\n" + log + "10.1.0.0/16 dev eth1\n");
        assertThat(ContextReader.read(file).entries().routes()).hasSize(2);
    }
}
