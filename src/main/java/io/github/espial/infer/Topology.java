package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;

/**
 * Who is who in a case, as far as its captures tell.
 *
 * @param servers machines that send IPsec packets of their own
 * @param nextHops stations that take their packets, and routers the captures tell of
 * @param peers far ends, in order of address
 * @param associations SAs in order of first frame
 * @param paths IPsec, IKE and L2TP traffic between servers and peers
 */
public record Topology(
        List<Server> servers,
        List<NextHop> nextHops,
        List<Peer> peers,
        List<SecurityAssociation> associations,
        List<OuterPath> paths) {
    public Topology {
        servers = List.copyOf(servers);
        nextHops = List.copyOf(nextHops);
        peers = List.copyOf(peers);
        associations = List.copyOf(associations);
        paths = List.copyOf(paths);
    }

    public Optional<NextHop> nextHop(MacAddress mac) {
        return nextHops.stream().filter(hop -> hop.mac().equals(mac)).findFirst();
    }

    /** Whether two MACs have an address each, and none in common: then these are two routers. */
    public boolean areTold(MacAddress one, MacAddress other) {
        List<IpAddress> ofOne = nextHop(one).map(NextHop::addresses).orElse(List.of());
        List<IpAddress> ofOther = nextHop(other).map(NextHop::addresses).orElse(List.of());
        return !ofOne.isEmpty() && !ofOther.isEmpty() && ofOne.stream().noneMatch(ofOther::contains);
    }

    public Optional<Peer> peer(IpAddress address) {
        return peers.stream().filter(peer -> peer.address().equals(address)).findFirst();
    }

    public Optional<NextHop> defaultGateway() {
        return nextHops.stream()
                .filter(hop -> hop.is(NextHop.Role.DEFAULT_GATEWAY))
                .findFirst();
    }
}
