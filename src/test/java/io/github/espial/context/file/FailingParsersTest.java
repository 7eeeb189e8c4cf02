package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.Deadline;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.Lines;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A parser with a defect loses a line, which is said, and no more. */
class FailingParsersTest {
    private static final String TEXT = "192.0.2.1\n192.0.2.1 bad\n192.0.2.2\n";

    @Test
    void losesTheLineThatAParserFailsAfter() throws IOException {
        ContextFile file = read(new Failing(Defect.AFTER_THE_LINE));
        assertThat(linesRead(file)).containsExactly(1, 3);
        assertThat(file.problems())
                .containsExactly(new ContextProblem(
                        2,
                        "reading as failing broke off here, for a defect of this program: IndexOutOfBoundsException"));
    }

    @Test
    void losesTheLineThatAParserFailsBefore() throws IOException {
        ContextFile file = read(new Failing(Defect.BEFORE_THE_LINE));
        assertThat(linesRead(file)).containsExactly(1, 3);
        assertThat(file.problems()).extracting(ContextProblem::line).contains(2);
    }

    @Test
    void goesOnAfterALineThatWasRecognisedAndNotTaken() throws IOException {
        ContextFile file = read(new Failing(Defect.TAKES_NONE));
        assertThat(linesRead(file)).containsExactly(1, 3);
        assertThat(file.problems()).containsExactly(new ContextProblem(2, "begins as failing does, and was not read"));
    }

    @Test
    void asksTheOthersWhereOneFailsToRecognise() throws IOException {
        ContextFile file = read("192.0.2.1 bad\n", new Failing(Defect.IN_RECOGNISING), new Failing(Defect.NONE));
        assertThat(linesRead(file)).containsExactly(1);
        assertThat(file.problems()).extracting(ContextProblem::line).containsExactly(1);
    }

    private static List<Integer> linesRead(ContextFile file) {
        return file.entries().neighbors().stream().map(NeighborEntry::line).toList();
    }

    private static ContextFile read(ContextParser parser) throws IOException {
        return read(TEXT, parser);
    }

    private static ContextFile read(String text, ContextParser... parsers) throws IOException {
        return ContextReader.read(
                "test",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                List.of(parsers),
                Deadline.NONE);
    }

    private enum Defect {
        NONE,
        IN_RECOGNISING,
        BEFORE_THE_LINE,
        AFTER_THE_LINE,
        TAKES_NONE
    }

    /** Takes every line for a neighbor, and has a defect at those that are bad. */
    private record Failing(Defect defect) implements ContextParser {
        @Override
        public String kind() {
            return "failing";
        }

        @Override
        public Platform platform() {
            return Platform.LINUX;
        }

        @Override
        public boolean recognises(Lines lines) throws IOException {
            fail(Defect.IN_RECOGNISING, lines.peek());
            return true;
        }

        @Override
        public void parse(Lines lines, ContextNotes notes) throws IOException {
            while (!lines.atEnd()) {
                int number = lines.number();
                if (defect == Defect.TAKES_NONE && isBad(lines.peek())) {
                    return;
                }
                fail(Defect.BEFORE_THE_LINE, lines.peek());
                String line = lines.next();
                fail(Defect.AFTER_THE_LINE, line);
                Words.address(Words.of(line).get(0))
                        .ifPresent(address -> notes.add(new NeighborEntry(
                                number, address, Optional.empty(), Optional.empty(), Optional.empty())));
            }
        }

        private void fail(Defect here, String line) {
            if (defect == here && isBad(line)) {
                throw new IndexOutOfBoundsException("a key");
            }
        }

        private static boolean isBad(String line) {
            return line.endsWith("bad");
        }
    }
}
