package io.github.espial.capture;

import io.github.espial.bytes.OctetWords;
import java.nio.ByteBuffer;

/**
 * The frame that a reader has just reached: a cursor that the reader moves, so nothing here is valid after
 * {@link FrameSink#frame} returns. What is to be kept is copied. Not thread-safe.
 */
public final class Frame {
    private ByteBuffer octets = ByteBuffer.allocate(0);
    private OctetWords words = new OctetWords(octets);

    // Written by FrameCursor only.
    int start;
    int capturedLength;
    long originalLength;
    long number;
    int interfaceId;
    int linkType;
    boolean hasTime;
    long nanos;
    Direction direction = Direction.UNKNOWN;
    long fileOffset;

    Frame() {}

    /** Says which memory it lies in; {@code words} are those of {@code octets}. */
    void lieIn(ByteBuffer octets, OctetWords words) {
        this.octets = octets;
        this.words = words;
    }

    /** Big-endian memory that holds the frame from {@link #start()} on, and other records around it. */
    public ByteBuffer octets() {
        return octets;
    }

    /** The same memory, by words of eight octets. */
    public OctetWords words() {
        return words;
    }

    /** Index in {@link #octets()} of the first octet of the link-layer header. */
    public int start() {
        return start;
    }

    /** Octets of the frame that the capture holds. */
    public int capturedLength() {
        return capturedLength;
    }

    /** Octets of the frame on the wire, unsigned 32-bit; writers that err may state fewer than were captured. */
    public long originalLength() {
        return originalLength;
    }

    /** Number within the capture, from 1, as Wireshark counts. */
    public long number() {
        return number;
    }

    /** Id of the interface in {@link CaptureSummary#interfaces()}. */
    public int interfaceId() {
        return interfaceId;
    }

    /** LINKTYPE_ number of the interface, 16 bits. */
    public int linkType() {
        return linkType;
    }

    /** Whether the capture says when the frame passed; Simple Packet Blocks of pcapng do not. */
    public boolean hasTime() {
        return hasTime;
    }

    /** Nanoseconds since 1970-01-01T00:00Z, saturating; 0 where {@link #hasTime()} is false. */
    public long nanos() {
        return nanos;
    }

    /** Which way the frame went, as far as the capture itself says so. */
    public Direction direction() {
        return direction;
    }

    /** Whether the capture holds only the beginning of the frame. */
    public boolean isTruncated() {
        return capturedLength < originalLength;
    }

    /** Offset of the record that holds the frame, in the uncompressed file. */
    public long fileOffset() {
        return fileOffset;
    }

    @Override
    public String toString() {
        return "frame " + number + " at " + fileOffset + ", interface " + interfaceId + ", link type " + linkType + ", "
                + capturedLength + " of " + originalLength + " octets, " + direction
                + (hasTime ? ", " + nanos + " ns" : "");
    }
}
