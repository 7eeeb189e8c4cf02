package io.github.espial.correlate.shape;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what collected SAs carry. */
final class Shaping {
    private final OneLength.Extent extent;
    /** By source and destination. */
    private final Map<Way, List<SaPackets>> ways = new LinkedHashMap<>();

    Shaping(List<SaPackets> sas, OneLength.Extent extent) {
        this.extent = extent;
        for (SaPackets sa : sas) {
            ways.computeIfAbsent(Way.of(sa), way -> new ArrayList<>()).add(sa);
        }
    }

    /** Those of which something can be said. */
    List<SaShape> shapes() {
        List<SaShape> shapes = new ArrayList<>();
        ways.forEach((way, sas) -> {
            List<SaPackets> others = ways.getOrDefault(way.back(), List.of());
            Answers answers = Answers.of(others);
            Pairing pairing = new Pairing(sas, others);
            for (int one = 0; one < sas.size(); one++) {
                List<Carried> carries = carries(sas.get(one), answers);
                if (!others.isEmpty() && !streams(others).equals(streams(sas))) {
                    // Another capture, perhaps by another clock, shows what comes back.
                    carries.removeIf(carried -> carried.likeness().isInVain());
                }
                Optional<Spi> answeredBy = pairing.answering(one)
                        .map(other -> others.get(other).sa().spi());
                if (!carries.isEmpty() || answeredBy.isPresent()) {
                    shapes.add(new SaShape(sas.get(one).sa(), carries, answeredBy));
                }
            }
        });
        return shapes;
    }

    private List<Carried> carries(SaPackets sa, Answers answers) {
        List<OneLength> lengths = OneLength.of(sa, extent);
        InnerSizes sizes = InnerSizes.of(lengths);
        int tests = 0;
        int ofPings = 0;
        for (OneLength one : lengths) {
            tests += one.size() > 2 ? 1 : 0;
            ofPings += one.size() > 2 && sizes.isPing(one.length()) ? 1 : 0;
        }
        Map<Likeness, Places> found = new LinkedHashMap<>();
        for (OneLength one : lengths) {
            Optional<Places> again = Doubling.of(one, answers, tests);
            add(found, Likeness.RETRANSMISSION, again);
            if (sizes.isPing(one.length())) {
                Pings.Found pings = new Pings(one, answers, sa, sizes).find(ofPings);
                if (again.isEmpty()) {
                    add(found, Likeness.UNANSWERED_PING, Optional.of(pings.unanswered()));
                }
                add(found, Likeness.PING, Optional.of(pings.answered()));
            }
            add(found, Likeness.VOICE, Voice.of(one, sizes));
            add(found, Likeness.KEEPALIVE, Keepalives.of(one, sizes));
        }
        boolean[] isExplained = new boolean[sa.size()];
        for (Places places : found.values()) {
            for (int place : places.all()) {
                isExplained[place] = true;
            }
        }
        add(found, Likeness.TCP, Optional.of(new Handshakes(sa, answers, sizes, isExplained).find()));
        add(found, Likeness.TRANSFER, Optional.of(Transfers.of(sa, answers, sizes)));
        add(found, Likeness.REQUESTS, Optional.of(new Requests(sa, answers, sizes, isExplained).find()));
        List<Carried> carries = new ArrayList<>();
        for (Likeness likeness : Likeness.values()) {
            Places places = found.get(likeness);
            if (places != null) {
                carries.add(new Carried(likeness, sa.span(places.all())));
            }
        }
        return carries;
    }

    private static void add(Map<Likeness, Places> found, Likeness likeness, Optional<Places> places) {
        if (places.isPresent() && places.get().size() > 0) {
            Places all = found.computeIfAbsent(likeness, key -> new Places());
            for (int place : places.get().all()) {
                all.add(place);
            }
        }
    }

    private static BitSet streams(List<SaPackets> sas) {
        BitSet streams = new BitSet();
        sas.forEach(sa -> streams.or(sa.streams()));
        return streams;
    }

    /** Packets from one host to another. */
    private record Way(IpAddress source, IpAddress destination) {
        static Way of(SaPackets sa) {
            return new Way(sa.sa().source(), sa.sa().destination());
        }

        Way back() {
            return new Way(/* source= */ destination, /* destination= */ source);
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Way way && way.source.equals(source) && way.destination.equals(destination);
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + destination.hashCode();
        }
    }
}
