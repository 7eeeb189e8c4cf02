package io.github.espial.capture.pcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of a pcap file: all that must be known to read its records from anywhere (draft-ietf-opsawg-pcap §4).
 *
 * <pre>
 *  0  magic number      a1b2c3d4 microseconds, a1b23c4d nanoseconds, in the order of the machine that wrote it
 *  4  major version, 16 bits; minor version, 16 bits
 *  8  two fields that are 0
 * 16  snap length
 * 20  link type in the low 16 bits; length of the frame check sequence in the upper ones
 * </pre>
 *
 * @param isNanosecond whether the fractions of a second count nanoseconds, else microseconds
 * @param snapLength octets kept of each frame at most, unsigned 32-bit, as the writer says
 * @param linkType LINKTYPE_ number, 16 bits
 */
public record PcapHeader(
        ByteOrder order, boolean isNanosecond, int majorVersion, int minorVersion, long snapLength, int linkType) {
    /** Octets of the header. */
    public static final int LENGTH = 24;

    /** The version that all present writers write, the major part. */
    public static final int MAJOR_VERSION = 2;

    private static final int MICROSECOND_MAGIC = 0xA1B2C3D4;
    private static final int NANOSECOND_MAGIC = 0xA1B23C4D;
    private static final int VERSION_MAJOR = 4;
    private static final int VERSION_MINOR = 6;
    private static final int SNAP_LENGTH = 16;
    private static final int LINK_TYPE = 20;

    /** What libpcap and Wireshark allow a frame to have whatever the snap length says, which writers often understate. */
    private static final long USUAL_MAX_CAPTURED = 262_144;

    /** What no frame may exceed, however large the snap length claims to be. */
    private static final long MAX_CAPTURED = 1 << 24;

    /** In files older than version 2.3 the captured length stands second; in 2.3 itself either may. */
    private static final int FIRST_UNSWAPPED_MINOR = 4;

    /** Whether a file that starts with {@code magic}, read as big-endian, is a pcap file. */
    public static boolean isMagic(int magic) {
        return isNativeMagic(magic) || isNativeMagic(Integer.reverseBytes(magic));
    }

    /** Reads the header at {@code start}, whose magic number was recognised. */
    public static PcapHeader parse(ByteBuffer bigEndian, int start) {
        int magic = bigEndian.getInt(start);
        ByteOrder order = isNativeMagic(magic) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer fields = bigEndian.duplicate().order(order);
        return new PcapHeader(
                order,
                fields.getInt(start) == NANOSECOND_MAGIC,
                Short.toUnsignedInt(fields.getShort(start + VERSION_MAJOR)),
                Short.toUnsignedInt(fields.getShort(start + VERSION_MINOR)),
                Integer.toUnsignedLong(fields.getInt(start + SNAP_LENGTH)),
                fields.getInt(start + LINK_TYPE) & 0xFFFF);
    }

    /** Octets that a record may hold at most before it is taken for damage. */
    public int maxCapturedLength() {
        return (int) Math.min(MAX_CAPTURED, Math.max(USUAL_MAX_CAPTURED, snapLength));
    }

    /** Whether the larger of the two lengths of a record is the original one, wherever it stands. */
    public boolean mayHaveSwappedLengths() {
        return majorVersion == MAJOR_VERSION && minorVersion < FIRST_UNSWAPPED_MINOR;
    }

    private static boolean isNativeMagic(int magic) {
        return magic == MICROSECOND_MAGIC || magic == NANOSECOND_MAGIC;
    }
}
