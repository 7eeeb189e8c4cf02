package io.github.espial.capture.netmon;

import io.github.espial.bytes.OrderedOctets;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Builds a Network Monitor file of any version: frames, then their table, to which the header points. */
public final class NetMonBuilder {
    private static final int HEADER = 128;
    private static final int TABLE_START = 24;

    private final int major;
    private final int minor;
    private final OrderedOctets octets = little();
    private final List<Integer> table = new ArrayList<>();

    private NetMonBuilder(int major, int minor, int mediaType, int[] start) {
        this.major = major;
        this.minor = minor;
        octets.text(major == 1 ? "RTSS" : "GMBU").u8(minor).u8(major).u16(mediaType);
        for (int field : start) {
            octets.u16(field);
        }
        while (octets.size() < HEADER) {
            octets.u8(0);
        }
    }

    /** A file that starts on 2005-07-17 at 00:00:46.019, with Ethernet for the medium. */
    public static NetMonBuilder version(int major, int minor) {
        return version(major, minor, 1);
    }

    /** The same with another medium. */
    public static NetMonBuilder version(int major, int minor, int mediaType) {
        return startingAt(major, minor, mediaType, 2005, 7, 0, 17, 0, 0, 46, 19);
    }

    /** A file whose start is what {@code start} says: year, month, day of week, day, hour, minute, second, millisecond. */
    public static NetMonBuilder startingAt(int major, int minor, int mediaType, int... start) {
        return new NetMonBuilder(major, minor, mediaType, start);
    }

    /** Adds a whole Ethernet frame. */
    public NetMonBuilder frame(long delta, byte[] frame) {
        return record(delta, frame.length, frame, 1, 0);
    }

    /** Adds a record, with what of the trailer the version has. */
    public NetMonBuilder record(long delta, int original, byte[] frame, int mediaType, long fileTime) {
        table.add(octets.size());
        if (major == 1) {
            octets.u32(delta).u16(original).u16(frame.length).octets(frame);
            return this;
        }
        octets.u64(delta).u32(original).u32(frame.length).octets(frame);
        if (minor >= 1) {
            octets.u16(mediaType);
        }
        if (minor >= 2) {
            octets.u32(0xFFFF_FFFFL);
        }
        if (minor >= 3) {
            octets.u64(fileTime).u8(0);
        }
        return this;
    }

    /** Adds octets that belong to no frame. */
    public NetMonBuilder hole(int length) {
        octets.octets(new byte[length]);
        return this;
    }

    /** Offset of the record that was added at place {@code index}, from 0. */
    public int offset(int index) {
        return table.get(index);
    }

    /** Offset of what comes next. */
    public int size() {
        return octets.size();
    }

    /** The file with its records in the order of the table. */
    public byte[] toOctets() {
        return toOctets(table.stream().mapToLong(Integer::longValue).toArray());
    }

    /** The file with a table of {@code offsets}. */
    public byte[] toOctets(long... offsets) {
        OrderedOctets file = little().octets(octets.toOctets());
        for (long offset : offsets) {
            file.u32(offset);
        }
        byte[] whole = file.toOctets();
        byte[] place = little().u32(octets.size()).u32(4L * offsets.length).toOctets();
        System.arraycopy(place, 0, whole, TABLE_START, place.length);
        return whole;
    }

    private static OrderedOctets little() {
        return new OrderedOctets(ByteOrder.LITTLE_ENDIAN);
    }
}
