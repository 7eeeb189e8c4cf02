package io.github.espial.compare;

import io.github.espial.correlate.Flow;
import io.github.espial.diagnose.Finding;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Station;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What became of the networks behind one peer, as far as the cases tell of them. */
final class NetworkComparison {
    private final Side before;
    private final Side after;

    NetworkComparison(Between pair, CaseView before, CaseView after) {
        this.before = new Side(before, pair);
        this.after = new Side(after, pair);
    }

    /** Networks that findings name, and hosts outside of these that flows were for; in order. */
    List<NetworkChange> changes() {
        List<IpPrefix> networks = networks();
        TreeSet<IpPrefix> all = new TreeSet<>(networks);
        Stream.of(before, after)
                .flatMap(side -> side.out.stream())
                .map(flow -> flow.inner().destination())
                .distinct()
                .filter(host -> networks.stream().noneMatch(network -> network.contains(host)))
                .map(IpPrefix::host)
                .forEach(all::add);
        return all.stream()
                .map(network -> new NetworkChange(network, before.state(network), after.state(network)))
                .toList();
    }

    /** The widest where one holds another: the same network may be stated in one case and guessed in the other. */
    private List<IpPrefix> networks() {
        TreeSet<IpPrefix> named = new TreeSet<>();
        before.wrong().forEach(named::add);
        after.wrong().forEach(named::add);
        return named.stream()
                .filter(network -> named.stream().noneMatch(other -> !other.equals(network) && other.contains(network)))
                .toList();
    }

    /** One case's part. */
    private static final class Side {
        private final List<Finding> misrouted;
        private final List<Flow> out;
        private final List<Flow> in;
        private final PeerState peer;
        private final CaseView view;

        Side(CaseView view, Between pair) {
            this.view = view;
            this.misrouted = view.misrouted(pair);
            this.out = view.flows(pair, Direction.OUTBOUND);
            this.in = view.flows(pair, Direction.INBOUND);
            this.peer = view.state(pair).orElse(PeerState.absent());
        }

        Stream<IpPrefix> wrong() {
            return misrouted.stream().flatMap(finding -> finding.subject().innerDestinations().stream());
        }

        NetworkState state(IpPrefix network) {
            List<Flow> flows = out.stream()
                    .filter(flow -> network.contains(flow.inner().destination()))
                    .toList();
            return flows.isEmpty() ? unseen(network) : seen(network, flows);
        }

        private NetworkState seen(IpPrefix network, List<Flow> flows) {
            List<Station> stations = new ArrayList<>();
            List<Routing> parts = new ArrayList<>();
            flows.stream().map(Flow::nextHop).distinct().forEach(mac -> {
                parts.add(mac.map(this::routing).orElse(Routing.OPEN));
                mac.map(view::station)
                        .filter(station -> stations.stream().noneMatch(one -> SameRouter.is(one, station)))
                        .ifPresent(stations::add);
            });
            long sent = flows.stream().mapToLong(flow -> flow.span().frames()).sum();
            long received = in.stream()
                    .filter(flow -> network.contains(flow.inner().source()))
                    .mapToLong(flow -> flow.span().frames())
                    .sum();
            return new NetworkState(Routing.of(parts), stations, Optional.of(new NetworkState.Frames(sent, received)));
        }

        /** What the peer's ESP as a whole says of a network that none of it is known to be for. */
        private NetworkState unseen(IpPrefix network) {
            boolean isNamed = wrong().anyMatch(one -> one.contains(network) || network.contains(one));
            if (isNamed) {
                return NetworkState.of(
                        Routing.WRONG,
                        misrouted.stream()
                                .flatMap(finding -> finding.subject().actualNextHop().stream())
                                .toList());
            }
            if (!out.isEmpty() || peer.routing() == Routing.NONE) {
                return NetworkState.of(Routing.NONE, List.of());
            }
            boolean isAllAlike = peer.routing() == Routing.PROPER || peer.routing() == Routing.WRONG;
            return isAllAlike
                    ? NetworkState.of(
                            peer.routing(),
                            peer.nextHops().stream().map(NextHopUse::station).toList())
                    : NetworkState.of(Routing.OPEN, List.of());
        }

        private Routing routing(MacAddress mac) {
            Station station = view.station(mac);
            return peer.nextHops().stream()
                    .filter(use -> SameRouter.is(use.station(), station))
                    .map(NextHopUse::routing)
                    .findFirst()
                    .orElse(Routing.OPEN);
        }
    }
}
