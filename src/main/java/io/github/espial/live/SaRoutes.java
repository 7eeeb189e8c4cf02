package io.github.espial.live;

import io.github.espial.compare.SameRouter;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Station;
import io.github.espial.infer.Topology;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.report.words.StationWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows which next hops the packets of each SA take, from moment to moment. SA by SA, as two SAs of one peer may take
 * different next hops for good: packets to one and then to the other are no move.
 */
final class SaRoutes {
    /** An SA that takes a next hop again within this time takes both in turns, by the route of each inner network. */
    private static final long IN_TURNS_NANOS = 30_000_000_000L;

    /** Packets that overtake each other while a route changes. */
    private static final long STRAGGLING_NANOS = 1_000_000_000L;

    private static final int MOST = 10_000;

    private final Map<Key, Uses> known = new HashMap<>();
    /** Next hops that the packets for a peer were said to take. */
    private final Map<IpAddress, List<Station>> told = new HashMap<>();

    /** When a move was last told. */
    private final Map<String, Long> moves = new HashMap<>();

    private record Key(IpAddress source, IpAddress destination, Spi spi) {}

    /** Frames of an SA to one next hop. */
    private record Use(Station station, long frames, long firstNanos, long lastNanos) {
        Use plus(Use other) {
            return new Use(
                    station,
                    frames + other.frames,
                    Math.min(firstNanos, other.firstNanos),
                    Math.max(lastNanos, other.lastNanos));
        }
    }

    private static final class Uses {
        List<Use> counted = List.of();
        List<Station> current = List.of();
    }

    /** What came about since the moment before. */
    List<Happening> since(Topology topology) {
        Map<String, Happening> all = new LinkedHashMap<>();
        Set<Key> seen = new HashSet<>();
        for (SecurityAssociation sa : topology.associations()) {
            if (sa.direction() == Direction.OUTBOUND) {
                Key key = new Key(sa.source(), sa.destination(), sa.spi());
                seen.add(key);
                Uses uses = known.computeIfAbsent(key, unknown -> new Uses());
                follow(key.destination(), uses, uses(sa, topology)).ifPresent(one -> all.putIfAbsent(one.text(), one));
            }
        }
        // Those that have left the windows: an SA lives for hours, the program for weeks.
        known.keySet().retainAll(seen);
        // A flood of forged peers must not stay for weeks.
        if (moves.size() > MOST || told.size() > MOST) {
            moves.clear();
            told.clear();
        }
        return List.copyOf(all.values());
    }

    /** Of frames that left a card of the server itself; copies that a router sent on are none. */
    private static List<Use> uses(SecurityAssociation sa, Topology topology) {
        List<Use> uses = new ArrayList<>();
        for (SecurityAssociation.Link link : sa.links()) {
            Optional<MacAddress> to = link.hop().destination().filter(mac -> !mac.isGroup());
            boolean isOwn =
                    link.hop().source().filter(topology.cards()::contains).isPresent();
            if (to.isPresent() && isOwn && link.span().hasTime()) {
                Station station =
                        topology.nextHop(to.get()).map(NextHop::station).orElse(new Station(to, Optional.empty()));
                Use use = new Use(
                        station,
                        link.span().frames(),
                        link.span().firstNanos(),
                        link.span().lastNanos());
                Optional<Use> same = find(uses, station);
                same.ifPresent(uses::remove);
                uses.add(same.map(use::plus).orElse(use));
            }
        }
        return uses;
    }

    private Optional<Happening> follow(IpAddress peer, Uses of, List<Use> uses) {
        List<Use> before = of.counted;
        of.counted = uses;
        List<Use> grown = uses.stream()
                .filter(use -> use.frames()
                        > find(before, use.station()).map(Use::frames).orElse(0L))
                .sorted(Comparator.comparingLong(Use::lastNanos))
                .toList();
        if (grown.isEmpty()) {
            return Optional.empty();
        }
        Use newest = grown.get(grown.size() - 1);
        List<Use> others = grown.subList(0, grown.size() - 1);
        if (of.current.isEmpty()) {
            boolean isOver = others.stream().allMatch(use -> use.lastNanos() < newest.firstNanos());
            of.current = isOver ? List.of(newest.station()) : stations(grown);
            return isOver && !others.isEmpty()
                    ? moved(peer, stations(others), of.current, newest.firstNanos())
                    : begin(peer, of.current, newest.firstNanos());
        }
        List<Station> former = of.current;
        if (!contains(former, newest.station())) {
            boolean isBack = find(before, newest.station())
                    .filter(use -> newest.lastNanos() - use.lastNanos() < IN_TURNS_NANOS)
                    .isPresent();
            boolean isNew = find(before, newest.station()).isEmpty();
            if (!isBack && (!isNew || isAfter(newest, others))) {
                of.current = List.of(newest.station());
                return moved(peer, former, of.current, isNew ? newest.firstNanos() : newest.lastNanos());
            }
        }
        List<Station> both = new ArrayList<>(former);
        stations(grown).stream().filter(one -> !contains(former, one)).forEach(both::add);
        if (both.size() > former.size()) {
            of.current = both;
            return inTurns(peer, both, newest.lastNanos());
        }
        List<Station> left = former.stream()
                .filter(one -> find(uses, one)
                        .filter(use -> newest.lastNanos() - use.lastNanos() < IN_TURNS_NANOS)
                        .isPresent())
                .toList();
        if (left.size() < former.size() && !left.isEmpty()) {
            of.current = left;
            return moved(peer, former, left, newest.lastNanos());
        }
        return Optional.empty();
    }

    private static boolean isAfter(Use newest, List<Use> others) {
        return others.stream().allMatch(use -> use.lastNanos() - newest.firstNanos() < STRAGGLING_NANOS);
    }

    private Optional<Happening> begin(IpAddress peer, List<Station> stations, long nanos) {
        List<Station> before = told.getOrDefault(peer, List.of());
        if (stations.stream().allMatch(one -> contains(before, one))) {
            return Optional.empty();
        }
        List<Station> all = new ArrayList<>(before);
        stations.stream().filter(one -> !contains(before, one)).forEach(all::add);
        told.put(peer, all);
        return happening(
                Happening.Kind.NEXT_HOP,
                peer,
                nanos,
                " goes to " + named(stations) + (before.isEmpty() ? "" : ", under another SA to " + named(before)));
    }

    private Optional<Happening> moved(IpAddress peer, List<Station> from, List<Station> to, long nanos) {
        told.put(peer, to);
        String move = peer + " " + named(from) + " " + named(to);
        Long before = moves.put(move, nanos);
        // Its other SAs follow with their next packet.
        if (before != null && nanos - before < IN_TURNS_NANOS) {
            return Optional.empty();
        }
        return happening(Happening.Kind.MOVED, peer, nanos, " moved from " + named(from) + " to " + named(to));
    }

    private Optional<Happening> inTurns(IpAddress peer, List<Station> both, long nanos) {
        told.put(peer, both);
        return happening(Happening.Kind.NEXT_HOP, peer, nanos, " goes to " + named(both) + " in turns");
    }

    private static Optional<Happening> happening(Happening.Kind kind, IpAddress peer, long nanos, String what) {
        return Optional.of(new Happening(nanos, kind, Optional.of(peer), "ESP for " + peer + what));
    }

    private static Optional<Use> find(List<Use> uses, Station station) {
        return uses.stream()
                .filter(use -> SameRouter.is(use.station(), station))
                .findFirst();
    }

    private static boolean contains(List<Station> stations, Station station) {
        return stations.stream().anyMatch(one -> SameRouter.is(one, station));
    }

    private static List<Station> stations(List<Use> uses) {
        return uses.stream().map(Use::station).toList();
    }

    private static String named(List<Station> stations) {
        return stations.stream().map(StationWords::brief).collect(Collectors.joining(" and "));
    }
}
