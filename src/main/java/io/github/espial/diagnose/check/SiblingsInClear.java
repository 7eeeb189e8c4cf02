package io.github.espial.diagnose.check;

import io.github.espial.correlate.Flow;
import io.github.espial.correlate.Match;
import io.github.espial.diagnose.Case;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server's cards sent in the clear although others of the same network went into a peer's tunnel, as told without
 * keys. Neither says that a policy protects it, so that it is worth a look and no more.
 */
final class SiblingsInClear {
    /** Flows of a network that went into the tunnel from which on it is taken for one that belongs there. */
    private static final int LEAST_FLOWS = 3;

    private final Set<MacAddress> cards;
    private final Map<Networks, Siblings> tunnelled = new HashMap<>();
    private final List<Talk> leaving = new ArrayList<>();

    SiblingsInClear(Case facts) {
        this.cards = facts.topology().cards();
        for (Flow flow : facts.inside().flows()) {
            if (flow.isRouted() && flow.match() == Match.ALIGNED && isOurs(flow.sender())) {
                Networks networks =
                        Networks.of(flow.inner().source(), flow.inner().destination());
                tunnelled
                        .computeIfAbsent(networks, key -> new Siblings(new HashSet<>(), new HashSet<>()))
                        .add(flow);
            }
        }
        if (!tunnelled.isEmpty()) {
            facts.conclusions()
                    .facts()
                    .talks()
                    .filter(talk -> talk.traffic() == Traffic.PLAIN
                            && isOurs(talk.hop().source())
                            && talk.hop().destination().isPresent()
                            && !isOurs(talk.hop().destination()))
                    .forEach(leaving::add);
        }
    }

    /** What leaves in the clear though its network goes to {@code peer} by IPsec. */
    List<Talk> of(Peer peer) {
        List<Talk> all = new ArrayList<>();
        for (Talk talk : leaving) {
            Siblings siblings = tunnelled.get(Networks.of(talk.source(), talk.destination()));
            if (siblings != null
                    && siblings.flows().size() >= LEAST_FLOWS
                    && siblings.peers().equals(Set.of(peer.address()))) {
                all.add(talk);
            }
        }
        return all;
    }

    private boolean isOurs(Optional<MacAddress> mac) {
        return mac.filter(cards::contains).isPresent();
    }

    /**
     * Flows between two networks that went into a tunnel.
     *
     * @param peers whose tunnels
     */
    private record Siblings(Set<Flow> flows, Set<IpAddress> peers) {
        void add(Flow flow) {
            flows.add(flow);
            peers.add(flow.sa().destination());
        }
    }

    /** From where to where, as network plans commonly divide them. */
    private record Networks(IpPrefix source, IpPrefix destination) {
        static Networks of(IpAddress source, IpAddress destination) {
            return new Networks(around(source), around(destination));
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Networks networks
                    && networks.source.equals(source)
                    && networks.destination.equals(destination);
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + destination.hashCode();
        }

        private static IpPrefix around(IpAddress address) {
            return IpPrefix.holding(address, address.version() == 4 ? 24 : 64);
        }
    }
}
