package io.github.espial.context.paste;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.LineSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is tried to find out what was put around lines. */
class PeelingTest {
    /** Looks like a block of code, and like text that was broken at a width, at one line and at several. */
    private static final List<String> BROKEN = List.of(
            "this line of words is as wide as can be ",
            "and the rest of it stands on the next one",
            "    indented",
            "this line of words is as wide as it may be",
            "and",
            "this line of words is as wide as it may be",
            "so");

    @Test
    void readsNoTextTwice() throws IOException {
        List<List<String>> texts = new ArrayList<>();
        Peeling.of(BROKEN, lines -> {
            texts.add(all(lines));
            return new Peeling.Understood(0, 0, 7);
        });
        assertThat(texts).doesNotHaveDuplicates().hasSizeGreaterThan(3).startsWith(BROKEN);
    }

    @Test
    void takesOffWhatMakesMoreOfIt() throws IOException {
        Peel peel = Peeling.of(BROKEN, lines -> {
            long facts = all(lines).stream()
                    .filter(line -> line.equals("indented") || line.endsWith("may beand") || line.endsWith("may beso"))
                    .count();
            return new Peeling.Understood(facts, 0, 1);
        });
        assertThat(all(peel.over(new HeldLines(BROKEN))))
                .contains("indented", "this line of words is as wide as it may beand");
    }

    private static List<String> all(LineSource lines) throws IOException {
        List<String> all = new ArrayList<>();
        while (lines.advance()) {
            all.add(lines.line());
        }
        return all;
    }
}
