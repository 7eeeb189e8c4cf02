package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import java.util.Set;

/**
 * Packets of one kind from one host to another, seen on one link.
 *
 * @param traffic what they are
 * @param hop where they were seen
 * @param source outer source
 * @param destination outer destination
 * @param span how much, and when
 * @param hopLimits the times to live or hop limits seen
 * @param capturer what the capturing machine had to do with them
 * @param series frames over time; without buckets for {@link Traffic#PLAIN}
 */
public record Talk(
        Traffic traffic,
        Hop hop,
        IpAddress source,
        IpAddress destination,
        Span span,
        HopLimits hopLimits,
        Capturer capturer,
        Series series) {
    /**
     * What hosts set a packet's time to live to (RFC 1700 says 64; Windows uses 128, some routers 255). Systems that began
     * with 32 or 60 are gone, and packets that four routers have taken from 64 are common.
     */
    private static final Set<Integer> FRESH_HOP_LIMITS = Set.of(64, 128, 255);

    /** Whether SAs carry these packets. */
    public boolean isProtected() {
        return traffic.isProtected();
    }

    public boolean isIke() {
        return traffic == Traffic.IKE;
    }

    /** The lowest time to live or hop limit seen. */
    public int leastHops() {
        return hopLimits.least();
    }

    /** The highest time to live or hop limit seen. */
    public int greatestHops() {
        return hopLimits.greatest();
    }

    /** Whether one of them has the time to live that hosts begin with: no router took it from another link. */
    public boolean isFresh() {
        return FRESH_HOP_LIMITS.contains(greatestHops());
    }

    /** Whether the capture itself says of any that the capturing machine sent it. */
    public boolean sentHere() {
        return capturer.isSender();
    }

    /** Whether the capture itself says of any that the capturing machine received it. */
    public boolean receivedHere() {
        return capturer.isReceiver();
    }

    /** Times to live (IPv4) or hop limits (IPv6) of packets, 0 to 255. */
    public record HopLimits(int least, int greatest) {}

    /**
     * What the capture itself says that the machine it was made on had to do with packets; many captures say neither.
     *
     * @param isSender whether it sent any
     * @param isReceiver whether it received any
     */
    public record Capturer(boolean isSender, boolean isReceiver) {}
}
