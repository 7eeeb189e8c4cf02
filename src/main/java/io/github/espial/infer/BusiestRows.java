package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.HostChoice;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Of more IPsec traffic than can be looked at row by row, what may matter. Of pairs of hosts these are the ones with a peer
 * that the user named; a third of the rest by frames, a third that ICMP speaks of, and a third that answer each other, the
 * busiest first: who floods a capture with one kind does not push out the others. Of one pair's rows it is those with the
 * most frames.
 */
final class BusiestRows implements HostChoice {
    private static final int KINDS = 3;

    // By hand: those that the library puts together are linked anew at each start, at the cost of milliseconds.
    private static final Comparator<Map.Entry<Ends, Weight>> BUSIER_FIRST = (one, other) -> {
        int byFrames = Long.compare(other.getValue().frames(), one.getValue().frames());
        return byFrames != 0 ? byFrames : one.getKey().compareTo(other.getKey());
    };

    private final Map<Ends, Weight> pairs = new HashMap<>();
    private final Set<Ends> kept;
    private final int mostOfOne;

    /** Whether there may be more rows than are looked at. */
    static boolean areNeeded(List<Talk> ipsec, int sas, Breadth breadth) {
        int most = Math.min(breadth.pairs(), breadth.rows());
        return ipsec.size() > most || sas > most;
    }

    /**
     * @param ipsec all IPsec traffic of the case
     * @param named peers that are looked at whatever else there is
     * @param most pairs of hosts
     * @param mostOfOne rows of one pair
     */
    BusiestRows(List<Talk> ipsec, List<IcmpNotice> notices, Set<IpAddress> named, int most, int mostOfOne) {
        this.mostOfOne = mostOfOne;
        for (Talk talk : ipsec) {
            pairs.computeIfAbsent(Ends.of(talk.source(), talk.destination()), key -> new Weight())
                    .take(talk);
        }
        this.kept = pairs.size() <= most ? pairs.keySet() : busiest(notices, named, most);
    }

    /** Pairs of hosts that are not looked at. */
    int pairsLeftOut() {
        return pairs.size() - kept.size();
    }

    /** Those of {@code talks} that are looked at, in their order. */
    List<Talk> ofTalks(List<Talk> talks) {
        return some(talks, talk -> Ends.of(talk.source(), talk.destination()), Talk::span);
    }

    /** Those of {@code sas} that are looked at, in their order. */
    List<SaTalk> ofSas(List<SaTalk> sas) {
        return some(sas, sa -> Ends.of(sa.source(), sa.destination()), SaTalk::span);
    }

    @Override
    public boolean has(IpAddress one, IpAddress other) {
        return pairsLeftOut() == 0 || kept.contains(Ends.of(one, other));
    }

    private Set<Ends> busiest(List<IcmpNotice> notices, Set<IpAddress> named, int most) {
        for (IcmpNotice notice : notices) {
            Weight weight = pairs.get(Ends.of(notice.quotedSource(), notice.quotedDestination()));
            if (weight != null) {
                weight.isSpokenOf = true;
            }
        }
        Set<Ends> chosen = new HashSet<>();
        for (Ends pair : pairs.keySet()) {
            if (named.contains(pair.lesser()) || named.contains(pair.greater())) {
                chosen.add(pair);
            }
        }
        int share = Math.max(0, most - chosen.size()) / KINDS;
        addBusiest(weight -> weight.isSpokenOf, share, chosen);
        addBusiest(Weight::isAnswered, share, chosen);
        addBusiest(weight -> true, most - chosen.size(), chosen);
        return chosen;
    }

    /** Adds the busiest {@code count} that are not there yet. */
    private void addBusiest(Predicate<Weight> which, int count, Set<Ends> chosen) {
        // The least busy of those that were chosen first: most pairs of a flood are no busier, and cost one comparison.
        PriorityQueue<Map.Entry<Ends, Weight>> busiest = new PriorityQueue<>(BUSIER_FIRST.reversed());
        for (Map.Entry<Ends, Weight> pair : pairs.entrySet()) {
            if (!which.test(pair.getValue()) || chosen.contains(pair.getKey())) {
                continue;
            }
            if (busiest.size() < count) {
                busiest.add(pair);
            } else if (count > 0 && BUSIER_FIRST.compare(pair, busiest.element()) < 0) {
                busiest.remove();
                busiest.add(pair);
            }
        }
        busiest.forEach(pair -> chosen.add(pair.getKey()));
    }

    private <T> List<T> some(List<T> rows, Function<T, Ends> ends, Function<T, Span> span) {
        Map<Ends, Integer> counts = new HashMap<>();
        List<T> ofKept = new ArrayList<>();
        int most = 0;
        for (T row : rows) {
            Ends pair = ends.apply(row);
            boolean isKept = kept.contains(pair);
            if (isKept || pairsLeftOut() == 0) {
                most = Math.max(most, counts.merge(pair, 1, Integer::sum));
            }
            if (isKept) {
                ofKept.add(row);
            }
        }
        if (most <= mostOfOne) {
            return pairsLeftOut() == 0 ? rows : ofKept;
        }
        Map<Ends, List<T>> ofBusy = new HashMap<>();
        for (T row : ofKept) {
            Ends pair = ends.apply(row);
            if (counts.getOrDefault(pair, 0) > mostOfOne) {
                ofBusy.computeIfAbsent(pair, key -> new ArrayList<>()).add(row);
            }
        }
        Comparator<T> busierFirst = Comparator.comparingLong(
                        (T row) -> -span.apply(row).frames())
                .thenComparing(row -> span.apply(row).firstFrame());
        Map<Ends, T> lastKept = new HashMap<>();
        ofBusy.forEach((pair, all) -> {
            all.sort(busierFirst);
            lastKept.put(pair, all.get(mostOfOne - 1));
        });
        List<T> some = new ArrayList<>();
        for (T row : ofKept) {
            T last = lastKept.get(ends.apply(row));
            if (last == null || busierFirst.compare(row, last) <= 0) {
                some.add(row);
            }
        }
        return List.copyOf(some);
    }

    /** What speaks for looking at a pair of hosts. */
    private static final class Weight {
        private long fromLesser;
        private long fromGreater;
        private boolean isSpokenOf;

        void take(Talk talk) {
            if (talk.source().compareTo(talk.destination()) < 0) {
                fromLesser += talk.span().frames();
            } else {
                fromGreater += talk.span().frames();
            }
        }

        long frames() {
            return fromLesser + fromGreater;
        }

        boolean isAnswered() {
            return fromLesser > 0 && fromGreater > 0;
        }
    }

    /** Two hosts, whoever sends. */
    private record Ends(IpAddress lesser, IpAddress greater) implements Comparable<Ends> {
        static Ends of(IpAddress one, IpAddress other) {
            return one.compareTo(other) < 0 ? new Ends(one, other) : new Ends(other, one);
        }

        @Override
        public int compareTo(Ends other) {
            int order = lesser.compareTo(other.lesser);
            return order == 0 ? greater.compareTo(other.greater) : order;
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Ends ends && ends.lesser.equals(lesser) && ends.greater.equals(greater);
        }

        @Override
        public int hashCode() {
            return 31 * lesser.hashCode() + greater.hashCode();
        }
    }
}
