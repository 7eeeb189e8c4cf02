package io.github.espial.mcp.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void goesOnWhereAPageEnds() {
        List<Map<String, Object>> all = rows(7, 1);
        assertThat(Rows.of(all, 0, 3).members("rows")).containsEntry("next", 3).containsEntry("total", 7);
        assertThat(Rows.of(all, 6, 3).members("rows")).doesNotContainKey("next");
        assertThat(Rows.of(all, 6, 3).rows()).containsExactly(Map.of("n", 6, "text", "x"));
    }

    @Test
    void holdsNothingBehindTheEnd() {
        Rows rows = Rows.of(rows(2, 1), 5, 3);
        assertThat(rows.rows()).isEmpty();
        assertThat(rows.members("rows")).doesNotContainKey("next");
        assertThat(rows.sentence("flows")).isEqualTo("There are 2 flows, none from 5 on.");
    }

    @Test
    void endsBeforeWhatDoesNotFit() {
        Rows rows = Rows.of(rows(100, 1_000), 0, 100);
        assertThat(rows.rows()).hasSizeBetween(10, Rows.CHARACTERS / 1_000);
        assertThat(rows.members("rows")).containsEntry("next", rows.rows().size());
    }

    @Test
    void showsOneThatIsTooLargeForAnyPage() {
        List<Map<String, Object>> all = List.of(
                Map.of(
                        "texts",
                        IntStream.range(0, 20).mapToObj(n -> "x".repeat(1_500)).toList()),
                Map.of("n", 1));
        assertThat(Rows.of(all, 0, 5).rows()).hasSize(1);
        assertThat(Rows.of(all, 1, 5).rows()).containsExactly(Map.of("n", 1));
    }

    private static List<Map<String, Object>> rows(int count, int characters) {
        return IntStream.range(0, count)
                .mapToObj(n -> Map.<String, Object>of("n", n, "text", "x".repeat(characters)))
                .toList();
    }
}
