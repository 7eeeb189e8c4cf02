package io.github.espial.report.route;

import io.github.espial.infer.Peer;
import io.github.espial.observe.Traffic;
import java.util.Set;

/**
 * A way from a server by a next hop to a peer.
 *
 * @param server index of the server in {@link RouteMap#servers()}, 0 where none is known
 * @param router index of the next hop in {@link RouteMap#routers()}
 * @param peer the far end
 * @param kind what is to be said of it
 * @param carries what took it; of a way that was not taken, IKE where that went there
 * @param frames outbound frames that took it
 */
public record DrawnWay(int server, int router, Peer peer, Kind kind, Set<Traffic> carries, long frames) {
    public DrawnWay {
        carries = Set.copyOf(carries);
    }

    /** How a way that was taken compares with the peer's proper one. */
    public enum Kind {
        /** Taken, and a finding says that it is not the proper one. */
        WRONG,
        /** The proper one, and IPsec traffic took it. */
        PROPER,
        /** The proper one, which IPsec traffic did not take. */
        UNUSED,
        /** Taken; nothing says whether it is the proper one. */
        UNJUDGED
    }
}
