package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseGroupsTest {
    private static final long MEBIOCTET = 1L << 20;

    /** Cases of so many mebioctets each. */
    private static List<PlannedCase> cases(int... mebioctets) {
        List<PlannedCase> cases = new ArrayList<>();
        for (int i = 0; i < mebioctets.length; i++) {
            cases.add(new PlannedCase(
                    new ListedCase(i, "id" + i, "case " + i, "CAPTURE", List.of("file:///" + i)),
                    mebioctets[i] * MEBIOCTET,
                    new Told(i, Told.Kind.UNDONE, "")));
        }
        return cases;
    }

    private static List<List<Integer>> indices(List<List<ListedCase>> groups) {
        return groups.stream()
                .map(group -> group.stream().map(ListedCase::index).toList())
                .toList();
    }

    @Test
    void putsLargeCasesFirstAndAlone() {
        assertThat(indices(CaseGroups.of(cases(3, 200, 3, 100), 1, 64 * MEBIOCTET)))
                .containsExactly(List.of(1), List.of(3), List.of(0, 2));
    }

    @Test
    void hasEveryCaseOnceInGroupsOfBoundedSize() {
        List<List<Integer>> groups = indices(CaseGroups.of(cases(new int[1000]), 2, 256 * MEBIOCTET));

        assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeBetween(1, 64));
        assertThat(groups.stream().flatMap(List::stream)).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void hasWorkForEveryProcessorWhereThereIsLittle() {
        assertThat(CaseGroups.of(cases(new int[40]), 10, 256 * MEBIOCTET)).hasSize(40);
        assertThat(CaseGroups.of(List.of(), 10, 256 * MEBIOCTET)).isEmpty();
    }
}
