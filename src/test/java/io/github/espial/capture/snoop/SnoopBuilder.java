package io.github.espial.capture.snoop;

import io.github.espial.bytes.OrderedOctets;
import java.nio.ByteOrder;

/** Builds a snoop file, record by record. */
public final class SnoopBuilder {
    private static final int RECORD_HEADER = 24;

    private final OrderedOctets octets = new OrderedOctets(ByteOrder.BIG_ENDIAN);

    private SnoopBuilder(long version, long dataLink) {
        octets.text("snoop").u8(0).u8(0).u8(0).u32(version).u32(dataLink);
    }

    /** A file of version 2. */
    public static SnoopBuilder dataLink(long dataLink) {
        return version(2, dataLink);
    }

    /** A file of any version. */
    public static SnoopBuilder version(long version, long dataLink) {
        return new SnoopBuilder(version, dataLink);
    }

    /** Adds a whole frame, padded to four octets, before which none were lost. */
    public SnoopBuilder frame(long seconds, long micros, byte[] frame) {
        return record(seconds, micros, frame.length, (4 - frame.length % 4) % 4, 0, frame);
    }

    /** Adds a record. */
    public SnoopBuilder record(long seconds, long micros, long original, int padding, long drops, byte[] frame) {
        return record(original, frame.length, RECORD_HEADER + frame.length + padding, drops, seconds, micros)
                .octets(frame)
                .octets(new byte[padding]);
    }

    /** Adds the header of a record whose lengths say what they like. */
    public SnoopBuilder record(long original, long captured, long record, long drops, long seconds, long micros) {
        octets.u32(original).u32(captured).u32(record).u32(drops).u32(seconds).u32(micros);
        return this;
    }

    /** Adds octets as they are. */
    public SnoopBuilder octets(byte[] any) {
        octets.octets(any);
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
