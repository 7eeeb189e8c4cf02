package io.github.espial.observe;

import io.github.espial.net.IpAddress;

/**
 * Packets of one kind from one host to another, seen on one link.
 *
 * @param traffic what they are
 * @param hop where they were seen
 * @param source outer source
 * @param destination outer destination
 * @param span how much, and when
 * @param leastHops the lowest time to live or hop limit seen
 * @param greatestHops the highest
 * @param sentHere whether the capture itself says of any that the capturing machine sent it
 * @param receivedHere whether it says of any that the capturing machine received it
 * @param series frames over time; without buckets for {@link Traffic#PLAIN}
 */
public record Talk(
        Traffic traffic,
        Hop hop,
        IpAddress source,
        IpAddress destination,
        Span span,
        int leastHops,
        int greatestHops,
        boolean sentHere,
        boolean receivedHere,
        Series series) {

    /** Whether SAs carry these packets. */
    public boolean isProtected() {
        return traffic.isProtected();
    }

    public boolean isIke() {
        return traffic == Traffic.IKE;
    }
}
