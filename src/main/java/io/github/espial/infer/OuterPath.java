package io.github.espial.infer;

import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;

/**
 * Traffic of one kind between a server and a peer over one link: on its first hop when outbound, on its last when
 * inbound.
 *
 * @param server the server's outer address
 * @param peer the peer's outer address
 * @param traffic what it is
 * @param direction whether the server sent it or received it; never {@link Direction#TRANSIT}
 * @param hop the link; its destination is the next hop that the server chose when outbound
 * @param span how much, and when
 * @param series its frames over time
 */
public record OuterPath(
        IpAddress server, IpAddress peer, Traffic traffic, Direction direction, Hop hop, Span span, Series series) {
    public OuterPath {
        if (direction == Direction.TRANSIT) {
            throw new IllegalArgumentException("a server is at one end of each path");
        }
    }

    /** Whether the server sent it. */
    public boolean outbound() {
        return direction == Direction.OUTBOUND;
    }
}
