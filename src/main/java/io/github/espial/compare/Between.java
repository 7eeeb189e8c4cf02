package io.github.espial.compare;

import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import java.util.Optional;

/**
 * Whose traffic is compared.
 *
 * @param server the server's address; empty for whichever it is: it may have changed between two cases
 * @param peer the peer's address
 */
record Between(Optional<IpAddress> server, IpAddress peer) {
    boolean covers(IpAddress one, IpAddress other) {
        return other.equals(peer) && server.map(one::equals).orElse(true);
    }

    boolean covers(OuterPath path) {
        return covers(path.server(), path.peer());
    }

    boolean covers(Peer known) {
        return covers(known.server(), known.address());
    }

    /** {@code ESP for 198.51.100.20}, with the server where there are several. */
    String esp() {
        return "ESP for " + peer + server.map(one -> " from " + one).orElse("");
    }
}
