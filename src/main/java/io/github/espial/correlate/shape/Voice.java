package io.github.espial.correlate.shape;

import java.util.Optional;

/**
 * Packets of one length at the beat of a codec: one each 10, 20 or 30 ms (RFC 3551 §4.2). So many calls at a time that
 * packets at random times would show the beat as well are not told.
 */
final class Voice {
    private static final double SECOND = 1e9;
    private static final int[] BEATS_MILLIS = {20, 30, 10};
    /** How much a packet may be off the beat. */
    private static final double OFF = 0.003;
    /** Two seconds and more of a call. */
    private static final int LEAST = 150;
    /** Share of packets that another follows a beat later. */
    private static final double FOLLOWED = 0.8;
    /** Where random times would show that share there is nothing to tell. */
    private static final double GREATEST_BY_CHANCE = 0.6;
    /** Share of packets that come right after another: they do where a window is sent at once, each round trip. */
    private static final double BUNCHED = 0.3;

    private static final double RIGHT_AFTER = 0.002;
    /** With more packets of one length a second, random times would show the beat. */
    private static final double DENSE = 400;
    /** Octets of the inner packet: IP, UDP and RTP, and 20 octets of G.729 up to 240 of G.711. */
    private static final int SHORTEST = 60;

    private static final int LONGEST = 300;

    private Voice() {}

    /** Their places in the SA. */
    static Optional<Places> of(OneLength packets, InnerSizes sizes) {
        if (packets.size() < LEAST
                || packets.perSecond() > DENSE
                || !sizes.isBetween(packets.length(), SHORTEST, LONGEST)) {
            return Optional.empty();
        }
        for (int beat : BEATS_MILLIS) {
            if (isAt(beat / 1000.0, packets)) {
                Places places = new Places();
                for (int one = 0; one < packets.size(); one++) {
                    places.add(packets.packet(one));
                }
                return Optional.of(places);
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(double beat, OneLength packets) {
        int followed = 0;
        int bunched = 0;
        double byChance = 0;
        for (int one = 0; one < packets.size(); one++) {
            long at = packets.nanos(one);
            followed += packets.any(at + nanos(beat - OFF), at + nanos(beat + OFF)) ? 1 : 0;
            bunched += one > 0 && at - packets.nanos(one - 1) < nanos(RIGHT_AFTER) ? 1 : 0;
            byChance += Chance.anyWithin(packets.perSecond(at, 1), 2 * OFF);
        }
        return followed >= FOLLOWED * packets.size()
                && bunched <= BUNCHED * packets.size()
                && byChance <= GREATEST_BY_CHANCE * packets.size();
    }

    private static long nanos(double seconds) {
        return (long) (seconds * SECOND);
    }
}
