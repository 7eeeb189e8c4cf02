package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.Espial;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of machines that were cut or mangled on their way: no parser fails over them, and none costs the case. */
class CutContextTest {
    private static final Path CAPTURE = Path.of("testdata/misrouted-ikev2/capture.pcap");

    /** Octets that a cut leaves before it, and the rest of their first line: the entry that is cut. */
    private static final int BEFORE_A_CUT = 300;

    /** Octets of a sample of which each is cut at; of a longer one every so many are. */
    private static final int EVERY_OCTET = 600;

    /** Characters that words, columns and sections of outputs end with. */
    private static final byte[] TELLING = "\n\r\t :/[](){}<>\"'=,.;-|#%0a\0".getBytes(StandardCharsets.US_ASCII);

    private static final int MANGLED = 6;

    private static List<byte[]> samples() {
        return Seeds.context().toList();
    }

    /** Each cut shows the entry that is cut: whole files would take minutes. */
    @ParameterizedTest
    @MethodSource("samples")
    void readsSamplesThatAreCutAtEveryOctet(byte[] sample) throws IOException {
        int step = 1 + sample.length / EVERY_OCTET;
        for (int end = 0; end <= sample.length; end += step) {
            read(Arrays.copyOfRange(sample, lineAt(sample, end - BEFORE_A_CUT), end));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsSamplesThatAreMangled(byte[] sample) throws IOException {
        SplittableRandom random = new SplittableRandom(sample.length);
        for (int i = 0; i < MANGLED; i++) {
            read(mangled(sample, random));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                src 10.1.0.0/16 dst 10.20.0.0/16\s
                	dir out priority 371327 ptype main\s
                	tmpl src 192.0.2.10 dst 198.51.100.20
                		proto""", " D. .:1", " D. .:1\n\n\tname. . :x\n"})
    void reportsTheCaptureBesideThem(String text, @TempDir Path folder) throws Exception {
        assertThat(reportBeside(text.getBytes(StandardCharsets.UTF_8), folder)).isEqualTo(Verdict.MISROUTED);
    }

    @Test
    void reportsTheCaptureBesideAllOfThem(@TempDir Path folder) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        int number = 0;
        for (byte[] sample : samples()) {
            Files.write(folder.resolve(++number + ".txt"), mangled(sample, random));
            Files.write(folder.resolve(++number + ".txt"), Arrays.copyOf(sample, random.nextInt(sample.length)));
        }
        assertThat(report(folder).findings()).isNotEmpty();
    }

    private static Verdict reportBeside(byte[] words, Path folder) throws Exception {
        Files.write(folder.resolve("words.txt"), words);
        return report(folder).verdict();
    }

    private static CaseReport report(Path folder) throws Exception {
        Files.copy(CAPTURE, folder.resolve("capture.pcap"));
        return Espial.usual().analyze(folder);
    }

    private static void read(byte[] octets) throws IOException {
        ContextFile file = ContextReader.read("words", new ByteArrayInputStream(octets));
        assertThat(file.problems())
                .extracting(ContextProblem::text)
                .noneMatch(text -> text.contains("defect of this program") || text.contains("was not read"));
    }

    /** Where the line begins that {@code octet} is in; 0 before the file. */
    private static int lineAt(byte[] sample, int octet) {
        int first = Math.max(octet, 0);
        while (first > 0 && sample[first - 1] != '\n') {
            first--;
        }
        return first;
    }

    /** A few pieces taken out, doubled, or put in the place of others, and a few octets replaced. */
    private static byte[] mangled(byte[] sample, SplittableRandom random) {
        byte[] octets = sample.clone();
        int changes = 1 + random.nextInt(Math.max(2, sample.length / 100));
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(octets.length);
            int length = Math.min(random.nextInt(32), octets.length - at);
            switch (random.nextInt(3)) {
                case 0 -> octets[at] = TELLING[random.nextInt(TELLING.length)];
                case 1 -> System.arraycopy(octets, random.nextInt(octets.length - length + 1), octets, at, length);
                default -> {
                    byte[] shorter = Arrays.copyOf(octets, octets.length - length + 1);
                    System.arraycopy(octets, at + length, shorter, at, octets.length - at - length);
                    octets = shorter;
                }
            }
        }
        return octets;
    }
}
