package io.github.espial.capture.snoop;

import java.nio.ByteBuffer;

/**
 * The header of a snoop file, big-endian (RFC 1761).
 *
 * <pre>
 *  0  "snoop" and three octets of 0
 *  8  version
 * 12  data link type
 * </pre>
 *
 * @param version 2; Shomiti's Surveyor writes 3 to 5, too
 * @param dataLink data link type, unsigned 32-bit
 */
record SnoopHeader(int version, long dataLink) {
    /** Octets of the header. */
    static final int LENGTH = 16;

    /** Octets that tell that a file is one of snoop. */
    static final int MAGIC_LENGTH = 8;

    /** The version of RFC 1761. */
    static final int VERSION = 2;

    private static final long MAGIC = 0x736E_6F6F_7000_0000L;
    private static final int VERSION_FIELD = 8;
    private static final int DATA_LINK = 12;

    /** Whether a file that starts with {@code magic}, eight octets read as big-endian, is one of snoop. */
    static boolean isMagic(long magic) {
        return magic == MAGIC;
    }

    /** Reads the header at {@code start}, whose magic number was recognised. */
    static SnoopHeader parse(ByteBuffer bigEndian, int start) {
        return new SnoopHeader(
                bigEndian.getInt(start + VERSION_FIELD), Integer.toUnsignedLong(bigEndian.getInt(start + DATA_LINK)));
    }
}
