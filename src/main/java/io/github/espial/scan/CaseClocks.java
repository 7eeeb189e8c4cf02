package io.github.espial.scan;

import io.github.espial.observe.Observations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the streams of a case on the clock of the first. A stream that shares too little with the first is compared with
 * one that has been; one that shares too little with all keeps its own clock.
 */
final class CaseClocks {
    private final List<String> names;
    private final List<Map<Landmark, Sighting>> seen;
    private final Map<Landmark, List<Integer>> seenBy = new HashMap<>();

    private final Map<Integer, Clock> clocks = new HashMap<>();
    private final Map<Integer, String> doubts = new HashMap<>();

    private CaseClocks(List<String> names, List<Map<Landmark, Sighting>> seen) {
        this.names = names;
        this.seen = seen;
        for (int stream = 0; stream < seen.size(); stream++) {
            for (Landmark landmark : seen.get(stream).keySet()) {
                seenBy.computeIfAbsent(landmark, key -> new ArrayList<>()).add(stream);
            }
        }
    }

    /**
     * How the clock of a stream was set.
     *
     * @param nanos what is to be added to its times
     * @param reference the stream whose clock it then shows, by place among the streams
     * @param remark what is to be said of it; empty where there is nothing
     */
    record Clock(long nanos, int reference, String remark) {}

    /**
     * The clocks of streams, in their order.
     *
     * @param names what a reader calls each stream
     */
    static List<Clock> of(List<String> names, List<Observations> streams) {
        CaseClocks clocks =
                new CaseClocks(names, streams.stream().map(Landmarks::of).toList());
        List<Clock> all = new ArrayList<>();
        for (int stream = 0; stream < streams.size(); stream++) {
            if (!clocks.clocks.containsKey(stream)) {
                clocks.clocks.put(stream, new Clock(0, stream, clocks.doubts.getOrDefault(stream, "")));
                clocks.spread(stream);
            }
            all.add(clocks.clocks.get(stream));
        }
        return all;
    }

    /** Sets the clocks of all that can be compared with {@code first}, or with one that can. */
    private void spread(int first) {
        Deque<Integer> set = new ArrayDeque<>(List.of(first));
        while (!set.isEmpty()) {
            int stream = set.remove();
            for (int other : sharing(stream)) {
                if (!clocks.containsKey(other) && compare(stream, other)) {
                    set.add(other);
                }
            }
        }
    }

    private Set<Integer> sharing(int stream) {
        Set<Integer> sharing = new TreeSet<>();
        seen.get(stream).keySet().forEach(landmark -> sharing.addAll(seenBy.getOrDefault(landmark, List.of())));
        return sharing;
    }

    /** Sets the clock of {@code other} by that of {@code stream}, where what both saw tells how. */
    private boolean compare(int stream, int other) {
        ClockComparison comparison = ClockComparison.of(seen.get(stream), seen.get(other));
        if (!comparison.tells()) {
            return false;
        }
        if (!comparison.agrees()) {
            doubts.putIfAbsent(other, doubt(names.get(stream), comparison));
            return false;
        }
        Clock clock = clocks.getOrDefault(stream, new Clock(0, stream, ""));
        long nanos = clock.nanos() - comparison.believedNanos();
        String remark = nanos == 0 ? "" : remark(nanos, names.get(clock.reference()), names.get(stream), comparison);
        clocks.put(other, new Clock(nanos, clock.reference(), remark));
        return true;
    }

    private static String remark(long nanos, String reference, String compared, ClockComparison comparison) {
        return "its clock is " + seconds(Math.abs(nanos)) + (nanos > 0 ? " behind" : " ahead of") + " that of "
                + reference + ", as " + comparison.packets() + " packets tell that "
                + (compared.equals(reference) ? "both" : "it and " + compared) + " saw"
                + (comparison.isTwoWay() ? "" : " in one direction only")
                + "; its times are shown by that clock";
    }

    private static String doubt(String compared, ClockComparison comparison) {
        return "how far its clock is from that of " + compared + " could not be told: of " + comparison.packets()
                + " packets that both saw, some show " + seconds(comparison.spreadNanos())
                + " more or less than others; its times are shown by its own clock";
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}
