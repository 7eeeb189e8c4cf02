package io.github.espial.correlate.shape;

import java.util.Arrays;
import java.util.Optional;

/** Short packets of one length, of which one goes every so many seconds, and none in between. */
final class Keepalives {
    private static final double SECOND = 1e9;
    /** What is more frequent keeps nothing alive. */
    private static final double LEAST_INTERVAL = 5;

    private static final double MOST_INTERVAL = 130;
    /** Fewer may be chance: of packets at random times one interval in ten is about as usual as this. */
    private static final int LEAST = 6;
    /** How much an interval may differ from the usual one. */
    private static final double OFF = 0.05;
    /** Share of intervals that are usual, or as long as two where one was lost. */
    private static final double REGULAR = 0.85;
    /** Octets of the inner packet. */
    private static final int SHORTEST = 29;

    private static final int LONGEST = 120;

    private Keepalives() {}

    /** Their places in the SA. */
    static Optional<Places> of(OneLength packets, InnerSizes sizes) {
        int intervals = packets.size() - 1;
        if (packets.size() < LEAST || !sizes.isBetween(packets.length(), SHORTEST, LONGEST)) {
            return Optional.empty();
        }
        double[] seconds = new double[intervals];
        for (int one = 0; one < intervals; one++) {
            seconds[one] = (packets.nanos(one + 1) - packets.nanos(one)) / SECOND;
        }
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        double usual = sorted[intervals / 2];
        if (usual < LEAST_INTERVAL || usual > MOST_INTERVAL) {
            return Optional.empty();
        }
        int regular = 0;
        for (double one : seconds) {
            boolean isUsual = Math.abs(one - usual) <= OFF * usual;
            boolean isOneLost = Math.abs(one - 2 * usual) <= OFF * usual;
            regular += isUsual || isOneLost ? 1 : 0;
        }
        if (regular < REGULAR * intervals) {
            return Optional.empty();
        }
        Places places = new Places();
        for (int one = 0; one < packets.size(); one++) {
            places.add(packets.packet(one));
        }
        return Optional.of(places);
    }
}
