package io.github.espial.compare;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways that a server's IPsec packets for one peer took.
 *
 * @param server the server's address
 * @param peer the peer's address
 * @param hops whom they were handed to, in order of first use
 * @param answers how many came back
 */
public record PeerWays(IpAddress server, IpAddress peer, List<Hop> hops, long answers) {
    public PeerWays {
        hops = List.copyOf(hops);
    }

    /**
     * A next hop that was taken.
     *
     * @param lastNanos when it was last taken, in nanoseconds since the epoch
     */
    public record Hop(Station station, Routing routing, long frames, long lastNanos) {}

    /**
     * Those of a case, in the order that it has the peers in.
     *
     * @param most of those with the most traffic so many: a flood of forged peers has more than anybody looks at
     */
    public static List<PeerWays> of(CaseReport report, int most) {
        Map<Between, Long> frames = new LinkedHashMap<>();
        for (OuterPath path : report.topology().paths()) {
            if (path.traffic().isProtected()) {
                frames.merge(
                        new Between(Optional.of(path.server()), path.peer()),
                        path.span().frames(),
                        Long::sum);
            }
        }
        Set<Between> busiest = frames.entrySet().stream()
                .sorted(Map.Entry.<Between, Long>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        CaseView view = new CaseView(report);
        List<PeerWays> all = new ArrayList<>();
        for (Between pair : frames.keySet()) {
            Optional<PeerState> state = busiest.contains(pair) ? view.state(pair) : Optional.empty();
            if (state.isPresent()) {
                List<Hop> hops = state.get().nextHops().stream()
                        .map(use -> hop(report, view, pair, use))
                        .toList();
                all.add(new PeerWays(
                        pair.server().orElseThrow(),
                        pair.peer(),
                        hops,
                        state.get().received().frames()));
            }
        }
        return all;
    }

    private static Hop hop(CaseReport report, CaseView view, Between pair, NextHopUse use) {
        long last = Long.MIN_VALUE;
        for (OuterPath path : report.topology().paths()) {
            Optional<MacAddress> mac = path.hop().destination();
            if (path.direction() == Direction.OUTBOUND
                    && path.traffic().isProtected()
                    && pair.covers(path)
                    && mac.isPresent()
                    && SameRouter.is(view.station(mac.get()), use.station())) {
                last = Math.max(last, path.span().lastNanos());
            }
        }
        return new Hop(use.station(), use.routing(), use.frames(), last);
    }
}
