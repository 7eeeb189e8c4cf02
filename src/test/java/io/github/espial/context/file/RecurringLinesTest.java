package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.Deadline;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A parser is asked again of a line that comes again only where what follows may make a difference. */
class RecurringLinesTest {
    private static final String TEXT = "row\nnothing\nrow\nnothing\nrow\nend\n";

    @Test
    void asksOnceOfALineThatIsRefusedByItself() throws IOException {
        Asked parser = new Asked(false);
        read(TEXT, parser);
        assertThat(parser.asked).containsExactly("row", "nothing", "end");
    }

    @Test
    void asksAgainWhereTheNextLineDecides() throws IOException {
        Asked parser = new Asked(true);
        ContextFile file = read(TEXT, parser);
        assertThat(parser.asked).containsExactly("row", "nothing", "row", "row");
        assertThat(file.outputs()).extracting(output -> output.lines().first()).containsExactly(5);
    }

    @Test
    void asksTheOthersOfEachLine() throws IOException {
        Asked first = new Asked(false);
        ContextFile file = read(TEXT, first, new Asked(true));
        assertThat(file.outputs()).extracting(output -> output.lines().first()).containsExactly(5);
        assertThat(file.unrecognised()).extracting(range -> range.last()).containsExactly(4);
    }

    private static ContextFile read(String text, ContextParser... parsers) throws IOException {
        return ContextReader.read(
                "test",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                List.of(parsers),
                Deadline.NONE);
    }

    /** Recognises a row that is followed by an end, or nothing at all. */
    private static final class Asked implements ContextParser {
        private final boolean isLookingAhead;
        private final List<String> asked = new ArrayList<>();

        Asked(boolean isLookingAhead) {
            this.isLookingAhead = isLookingAhead;
        }

        @Override
        public String kind() {
            return "asked";
        }

        @Override
        public Platform platform() {
            return Platform.LINUX;
        }

        @Override
        public boolean recognises(Lines lines) throws IOException {
            asked.add(lines.peek());
            return isLookingAhead && lines.peek().equals("row") && lines.peek(1).equals("end");
        }

        @Override
        public void parse(Lines lines, ContextNotes notes) throws IOException {
            lines.next();
            lines.next();
        }
    }
}
