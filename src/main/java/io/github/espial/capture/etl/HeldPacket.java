package io.github.espial.capture.etl;

import io.github.espial.capture.Direction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A packet that waits until all places it passes have logged it, or long enough. */
final class HeldPacket implements Comparable<HeldPacket> {
    final InterfaceKey place;
    final long nanos;
    final Direction direction;
    final byte[] octets;
    final long original;
    final long fileOffset;
    final Identity identity;

    /** Position among all that were held, which decides between equal times. */
    private final long order;

    /** Where the packet was logged so far. */
    final List<InterfaceKey> places;

    /** Whether an appearance nearer to the wire has taken its place. */
    boolean isReplaced;

    /**
     * What two appearances of a packet have in common.
     *
     * @param first PktMon's group, or a digest of the octets
     * @param second number within the group and length without link layer, or the length
     */
    record Identity(InterfaceKey.Logger logger, long first, long second, Direction direction) {
        Identity in(Direction other) {
            return new Identity(logger, first, second, other);
        }
    }

    HeldPacket(LoggedPacket packet, Identity identity, long order) {
        this.place = packet.place;
        this.nanos = packet.nanos;
        this.direction = packet.direction;
        this.octets = new byte[packet.length];
        packet.octets.get(packet.start, octets);
        this.original = packet.original;
        this.fileOffset = packet.fileOffset;
        this.identity = identity;
        this.order = order;
        this.places = new ArrayList<>(2);
        places.add(place);
    }

    /** Whether {@code packet} has the same octets. */
    boolean hasOctetsOf(LoggedPacket packet) {
        return packet.length == octets.length
                && packet.octets
                        .duplicate()
                        .limit(packet.start + packet.length)
                        .position(packet.start)
                        .equals(ByteBuffer.wrap(octets));
    }

    @Override
    public int compareTo(HeldPacket other) {
        int byTime = Long.compare(nanos, other.nanos);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }

    @Override
    public String toString() {
        return place + " at " + nanos + ": " + Arrays.toString(octets);
    }
}
