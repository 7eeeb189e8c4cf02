package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user states, so that captures need not tell it. A statement outweighs every inference.
 *
 * @param serverAddresses addresses of the failing machine
 * @param serverMacs its network cards
 * @param gateways its default gateways; each with an address, perhaps with a MAC
 * @param nextHops proper next hops by peer
 */
public record Statements(
        List<IpAddress> serverAddresses,
        List<MacAddress> serverMacs,
        List<Station> gateways,
        Map<IpAddress, Station> nextHops) {
    /** Nothing stated. */
    public static final Statements NONE = new Statements(List.of(), List.of(), List.of(), Map.of());

    public Statements {
        serverAddresses = List.copyOf(serverAddresses);
        serverMacs = List.copyOf(serverMacs);
        gateways = List.copyOf(gateways);
        nextHops = Map.copyOf(nextHops);
    }

    /** Whether nothing was stated. */
    public boolean isEmpty() {
        return !nameServer() && gateways.isEmpty() && nextHops.isEmpty();
    }

    /** All but that this is the server. */
    public Statements withoutServer(IpAddress address) {
        return new Statements(
                serverAddresses.stream().filter(one -> !one.equals(address)).toList(), serverMacs, gateways, nextHops);
    }

    /** All but that this is a card of the server. */
    public Statements withoutServer(MacAddress mac) {
        return new Statements(
                serverAddresses,
                serverMacs.stream().filter(one -> !one.equals(mac)).toList(),
                gateways,
                nextHops);
    }

    /** All but that this is a default gateway. */
    public Statements withoutGateway(Station gateway) {
        return new Statements(
                serverAddresses,
                serverMacs,
                gateways.stream().filter(one -> !one.equals(gateway)).toList(),
                nextHops);
    }

    /** All but the proper next hop of {@code peer}. */
    public Statements withoutNextHop(IpAddress peer) {
        Map<IpAddress, Station> others = new HashMap<>(nextHops);
        others.remove(peer);
        return new Statements(serverAddresses, serverMacs, gateways, others);
    }

    /** Whether the user said which machine is the failing one. */
    public boolean nameServer() {
        return !serverAddresses.isEmpty() || !serverMacs.isEmpty();
    }
}
