package io.github.espial.routing;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.WireGuardPeer;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What WireGuard beside IPsec takes of its packets: a route into its interface chooses it, and the allowed IPs of its peers
 * choose the peer.
 */
final class WireGuardRemarks {
    private final RouteLookup lookup;
    private final Set<String> devices = new HashSet<>();
    private final List<WireGuardPeer> peers;

    WireGuardRemarks(List<MachineFile> own, RouteLookup lookup) {
        this.lookup = lookup;
        this.peers = own.stream()
                .flatMap(file -> file.words().entries().sightings().wireGuardPeers().stream())
                .toList();
        for (WireGuardPeer peer : peers) {
            peer.device().ifPresent(devices::add);
        }
        for (MachineFile file : own) {
            for (InterfaceEntry card : file.words().entries().interfaces()) {
                card.tunnel()
                        .map(TunnelDevice::kind)
                        .filter("wireguard"::equals)
                        .ifPresent(kind -> devices.add(card.name()));
            }
        }
        if (devices.isEmpty() && !peers.isEmpty()) {
            named();
        }
    }

    /** A configuration does not say which interface it is of: by its usual name the routes may. */
    private void named() {
        lookup.routes()
                .forEach(route -> route.interfaceName()
                        .filter(name -> name.matches("wg.*"))
                        .ifPresent(devices::add));
    }

    /** Sentences on a network of an IPsec tunnel that stands. */
    Set<String> of(StatedNetwork network) {
        Set<String> remarks = new LinkedHashSet<>();
        if (devices.isEmpty()) {
            return remarks;
        }
        into(lookup.lookup(network.local(), network.peer()))
                .ifPresent(device -> remarks.add("ESP for " + network.peer() + " is routed into " + device
                        + ", WireGuard" + fate(device, IpPrefix.host(network.peer()))));
        remarks.addAll(inner(network).values());
        return remarks;
    }

    /** A sentence on each part of a network that is routed into WireGuard and has a policy of IPsec without a device. */
    Map<IpPrefix, String> inner(StatedNetwork network) {
        Map<IpPrefix, String> said = new LinkedHashMap<>();
        if (network.device().isEmpty() && !devices.isEmpty()) {
            lookup.lookups(network.source(), network.network())
                    .forEach((part, found) -> into(found)
                            .ifPresent(device -> said.put(
                                    part,
                                    part + ", behind " + network.peer() + ", is routed into " + device + ", WireGuard"
                                            + fate(device, part)
                                            + ", and only what meets the policy of IPsec first is protected")));
        }
        return said;
    }

    private Optional<String> into(Lookup found) {
        return found.decidedBy().flatMap(Route::interfaceName).filter(devices::contains);
    }

    /** What becomes of packets for {@code part} in a device. */
    private String fate(String device, IpPrefix part) {
        Optional<IpAddress> endpoint = Optional.empty();
        boolean isAllowed = false;
        boolean isKnown = false;
        int longest = -1;
        for (WireGuardPeer peer : peers) {
            if (peer.device().filter(name -> !name.equals(device)).isPresent()) {
                continue;
            }
            for (IpPrefix allowed : peer.allowed()) {
                isKnown = true;
                if (allowed.contains(part) && allowed.length() > longest) {
                    longest = allowed.length();
                    isAllowed = true;
                    endpoint = peer.endpoint();
                }
            }
        }
        if (!isKnown) {
            return "";
        }
        return isAllowed
                ? endpoint.map(to -> " to " + to).orElse("")
                : ", none of whose peers may have it by its allowed IPs: it is dropped there";
    }
}
