package io.github.espial.compare;

import io.github.espial.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * What became of a server's ESP for one peer.
 *
 * @param address the peer's outer address
 * @param server the server's, where the peer talks with several
 * @param outcome what it comes to
 * @param text the same in a sentence with the values that matter, without trailing period
 * @param before empty where the first case does not know the peer
 * @param after empty where the second case does not know it
 * @param networks what is known of networks behind it, in order
 */
public record PeerChange(
        IpAddress address,
        Optional<IpAddress> server,
        Outcome outcome,
        String text,
        Optional<PeerState> before,
        Optional<PeerState> after,
        List<NetworkChange> networks) {
    public PeerChange {
        networks = List.copyOf(networks);
    }

    Routing routingBefore() {
        return before.map(PeerState::routing).orElse(Routing.NONE);
    }

    Routing routingAfter() {
        return after.map(PeerState::routing).orElse(Routing.NONE);
    }

    /** Whether it says nothing about the fault: no ESP in one of the cases, and none that goes wrong in the other. */
    boolean isBesideThePoint() {
        List<Routing> both = List.of(routingBefore(), routingAfter());
        return both.contains(Routing.NONE) && both.stream().noneMatch(one -> one.isWrong() || one == Routing.OPEN);
    }
}
