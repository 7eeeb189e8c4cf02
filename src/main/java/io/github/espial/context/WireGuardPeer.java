package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Optional;

/**
 * A peer of a WireGuard interface: of what is routed into the interface, it takes what is for its allowed IPs, and what is
 * for nobody's is dropped.
 *
 * @param line number of the line it begins at, from 1
 * @param device the interface; empty where a configuration does not name it
 * @param endpoint outer address that packets are sent to; empty where not stated
 * @param allowed networks behind the peer
 */
public record WireGuardPeer(int line, Optional<String> device, Optional<IpAddress> endpoint, List<IpPrefix> allowed) {
    /** Networks of one peer that are kept. */
    public static final int MOST_NETWORKS = 1000;

    public WireGuardPeer {
        allowed = List.copyOf(allowed);
    }
}
