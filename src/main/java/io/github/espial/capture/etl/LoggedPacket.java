package io.github.espial.capture.etl;

import io.github.espial.capture.Direction;
import java.nio.ByteBuffer;

/** The packet, or the fragment of one, that an event holds: one object that moves from event to event. */
final class LoggedPacket {
    /** Where it was logged. */
    InterfaceKey place = InterfaceKey.NONE;

    /** Nanoseconds since 1970. */
    long nanos;

    Direction direction = Direction.UNKNOWN;

    /** Memory that holds the octets. */
    ByteBuffer octets = ByteBuffer.allocate(0);

    int start;
    int length;

    /** Octets on the wire, as the event says; 0 where it does not. */
    long original;

    /** Offset in the file of the event, or of the compressed buffer that holds it. */
    long fileOffset;

    /** Whether the event holds the first octets of the packet, and the last. */
    boolean isFirst;

    boolean isLast;

    /** Processor and thread that logged: the fragments of a packet have both in common. */
    int processor;

    int thread;

    /** What the packet is known by to PktMon: number of its group and number within. */
    long group;

    int number;
}
