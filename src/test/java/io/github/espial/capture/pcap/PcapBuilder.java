package io.github.espial.capture.pcap;

import io.github.espial.bytes.OrderedOctets;
import java.nio.ByteOrder;

/** Builds a pcap file, record by record. */
public final class PcapBuilder {
    private static final long MICROSECONDS = 0xA1B2C3D4L;
    private static final long NANOSECONDS = 0xA1B23C4DL;

    private final OrderedOctets octets;

    private PcapBuilder(OrderedOctets octets) {
        this.octets = octets;
    }

    /** A file of version 2.4 with microseconds, snap length 262144 and link type Ethernet. */
    public static PcapBuilder microseconds(ByteOrder order) {
        return header(order, MICROSECONDS, 4, 262_144, 1);
    }

    /** A file of version 2.4 with nanoseconds, snap length 262144 and link type Ethernet. */
    public static PcapBuilder nanoseconds(ByteOrder order) {
        return header(order, NANOSECONDS, 4, 262_144, 1);
    }

    /** A file of version 2.{@code minor} with microseconds. */
    public static PcapBuilder version2(ByteOrder order, int minor, long snapLength, long linkType) {
        return header(order, MICROSECONDS, minor, snapLength, linkType);
    }

    /** A file of version 2.{@code minor} with any magic number. */
    public static PcapBuilder magic(ByteOrder order, long magic, int minor, long linkType) {
        return header(order, magic, minor, 262_144, linkType);
    }

    private static PcapBuilder header(ByteOrder order, long magic, int minor, long snapLength, long linkType) {
        OrderedOctets octets = new OrderedOctets(order);
        octets.u32(magic).u16(2).u16(minor).u64(0).u32(snapLength).u32(linkType);
        return new PcapBuilder(octets);
    }

    /** Adds a whole frame. */
    public PcapBuilder frame(long seconds, long fraction, byte[] frame) {
        return record(seconds, fraction, frame.length, frame.length, frame);
    }

    /** Adds a record whose lengths say what they like. */
    public PcapBuilder record(long seconds, long fraction, long first, long second, byte[] frame) {
        octets.u32(seconds).u32(fraction).u32(first).u32(second).octets(frame);
        return this;
    }

    /** Adds a record of a variant, which has {@code behind} between the lengths and the frame. */
    public PcapBuilder record(long seconds, long fraction, byte[] behind, byte[] frame) {
        octets.u32(seconds).u32(fraction).u32(frame.length).u32(frame.length);
        octets.octets(behind).octets(frame);
        return this;
    }

    /** Adds a field of the header that only some writers have. */
    public PcapBuilder field(long value) {
        octets.u32(value);
        return this;
    }

    /** Octets so far. */
    public int size() {
        return octets.size();
    }

    /** The file. */
    public byte[] toOctets() {
        return octets.toOctets();
    }
}
