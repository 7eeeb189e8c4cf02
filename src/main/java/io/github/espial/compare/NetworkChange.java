package io.github.espial.compare;

import io.github.espial.net.IpPrefix;

/**
 * What became of packets for one network behind a peer, or for one host where no network is known.
 *
 * @param network the network, or a prefix of full length
 */
public record NetworkChange(IpPrefix network, NetworkState before, NetworkState after) {
    /** Whether packets that went right go wrong now. */
    boolean isNewlyWrong() {
        return before.routing() == Routing.PROPER && after.routing().isWrong();
    }

    /** Whether packets that went wrong go right now. */
    boolean isMended() {
        return before.routing().isWrong() && after.routing() == Routing.PROPER;
    }

    /** Whether packets went wrong, and none were seen since. */
    boolean isUntried() {
        return before.routing().isWrong() && after.routing() == Routing.NONE;
    }
}
