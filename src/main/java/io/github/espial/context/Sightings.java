package io.github.espial.context;

import io.github.espial.net.IpAddress;
import java.util.List;

/**
 * What a file states beside tables and policies.
 *
 * @param counts what went through tunnels
 * @param ownAddresses of the machine, from lines that name no interface with them
 * @param emptyTables routing tables that were asked for and hold nothing
 * @param bareIkeSas negotiations that stand without an SA for packets
 * @param wireGuardPeers peers of WireGuard interfaces
 * @param cryptoMaps where crypto maps protect what leaves
 */
public record Sightings(
        List<SaCount> counts,
        List<IpAddress> ownAddresses,
        List<String> emptyTables,
        List<BareIkeSa> bareIkeSas,
        List<WireGuardPeer> wireGuardPeers,
        List<CryptoMapAt> cryptoMaps) {
    /** Nothing is stated. */
    public static final Sightings NONE =
            new Sightings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Sightings {
        counts = List.copyOf(counts);
        ownAddresses = List.copyOf(ownAddresses);
        emptyTables = List.copyOf(emptyTables);
        bareIkeSas = List.copyOf(bareIkeSas);
        wireGuardPeers = List.copyOf(wireGuardPeers);
        cryptoMaps = List.copyOf(cryptoMaps);
    }
}
