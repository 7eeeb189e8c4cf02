package io.github.espial.wire;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Unsigned reads at absolute positions of a big-endian buffer, and the notation of addresses in {@code toString}. */
final class Octets {
    private Octets() {}

    static int u8(ByteBuffer octets, int position) {
        return octets.get(position) & 0xff;
    }

    static int u16(ByteBuffer octets, int position) {
        return octets.getShort(position) & 0xffff;
    }

    static long u32(ByteBuffer octets, int position) {
        return octets.getInt(position) & 0xffff_ffffL;
    }

    /** Six octets as the low 48 bits. */
    static long mac(ByteBuffer octets, int position) {
        return (long) u16(octets, position) << 32 | u32(octets, position + 2);
    }

    static String macText(long mac) {
        return HexFormat.of().toHexDigits(mac, 12);
    }

    static String ipv4Text(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }

    /** 32 hexadecimal digits without separators or shortening. */
    static String ipv6Text(long high, long low) {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    /** Eight hexadecimal digits after {@code 0x}. */
    static String hex32(long value) {
        return "0x" + HexFormat.of().toHexDigits(value, 8);
    }
}
