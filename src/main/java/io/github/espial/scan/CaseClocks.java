package io.github.espial.scan;

import io.github.espial.observe.tally.Observations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the streams of a case on the clock of the first. A stream that shares too little with the first is compared with
 * one that has been; one that shares too little with all keeps its own clock.
 */
final class CaseClocks {
    /** Of each stream, the place in the case of its first capture. */
    private final List<Integer> places;

    private final List<Map<PacketFingerprint, FirstSeen>> seen;
    private final Map<PacketFingerprint, List<Integer>> seenBy = new HashMap<>();

    private final Map<Integer, Clock> clocks = new HashMap<>();
    private final Map<Integer, Discrepancy> doubts = new HashMap<>();

    private CaseClocks(List<Integer> places, List<Map<PacketFingerprint, FirstSeen>> seen) {
        this.places = places;
        this.seen = seen;
        for (int stream = 0; stream < seen.size(); stream++) {
            for (PacketFingerprint fingerprint : seen.get(stream).keySet()) {
                seenBy.computeIfAbsent(fingerprint, key -> new ArrayList<>()).add(stream);
            }
        }
    }

    /**
     * How the clock of a stream was set.
     *
     * @param nanos what is to be added to its times
     * @param reference the stream whose clock it then shows, by place among the streams
     * @param discrepancy how it was, where it was not that of the reference
     */
    record Clock(long nanos, int reference, Optional<Discrepancy> discrepancy) {}

    /**
     * The clocks of streams, in their order.
     *
     * @param places of each stream, the place in the case of its first capture
     */
    static List<Clock> of(List<Integer> places, List<Observations> streams) {
        CaseClocks clocks = new CaseClocks(
                places, streams.stream().map(PacketFingerprints::of).toList());
        List<Clock> all = new ArrayList<>();
        for (int stream = 0; stream < streams.size(); stream++) {
            if (!clocks.clocks.containsKey(stream)) {
                clocks.clocks.put(stream, new Clock(0, stream, Optional.ofNullable(clocks.doubts.get(stream))));
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
        seen.get(stream).keySet().forEach(fingerprint -> sharing.addAll(seenBy.getOrDefault(fingerprint, List.of())));
        return sharing;
    }

    /** Sets the clock of {@code other} by that of {@code stream}, where what both saw tells how. */
    private boolean compare(int stream, int other) {
        ClockComparison comparison = ClockComparison.of(seen.get(stream), seen.get(other));
        if (!comparison.tells()) {
            return false;
        }
        if (!comparison.agrees()) {
            doubts.putIfAbsent(
                    other,
                    new Discrepancy.UnclearClock(places.get(stream), comparison.packets(), comparison.spreadNanos()));
            return false;
        }
        Clock clock = clocks.getOrDefault(stream, new Clock(0, stream, Optional.empty()));
        long nanos = clock.nanos() - comparison.believedNanos();
        Optional<Discrepancy> discrepancy = nanos == 0
                ? Optional.empty()
                : Optional.of(new Discrepancy.OtherClock(
                        nanos,
                        places.get(clock.reference()),
                        places.get(stream),
                        comparison.packets(),
                        comparison.isTwoWay()));
        clocks.put(other, new Clock(nanos, clock.reference(), discrepancy));
        return true;
    }
}
