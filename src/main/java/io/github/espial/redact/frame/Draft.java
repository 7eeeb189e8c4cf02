package io.github.espial.redact.frame;

import io.github.espial.redact.mapping.Mapping;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A frame and its redacted twin. Positions count from the frame's first octet. Nothing is read or written beyond its end:
 * octets there read as 0, and an address that is cut off is not written. Not thread-safe.
 */
final class Draft {
    private static final int MAC_LENGTH = 6;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;
    private static final int LETTERS = 26;

    private static final byte[] ZEROS = new byte[256];

    private final Mapping mapping;
    private final RecentAddresses recent;
    private ByteBuffer from = ByteBuffer.allocate(0);
    private ByteBuffer to = ByteBuffer.allocate(0);
    private int length;

    Draft(Mapping mapping) {
        this.mapping = mapping;
        this.recent = new RecentAddresses(mapping);
    }

    /** Begins a frame, whose twin is zeros. */
    void begin(ByteBuffer octets, int start, int captured, ByteBuffer twin) {
        if (from.capacity() < captured) {
            from = ByteBuffer.allocate(captured);
        }
        from.put(0, octets, start, captured);
        to = twin;
        length = captured;
        for (int at = 0; at < captured; at += ZEROS.length) {
            to.put(at, ZEROS, 0, Math.min(ZEROS.length, captured - at));
        }
    }

    /** Octets of the frame. */
    int length() {
        return length;
    }

    /** The frame itself, for views; octets beyond {@link #length()} are of other frames. */
    ByteBuffer original() {
        return from;
    }

    int u8(int at) {
        return at < length ? from.get(at) & 0xff : 0;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int i32(int at) {
        return u16(at) << 16 | u16(at + 2);
    }

    long i64(int at) {
        return (long) i32(at) << 32 | Integer.toUnsignedLong(i32(at + 4));
    }

    /** A MAC of the frame, as the low 48 bits. */
    long mac(int at) {
        return (long) u16(at) << 32 | Integer.toUnsignedLong(i32(at + 2));
    }

    /** What the twin has there. */
    int written16(int at) {
        int first = at < length ? to.get(at) & 0xff : 0;
        int second = at + 1 < length ? to.get(at + 1) & 0xff : 0;
        return first << 8 | second;
    }

    /** Leaves octets as they are, up to {@code end} or that of the frame. */
    void keep(int at, int end) {
        int last = Math.min(end, length);
        if (at < last) {
            to.put(at, from, at, last - at);
        }
    }

    void put8(int at, int value) {
        if (at < length) {
            to.put(at, (byte) value);
        }
    }

    void put16(int at, int value) {
        if (at + 2 <= length) {
            to.putShort(at, (short) value);
        }
    }

    void putMac(int at, long mac) {
        put16(at, (int) (mac >>> 32));
        put16(at + 2, (int) (mac >>> 16));
        put16(at + 4, (int) mac);
    }

    /** Writes what stands for the MAC there. */
    void redactMac(int at) {
        if (at + MAC_LENGTH <= length) {
            putMac(at, recent.mac(mac(at)));
        }
    }

    /** Writes what stands for the IPv4 address there. */
    void redactIpv4(int at) {
        if (at + IPV4_LENGTH <= length) {
            to.putInt(at, recent.ipv4(i32(at)));
        }
    }

    /** Writes what stands for the first {@code bits} of the IPv4 address there, and zeros behind them. */
    void redactIpv4Prefix(int at, int bits) {
        if (at + IPV4_LENGTH <= length) {
            to.putInt(at, standForPrefix(i32(at), bits));
        }
    }

    /** What stands for the first {@code bits} of an IPv4 address, and zeros behind them. */
    int standForPrefix(int address, int bits) {
        return bits <= 0 ? 0 : recent.ipv4(address) & -1 << Math.max(0, Integer.SIZE - bits);
    }

    /** Writes what stands for IPv4 addresses one behind the other, as many as fit before {@code end}. */
    void redactIpv4List(int at, int end) {
        for (int position = at; position + IPV4_LENGTH <= end; position += IPV4_LENGTH) {
            redactIpv4(position);
        }
    }

    /** Writes what stands for the IPv6 address there. */
    void redactIpv6(int at) {
        if (at + IPV6_LENGTH <= length) {
            recent.ipv6(i64(at), i64(at + Long.BYTES));
            to.putLong(at, recent.high());
            to.putLong(at + Long.BYTES, recent.low());
        }
    }

    /** Writes what stands for the first {@code bits} of the IPv6 address there, and zeros behind them. */
    void redactIpv6Prefix(int at, int bits) {
        if (at + IPV6_LENGTH <= length) {
            recent.ipv6(i64(at), i64(at + Long.BYTES));
            to.putLong(at, recent.high() & ones(bits));
            to.putLong(at + Long.BYTES, recent.low() & ones(bits - Long.SIZE));
        }
    }

    /**
     * Writes the first and the last address of the smallest prefix that stands for those of the range there: a range that
     * is no prefix grows to one, for what shares no prefix does not stay together.
     */
    void redactIpv4Range(int at) {
        if (at + 2 * IPV4_LENGTH <= length) {
            int bits = Integer.numberOfLeadingZeros(i32(at) ^ i32(at + IPV4_LENGTH));
            int first = standForPrefix(i32(at), bits);
            to.putInt(at, first);
            to.putInt(at + IPV4_LENGTH, first | (bits == Integer.SIZE ? 0 : -1 >>> bits));
        }
    }

    /** The same of a range of IPv6 addresses. */
    void redactIpv6Range(int at) {
        if (at + 2 * IPV6_LENGTH <= length) {
            int last = at + IPV6_LENGTH;
            int bits = Long.numberOfLeadingZeros(i64(at) ^ i64(last));
            if (bits == Long.SIZE) {
                bits += Long.numberOfLeadingZeros(i64(at + Long.BYTES) ^ i64(last + Long.BYTES));
            }
            redactIpv6Prefix(at, bits);
            to.putLong(last, to.getLong(at) | ~ones(bits));
            to.putLong(last + Long.BYTES, to.getLong(at + Long.BYTES) | ~ones(bits - Long.SIZE));
        }
    }

    /** Writes octets that stand for those there, which nobody may see; the same for the same. */
    void redactSecret(int at, int end) {
        int last = Math.min(end, length);
        if (at < last) {
            byte[] stand = mapping.names().octets("octets", copy(at, last));
            to.put(at, stand);
        }
    }

    /** Writes lower-case letters that stand for a name; the same for the same. */
    void redactName(int at, int end) {
        int last = Math.min(end, length);
        if (at < last) {
            byte[] stand = mapping.names().octets("name", copy(at, last));
            for (int i = 0; i < stand.length; i++) {
                to.put(at + i, (byte) ('a' + (stand[i] & 0xff) % LETTERS));
            }
        }
    }

    /** A copy of octets of the frame. */
    byte[] copy(int at, int end) {
        return Arrays.copyOfRange(from.array(), at, end);
    }

    /** A copy of octets of the twin. */
    byte[] written(int at, int end) {
        byte[] octets = new byte[end - at];
        to.get(at, octets);
        return octets;
    }

    /** Writes other octets, as far as they fit. */
    void put(int at, byte[] octets) {
        if (at + octets.length <= length) {
            to.put(at, octets);
        }
    }

    private static long ones(int count) {
        return count <= 0 ? 0 : count >= Long.SIZE ? -1 : -1L << (Long.SIZE - count);
    }
}
