package io.github.espial.correlate.align;

import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/** Aligns what was collected of a case: the ESP of each clock with the packets in the clear, brought to that clock. */
final class Aligning {
    /** Clocks of a case that are compared with each other. */
    private static final int MOST_CLOCKS = 8;

    /** How much earlier ESP may seem than its packet by one clock: two cards of a machine stamp in batches. */
    private static final long ONE_CLOCK_NANOS = -1_000_000;
    /** And by two that were brought together. */
    private static final long TWO_CLOCKS_NANOS = -20_000_000;
    /** A flow of so many packets whose share of ESP is much below that of its pair went elsewhere. */
    private static final int LEAST_OWN = 6;

    private static final double LEAST_OF_SHARE = 0.33;
    /** What is less probable is not shown as a fact. */
    private static final double LEAST_PROBABILITY = 0.99;

    private final SideCollector seen;
    private final IntUnaryOperator clockOf;
    private final List<Integer> pairOfFlow;
    private final int pairs;
    private final List<AlignedFlow> flows = new ArrayList<>();
    private final Map<String, Integer> alike = new LinkedHashMap<>();
    private boolean isGivenUp;

    /** @param clockOf by a capture's place in the case: which clock it has */
    Aligning(SideCollector seen, IntUnaryOperator clockOf) {
        this.seen = seen;
        this.clockOf = clockOf;
        this.pairOfFlow = seen.pairOfFlow();
        this.pairs = pairOfFlow.stream().mapToInt(pair -> pair + 1).max().orElse(0);
    }

    Aligned run() {
        TreeSet<Integer> clocks = new TreeSet<>();
        for (int bin = 0; bin < seen.bins(); bin++) {
            clocks.add(clockOf(bin));
        }
        clocks.stream().limit(MOST_CLOCKS).forEach(this::align);
        List<Aligned.Alike> all = new ArrayList<>();
        alike.forEach((sa, count) -> all.add(new Aligned.Alike(sa, count)));
        return new Aligned(flows, all, seen.leftOut(), isGivenUp);
    }

    private int clockOf(int bin) {
        return clockOf.applyAsInt(seen.hop(bin).point().capture());
    }

    private int clockOfFrame(long word) {
        return clockOf.applyAsInt(FrameReference.of(word).capture());
    }

    /** Those of the packets in the clear. */
    private List<Integer> clocks() {
        TreeSet<Integer> clocks = new TreeSet<>();
        for (int packet = 0; packet < seen.clear().size(); packet++) {
            clocks.add(clockOfFrame(seen.clear().frame(packet)));
        }
        return clocks.stream().limit(MOST_CLOCKS).toList();
    }

    private void align(int clock) {
        PacketColumns esp = seen.esp()
                .inOrder(packet -> clockOf(seen.esp().owner(packet)) == clock
                        ? seen.esp().nanos(packet)
                        : PacketColumns.Clock.LEFT_OUT);
        if (esp.size() == 0) {
            return;
        }
        List<Integer> ways = ways();
        PacketColumns clear = new PacketColumns(PacketColumns.MOST);
        boolean isOne = true;
        for (int other : clocks()) {
            PacketColumns part = seen.clear()
                    .inOrder(packet -> clockOfFrame(seen.clear().frame(packet)) == other
                            ? seen.clear().nanos(packet)
                            : PacketColumns.Clock.LEFT_OUT);
            Optional<PacketColumns> moved = other == clock ? Optional.of(part) : moved(part, busiest(esp, ways));
            moved.ifPresent(packets -> clear.addAll(packets, 0));
            isOne &= other == clock || moved.isEmpty();
        }
        Sides sides = new Sides(
                clear.inOrder(clear::nanos), pairOfFlow, pairs, esp, ways, isOne ? ONE_CLOCK_NANOS : TWO_CLOCKS_NANOS);
        Alignment.of(sides).ifPresent(outcome -> take(outcome, sides));
    }

    /** Packets in the clear by the clock of the ESP; empty where nothing tells how far the clocks are apart. */
    private static Optional<PacketColumns> moved(PacketColumns clear, PacketColumns esp) {
        return ClockTrack.of(esp, clear).map(track -> clear.inOrder(packet -> track.nanos(clear.nanos(packet))));
    }

    /** The ESP of the way that has most. */
    private static PacketColumns busiest(PacketColumns esp, List<Integer> ways) {
        int[] packets = new int[ways.size()];
        for (int packet = 0; packet < esp.size(); packet++) {
            packets[ways.get(esp.owner(packet))]++;
        }
        int most = 0;
        for (int way = 1; way < packets.length; way++) {
            most = packets[way] > packets[most] ? way : most;
        }
        int wanted = most;
        return esp.inOrder(
                packet -> ways.get(esp.owner(packet)) == wanted ? esp.nanos(packet) : PacketColumns.Clock.LEFT_OUT);
    }

    /** By bin: which way it is of, from host to host by one sender's hop. */
    private List<Integer> ways() {
        Map<List<Object>, Integer> ways = new HashMap<>();
        List<Integer> ofBins = new ArrayList<>();
        for (int bin = 0; bin < seen.bins(); bin++) {
            List<Object> way = List.of(
                    seen.sa(bin).source(),
                    seen.sa(bin).destination(),
                    seen.sa(bin).traffic(),
                    seen.hop(bin).source());
            ofBins.add(ways.computeIfAbsent(way, key -> ways.size()));
        }
        return ofBins;
    }

    private void take(Alignment.Outcome outcome, Sides sides) {
        if (outcome.decision().isGivenUp()) {
            isGivenUp = true;
            return;
        }
        Map<Key, Part> parts = parts(outcome, sides);
        Map<Key, Span> spans = new TreeMap<>();
        EspClasses esp = outcome.decision().esp();
        for (int place = 0; place < esp.places(); place++) {
            int packet = esp.explained(place);
            if (packet != EspClasses.NONE) {
                Key key = new Key(sides.clear().owner(packet), esp.bin(esp.classAt(place)));
                if (parts.containsKey(key)) {
                    spans.merge(key, span(sides.esp(), esp.packet(place)), Span::plus);
                }
            }
        }
        spans.forEach((key, span) -> {
            Part part = parts.getOrDefault(key, Part.NONE);
            if (!part.wentElsewhere(span.frames())) {
                flows.add(new AlignedFlow(
                        seen.sa(key.bin()), seen.hop(key.bin()), seen.flow(key.flow()), span, part.probability()));
            }
        });
        for (Rounds.Unclear one : outcome.decision().unclear()) {
            alike.merge(seen.sa(one.bin()).toString(), 1, Integer::sum);
        }
    }

    /** What of each flow is in the stretches that were placed. */
    private Map<Key, Part> parts(Alignment.Outcome outcome, Sides sides) {
        Map<Integer, List<Decision.Piece>> ofPairs = new HashMap<>();
        for (Decision.Piece piece : outcome.decision().pieces()) {
            if (outcome.probability(piece.at().score()) >= LEAST_PROBABILITY) {
                ofPairs.computeIfAbsent(piece.pair(), pair -> new ArrayList<>()).add(piece);
            }
        }
        Map<Key, Part> parts = new HashMap<>();
        for (int packet = 0; packet < sides.clear().size(); packet++) {
            int flow = sides.clear().owner(packet);
            for (Decision.Piece piece : ofPairs.getOrDefault(pairOfFlow.get(flow), List.of())) {
                boolean isOf = piece.flow().isEmpty() || piece.flow().get() == flow;
                if (isOf && piece.at().first() <= packet && packet <= piece.at().last()) {
                    double probability = outcome.probability(piece.at().score());
                    parts.merge(new Key(flow, piece.at().bin()), new Part(1, piece.share(), probability), Part::plus);
                }
            }
        }
        return parts;
    }

    private static Span span(PacketColumns esp, int packet) {
        FrameReference frame = FrameReference.of(esp.frame(packet));
        return new Span(1, esp.octets(packet), esp.nanos(packet), esp.nanos(packet), frame, frame);
    }

    /**
     * Packets of a flow that are to be in a bin.
     *
     * @param share of them that is expected to have ESP
     */
    private record Part(int packets, double share, double probability) {
        static final Part NONE = new Part(0, 1, 0);

        Part plus(Part other) {
            return new Part(
                    packets + other.packets, Math.min(share, other.share), Math.min(probability, other.probability));
        }

        /** Whether so few have ESP that the flow went another way than others between the same hosts. */
        boolean wentElsewhere(long frames) {
            return packets >= LEAST_OWN && frames < LEAST_OF_SHARE * share * packets;
        }
    }

    /** A flow in a bin. */
    private record Key(int flow, int bin) implements Comparable<Key> {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.flow == flow && key.bin == bin;
        }

        @Override
        public int hashCode() {
            return 31 * flow + bin;
        }

        @Override
        public int compareTo(Key other) {
            return flow != other.flow ? Integer.compare(flow, other.flow) : Integer.compare(bin, other.bin);
        }
    }
}
