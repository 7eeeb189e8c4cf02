package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds MACs that took over from others of which no address is known, as after a failover whose first half was captured
 * without ARP.
 *
 * <p>All that was handed to the old MAC goes to the new one from an instant on, and what came from it likewise; the old one
 * falls silent, the new one was silent before, and announces itself. Not where either is virtual, which keeps its MAC, nor
 * where the old one is known by an address: then it is another route, or claims tell. Nor where what SAs carry arrives with
 * another time to live than before: who forges the announcement hands packets on to the router, and takes one off.
 */
final class Takeovers {
    private final Map<MacAddress, MacAddress> all = new TreeMap<>();

    Takeovers(Facts facts, Bindings bindings, Set<MacAddress> cards) {
        Map<MacAddress, List<Claim>> announcements = new TreeMap<>();
        facts.claims().stream()
                .filter(claim -> claim.kind() == Claim.Kind.ARP_ANNOUNCEMENT
                        || claim.kind() == Claim.Kind.NEIGHBOR_ADVERTISEMENT)
                .filter(claim -> !claim.mac().isVirtualRouter() && !cards.contains(claim.mac()))
                .forEach(claim -> announcements
                        .computeIfAbsent(claim.mac(), key -> new ArrayList<>())
                        .add(claim));
        if (announcements.isEmpty()) {
            return;
        }
        Map<MacAddress, Life> lives = lives(facts, cards);
        announcements.forEach((mac, claims) -> {
            Life after = lives.get(mac);
            if (after != null) {
                List<MacAddress> before = lives.entrySet().stream()
                        .filter(one -> bindings.addressesOf(one.getKey()).isEmpty()
                                && !one.getKey().isVirtualRouter())
                        .filter(one -> one.getValue().isBefore(after, claims)
                                && isAlone(one.getValue(), after, lives.values()))
                        .map(Map.Entry::getKey)
                        .toList();
                if (before.size() == 1) {
                    all.put(before.get(0), mac);
                }
            }
        });
    }

    /** The new MAC by the old one. */
    Map<MacAddress, MacAddress> all() {
        return all;
    }

    /** Whether no kind of packets that the old station took for a host goes to a third one afterwards. */
    private static boolean isAlone(Life before, Life after, Collection<Life> all) {
        return all.stream()
                .filter(life -> life != before && life != after)
                .noneMatch(life -> life.last.compareTo(before.last) > 0
                        && life.handedTo.stream().anyMatch(before.handedTo::contains));
    }

    private static Map<MacAddress, Life> lives(Facts facts, Set<MacAddress> cards) {
        Map<MacAddress, Life> lives = new HashMap<>();
        facts.talks().forEach(talk -> {
            if (talk.hop().source().filter(cards::contains).isPresent()) {
                talk.hop()
                        .destination()
                        .filter(mac -> !mac.isGroup() && !cards.contains(mac))
                        .ifPresent(mac -> lives.computeIfAbsent(mac, key -> new Life(talk))
                                .take(talk));
            } else {
                talk.hop()
                        .source()
                        .ifPresent(mac -> lives.computeIfAbsent(mac, key -> new Life(talk))
                                .give(talk));
            }
        });
        return lives;
    }

    /** All that a station took and gave. */
    private static final class Life {
        private final Set<Far> handedTo = new HashSet<>();
        /** With the greatest time to live. */
        private final Map<Far, Integer> comesFrom = new HashMap<>();

        private final List<Hop.Point> points = new ArrayList<>();
        private final List<List<Integer>> vlans = new ArrayList<>();
        private FrameReference first;
        private FrameReference last;

        Life(Talk begin) {
            first = begin.span().firstFrame();
            last = begin.span().lastFrame();
        }

        void take(Talk talk) {
            handedTo.add(new Far(talk.traffic(), talk.destination()));
            last(talk);
        }

        void give(Talk talk) {
            comesFrom.merge(new Far(talk.traffic(), talk.source()), talk.greatestHops(), Math::max);
            last(talk);
        }

        private void last(Talk talk) {
            if (!points.contains(talk.hop().point())) {
                points.add(talk.hop().point());
            }
            if (!vlans.contains(talk.hop().vlans())) {
                vlans.add(talk.hop().vlans());
            }
            first = talk.span().firstFrame().compareTo(first) < 0 ? talk.span().firstFrame() : first;
            last = talk.span().lastFrame().compareTo(last) > 0 ? talk.span().lastFrame() : last;
        }

        /** Whether the station of this life fell silent, and the next one announced itself and went on with what this did. */
        boolean isBefore(Life next, List<Claim> announcements) {
            boolean isOneSegment =
                    points.size() == 1 && points.equals(next.points) && vlans.size() == 1 && vlans.equals(next.vlans);
            boolean isAnnounced = announcements.stream()
                    .anyMatch(claim -> claim.span().firstFrame().compareTo(last) > 0
                            && claim.span().firstFrame().compareTo(next.first) < 0);
            boolean goesOn = handedTo.stream().anyMatch(next.handedTo::contains)
                    && comesFrom.keySet().stream().anyMatch(next.comesFrom::containsKey);
            return isOneSegment && last.compareTo(next.first) < 0 && isAnnounced && goesOn && comesAsFar(next);
        }

        private boolean comesAsFar(Life next) {
            return comesFrom.entrySet().stream()
                    .filter(one -> one.getKey().traffic().isProtected())
                    .allMatch(one -> next.comesFrom
                            .getOrDefault(one.getKey(), one.getValue())
                            .equals(one.getValue()));
        }
    }

    /** One kind of packets that a far host gets or sends. */
    private record Far(Traffic traffic, IpAddress host) {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Far far && far.traffic == traffic && far.host.equals(host);
        }

        @Override
        public int hashCode() {
            return 31 * traffic.code + host.hashCode();
        }
    }
}
