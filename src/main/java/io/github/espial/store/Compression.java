package io.github.espial.store;

import java.util.Arrays;

/** How a capture file is compressed as a whole. */
public enum Compression {
    /** Stored as it is. */
    NONE("none"),
    /** One or several gzip members (RFC 1952). */
    GZIP("gzip"),
    /** One or several Zstandard frames, skippable ones among them (RFC 8878). */
    ZSTD("zstd"),
    /** One or several LZ4 frames (LZ4 Frame Format 1.6). */
    LZ4("lz4"),
    /** One or several bzip2 streams. */
    BZIP2("bzip2"),
    /** One or several xz streams (The .xz File Format 1.2). */
    XZ("xz");

    /** Octets that tell any of them. */
    static final int MAGIC_LENGTH = 6;

    private static final byte[] ZSTD_MAGIC = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    /** Its first octet is any of 16 (RFC 8878 §3.1.2); LZ4 has the same, but its tools never begin with one. */
    private static final byte[] SKIPPABLE_MAGIC = {0x50, 0x2A, 0x4D, 0x18};

    private static final byte[] LZ4_MAGIC = {0x04, 0x22, 0x4D, 0x18};
    private static final byte[] BZIP2_MAGIC = {'B', 'Z', 'h'};
    private static final byte[] XZ_MAGIC = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};

    private final String text;

    Compression(String text) {
        this.text = text;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }

    /** What a file is compressed by that begins with {@code start}, at most {@link #MAGIC_LENGTH} octets. */
    static Compression of(byte[] start) {
        if (Gunzip.isMagic(start)) {
            return GZIP;
        }
        if (begins(start, ZSTD_MAGIC) || isSkippable(start)) {
            return ZSTD;
        }
        if (begins(start, LZ4_MAGIC)) {
            return LZ4;
        }
        if (begins(start, BZIP2_MAGIC) && start.length > BZIP2_MAGIC.length && isLevel(start[BZIP2_MAGIC.length])) {
            return BZIP2;
        }
        return begins(start, XZ_MAGIC) ? XZ : NONE;
    }

    private static boolean begins(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean isSkippable(byte[] start) {
        byte[] first = start.clone();
        if (first.length > 0) {
            first[0] &= (byte) 0xF0;
        }
        return begins(first, SKIPPABLE_MAGIC);
    }

    private static boolean isLevel(byte digit) {
        return digit >= '1' && digit <= '9';
    }
}
