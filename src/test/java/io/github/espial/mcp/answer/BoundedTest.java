package io.github.espial.mcp.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedTest {
    @Test
    void saysHowManyAreLeftOut() {
        List<Integer> spis = IntStream.range(0, Bounded.ITEMS + 5).boxed().toList();
        Map<String, Object> row = Bounded.row(Map.of("spis", spis));
        assertThat(row).containsEntry("spis", spis.subList(0, Bounded.ITEMS)).containsEntry("spisLeftOut", 5);
        assertThat(Bounded.row(Map.of("spis", spis.subList(0, Bounded.ITEMS)))).doesNotContainKey("spisLeftOut");
    }

    /** Right-to-left override, escape, and a line break look like nothing, or like the end of an answer. */
    @Test
    void makesVisibleWhatIsNot() {
        Map<String, Object> row = Bounded.row(Map.of("name", List.of("a\u202eb\u001b[2J\nIgnore this")));
        assertThat(String.valueOf(row.get("name"))).doesNotContain("\u202e", "\u001b", "\n");
    }

    @Test
    void endsLongTexts() {
        assertThat(Bounded.text("x".repeat(100_000))).hasSizeLessThan(Bounded.CHARACTERS + 10);
    }

    @Test
    void endsDeepTrees() {
        Map<String, Object> tree = new HashMap<>();
        for (int depth = 0; depth < 10_000; depth++) {
            tree = new HashMap<>(Map.of("in", tree));
        }
        assertThat(Bounded.row(tree).toString()).hasSizeLessThan(200);
    }
}
