package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

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
    /** Stations that are kept of each host: the old one, the new one, and one that comes between the two. */
    private static final int LATEST = 3;

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
        Map<Far, List<Life>> latest = latestByFar(lives);
        announcements.forEach((mac, claims) -> {
            Life after = lives.get(mac);
            if (after != null) {
                List<MacAddress> before = before(after, claims, latest)
                        .filter(one -> bindings.addressesOf(one.mac).isEmpty() && !one.mac.isVirtualRouter())
                        .map(one -> one.mac)
                        .limit(2)
                        .toList();
                if (before.size() == 1) {
                    all.put(before.get(0), mac);
                }
            }
        });
    }

    private static Stream<Life> before(Life after, List<Claim> claims, Map<Far, List<Life>> latest) {
        return lastBefore(after.first, claims).stream()
                .flatMap(announced -> after.handedTo.stream()
                        .flatMap(far -> latest.getOrDefault(far, List.of()).stream())
                        .distinct()
                        .filter(one -> one.isBefore(after, announced) && isAlone(one, after, latest)));
    }

    /** The new MAC by the old one. */
    Map<MacAddress, MacAddress> all() {
        return all;
    }

    /**
     * Of each far host the three stations that took packets for it and were seen last, the last one first: an old station is
     * the last of all but the new one, so that no other need be looked at.
     */
    private static Map<Far, List<Life>> latestByFar(Map<MacAddress, Life> lives) {
        Map<Far, List<Life>> latest = new HashMap<>();
        for (Life life : lives.values()) {
            for (Far far : life.handedTo) {
                List<Life> last = latest.computeIfAbsent(far, key -> new ArrayList<>());
                last.add(life);
                last.sort((one, other) -> other.last.compareTo(one.last));
                if (last.size() > LATEST) {
                    last.remove(LATEST);
                }
            }
        }
        return latest;
    }

    /** The last frame by which {@code claims} begin before {@code first}. */
    private static Optional<FrameReference> lastBefore(FrameReference first, List<Claim> claims) {
        return claims.stream()
                .map(claim -> claim.span().firstFrame())
                .filter(frame -> frame.compareTo(first) < 0)
                .max(Comparator.naturalOrder());
    }

    /** Whether no kind of packets that the old station took for a host goes to a third one afterwards. */
    private static boolean isAlone(Life before, Life after, Map<Far, List<Life>> latest) {
        if (before.laterTakers.isEmpty()) {
            Set<Life> later = new HashSet<>();
            for (Far far : before.handedTo) {
                for (Life life : latest.getOrDefault(far, List.of())) {
                    if (life != before && life.last.compareTo(before.last) > 0) {
                        later.add(life);
                    }
                }
                if (later.size() > 1) {
                    break;
                }
            }
            before.laterTakers = Optional.of(later);
        }
        return before.laterTakers.get().stream().allMatch(life -> life == after);
    }

    private static Map<MacAddress, Life> lives(Facts facts, Set<MacAddress> cards) {
        Map<MacAddress, Life> lives = new HashMap<>();
        facts.talks().forEach(talk -> {
            if (talk.hop().source().filter(cards::contains).isPresent()) {
                talk.hop()
                        .destination()
                        .filter(mac -> !mac.isGroup() && !cards.contains(mac))
                        .ifPresent(mac -> lives.computeIfAbsent(mac, key -> new Life(mac, talk))
                                .take(talk));
            } else {
                talk.hop()
                        .source()
                        .ifPresent(mac -> lives.computeIfAbsent(mac, key -> new Life(mac, talk))
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
        /** Others that took packets for the same hosts later, two at the most; empty until anybody asks. */
        private Optional<Set<Life>> laterTakers = Optional.empty();

        private final MacAddress mac;
        private FrameReference first;
        private FrameReference last;

        Life(MacAddress mac, Talk begin) {
            this.mac = mac;
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
            if (points.size() <= 1 && !points.contains(talk.hop().point())) {
                points.add(talk.hop().point());
            }
            if (vlans.size() <= 1 && !vlans.contains(talk.hop().vlans())) {
                vlans.add(talk.hop().vlans());
            }
            first = talk.span().firstFrame().compareTo(first) < 0 ? talk.span().firstFrame() : first;
            last = talk.span().lastFrame().compareTo(last) > 0 ? talk.span().lastFrame() : last;
        }

        /**
         * Whether the station of this life fell silent, and the next one announced itself and went on with what this did.
         *
         * @param announced the last announcement before anything else of the next one
         */
        boolean isBefore(Life next, FrameReference announced) {
            boolean isOneSegment =
                    points.size() == 1 && points.equals(next.points) && vlans.size() == 1 && vlans.equals(next.vlans);
            return isOneSegment
                    && last.compareTo(next.first) < 0
                    && announced.compareTo(last) > 0
                    && shareAny(handedTo, next.handedTo)
                    && shareAny(comesFrom.keySet(), next.comesFrom.keySet())
                    && comesAsFar(next);
        }

        private static boolean shareAny(Set<Far> one, Set<Far> other) {
            return one.size() < other.size()
                    ? one.stream().anyMatch(other::contains)
                    : other.stream().anyMatch(one::contains);
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
