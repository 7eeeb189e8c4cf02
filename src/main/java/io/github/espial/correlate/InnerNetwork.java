package io.github.espial.correlate;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.util.Optional;

/**
 * Inner packets that are to go to a peer in an SA, as a policy or the SA's own traffic selector states it.
 *
 * @param peer outer address of the far end
 * @param spi of the SA; empty where a policy states it for whatever SA is there
 * @param source where the packets come from
 * @param destination the network behind the peer
 */
public record InnerNetwork(IpAddress peer, Optional<Spi> spi, IpPrefix source, IpPrefix destination) {
    /** Whether packets from {@code from} to {@code to} are such. */
    public boolean covers(IpAddress from, IpAddress to) {
        return source.contains(from) && destination.contains(to);
    }
}
