package io.github.espial.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts cases into groups, each of which one task diagnoses: large ones alone and first, so that none is waited for. */
final class CaseGroups {
    /** More would be lost with an executor, and told late. */
    private static final int MOST_CASES = 64;

    /** What opening files and writing reports costs, in octets that could be read meanwhile. */
    private static final long CASE_OCTETS = 1L << 20;

    private CaseGroups() {}

    /** @param processors that are to have several groups each, where there are so many cases */
    static List<List<ListedCase>> of(List<PlannedCase> cases, int processors, long mostOctets) {
        long all = cases.stream().mapToLong(CaseGroups::cost).sum();
        long octets = Math.max(1, Math.min(mostOctets, all / (4L * processors)));
        List<PlannedCase> largestFirst = new ArrayList<>(cases);
        largestFirst.sort(Comparator.comparingLong(PlannedCase::octets).reversed());
        List<List<ListedCase>> groups = new ArrayList<>();
        List<ListedCase> group = new ArrayList<>();
        long held = 0;
        for (PlannedCase one : largestFirst) {
            if (!group.isEmpty() && (held + cost(one) > octets || group.size() == MOST_CASES)) {
                groups.add(group);
                group = new ArrayList<>();
                held = 0;
            }
            group.add(one.listed());
            held += cost(one);
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private static long cost(PlannedCase one) {
        return one.octets() + CASE_OCTETS;
    }
}
