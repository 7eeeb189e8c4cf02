package io.github.espial.correlate.inner;

import io.github.espial.net.IpAddress;

/**
 * Fragments of one inner packet that say the same of their flow.
 *
 * @param talk the flow as they show it, and how many they are
 * @param whole the packet that they are parts of
 */
public record InnerFragment(InnerTalk talk, Whole whole) {
    /**
     * What the parts of one packet share, and when they came: the numbers come again after a while.
     *
     * @param source who sent the packet
     * @param destination whom it is for
     * @param protocol of its payload; 0 for IPv6
     * @param identification its number, unsigned 32 bits
     * @param period of {@link FragmentTable#PERIOD_BITS}, from the epoch on
     */
    public record Whole(IpAddress source, IpAddress destination, int protocol, long identification, long period) {
        /** The same packet, in another period. */
        public Whole in(long other) {
            return new Whole(source, destination, protocol, identification, other);
        }
    }
}
