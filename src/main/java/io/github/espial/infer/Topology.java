package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.routing.Identity;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who is who in a case, as far as its captures tell. */
public final class Topology {
    private final List<Server> servers;
    private final List<NextHop> nextHops;
    private final List<Peer> peers;
    private final List<SecurityAssociation> associations;
    private final List<OuterPath> paths;
    private final Map<MacAddress, NextHop> nextHopByMac = new HashMap<>();
    private final Map<IpAddress, Peer> peerByAddress = new HashMap<>();
    private final Set<MacAddress> cards = new HashSet<>();

    /**
     * @param servers machines that send IPsec packets of their own
     * @param nextHops stations that take their packets, and routers the captures tell of
     * @param peers far ends, in order of address
     * @param associations SAs in order of first frame
     * @param paths IPsec, IKE and L2TP traffic between servers and peers
     */
    public Topology(
            List<Server> servers,
            List<NextHop> nextHops,
            List<Peer> peers,
            List<SecurityAssociation> associations,
            List<OuterPath> paths) {
        this.servers = List.copyOf(servers);
        this.nextHops = List.copyOf(nextHops);
        this.peers = List.copyOf(peers);
        this.associations = List.copyOf(associations);
        this.paths = List.copyOf(paths);
        for (Server server : this.servers) {
            cards.addAll(server.macs());
        }
        for (NextHop hop : this.nextHops) {
            nextHopByMac.putIfAbsent(hop.mac(), hop);
        }
        for (Peer peer : this.peers) {
            peerByAddress.putIfAbsent(peer.address(), peer);
        }
    }

    public List<Server> servers() {
        return servers;
    }

    /** What the servers are known by, taken together. */
    public Identity identity() {
        Set<IpAddress> addresses = new HashSet<>();
        for (Server server : servers) {
            addresses.addAll(server.addresses());
        }
        return new Identity(addresses, cards);
    }

    /** Network cards of all servers. */
    public Set<MacAddress> cards() {
        return Collections.unmodifiableSet(cards);
    }

    public List<NextHop> nextHops() {
        return nextHops;
    }

    /** Far ends, in order of address: one for each server that it has something to do with. */
    public List<Peer> peers() {
        return peers;
    }

    /** SAs in order of first frame. */
    public List<SecurityAssociation> associations() {
        return associations;
    }

    /** IPsec, IKE and L2TP traffic between servers and peers. */
    public List<OuterPath> paths() {
        return paths;
    }

    public Optional<NextHop> nextHop(MacAddress mac) {
        return Optional.ofNullable(nextHopByMac.get(mac));
    }

    /** Whether two MACs have an address each, and none in common: then these are two routers. */
    public boolean areTold(MacAddress one, MacAddress other) {
        List<IpAddress> ofOne = nextHop(one).map(NextHop::addresses).orElse(List.of());
        List<IpAddress> ofOther = nextHop(other).map(NextHop::addresses).orElse(List.of());
        return !ofOne.isEmpty() && !ofOther.isEmpty() && ofOne.stream().noneMatch(ofOther::contains);
    }

    /** The first peer with this address. */
    public Optional<Peer> peer(IpAddress address) {
        return Optional.ofNullable(peerByAddress.get(address));
    }

    public Optional<NextHop> defaultGateway() {
        return nextHops.stream()
                .filter(hop -> hop.is(NextHop.Role.DEFAULT_GATEWAY))
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Topology topology
                && topology.servers.equals(servers)
                && topology.nextHops.equals(nextHops)
                && topology.peers.equals(peers)
                && topology.associations.equals(associations)
                && topology.paths.equals(paths);
    }

    @Override
    public int hashCode() {
        return Objects.hash(servers, nextHops, peers, associations, paths);
    }

    @Override
    public String toString() {
        return "Topology[servers=" + servers + ", nextHops=" + nextHops + ", peers=" + peers + ", associations="
                + associations + ", paths=" + paths + "]";
    }
}
