package io.github.espial.capture.pcap;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.RecordReader;
import io.github.espial.net.LinkTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of a pcap file: all that must be known to read its records from anywhere (draft-ietf-opsawg-pcap §4).
 *
 * <pre>
 *  0  magic number      a1b2c3d4 microseconds, a1b23c4d nanoseconds, in the order of the machine that wrote it;
 *                       a1b2cd34 microseconds, records with more before the frame;
 *                       1c0001ac nanoseconds, 1c0001ab microseconds, one field more: IXIA's
 *  4  major version, 16 bits; minor version, 16 bits
 *  8  two fields that are 0
 * 16  snap length
 * 20  link type in the low 16 bits; length of the frame check sequence in the upper ones
 * 24  only IXIA's: octets of all records
 * </pre>
 *
 * @param variant how the records look
 * @param length octets of the header
 * @param isNanosecond whether the fractions of a second count nanoseconds, else microseconds
 * @param snapLength octets kept of each frame at most, unsigned 32-bit, as the writer says
 * @param linkType LINKTYPE_ number, 16 bits
 */
public record PcapHeader(
        PcapVariant variant,
        int length,
        ByteOrder order,
        boolean isNanosecond,
        int majorVersion,
        int minorVersion,
        long snapLength,
        int linkType) {
    /** Octets of the header, IXIA's apart. */
    public static final int LENGTH = 24;

    /** The version that all present writers write, the major part. */
    public static final int MAJOR_VERSION = 2;

    private static final int MICROSECOND_MAGIC = 0xA1B2C3D4;
    private static final int NANOSECOND_MAGIC = 0xA1B23C4D;
    private static final int MODIFIED_MAGIC = 0xA1B2CD34;
    private static final int IXIA_NANOSECOND_MAGIC = 0x1C0001AC;
    private static final int IXIA_MICROSECOND_MAGIC = 0x1C0001AB;
    private static final int IXIA_LENGTH = 28;

    private static final int VERSION_MAJOR = 4;
    private static final int VERSION_MINOR = 6;
    private static final int SNAP_LENGTH = 16;
    private static final int LINK_TYPE = 20;

    /** What libpcap and Wireshark allow a frame to have whatever the snap length says, which writers often understate. */
    private static final long USUAL_MAX_CAPTURED = 262_144;

    /** What no frame may exceed, however large the snap length claims to be. */
    private static final long MAX_CAPTURED = RecordReader.MOST_OCTETS;

    /** In files older than version 2.3 the captured length stands second; in 2.3 itself either may. */
    private static final int FIRST_UNSWAPPED_MINOR = 4;

    /** The major version that tcpdump of DG/UX writes, and the lengths as before 2.3. */
    private static final int DGUX_MAJOR_VERSION = 543;

    /** The minor version of AIX, which counts nanoseconds and has other numbers for link types. */
    private static final int AIX_MINOR_VERSION = 2;

    private static final int MOST_16_BITS = 0xffff;
    private static final long MOST_32_BITS = 0xffff_ffffL;

    private static final int TOKEN_RING = 6;
    private static final int FDDI = 10;

    /** Whether a file that starts with {@code magic}, read as big-endian, is a pcap file. */
    static boolean isMagic(int magic) {
        return isNativeMagic(magic) || isNativeMagic(Integer.reverseBytes(magic));
    }

    /** Reads the header at {@code start}, whose magic number was recognised. */
    public static PcapHeader parse(ByteBuffer bigEndian, int start) {
        boolean isNative = isNativeMagic(bigEndian.getInt(start));
        ByteOrder order = isNative ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer fields = bigEndian.duplicate().order(order);
        int magic = fields.getInt(start);
        boolean isIxia = magic == IXIA_NANOSECOND_MAGIC || magic == IXIA_MICROSECOND_MAGIC;
        PcapHeader header = new PcapHeader(
                magic == MODIFIED_MAGIC ? PcapVariant.MODIFIED : PcapVariant.STANDARD,
                isIxia ? IXIA_LENGTH : LENGTH,
                order,
                magic == NANOSECOND_MAGIC || magic == IXIA_NANOSECOND_MAGIC,
                Short.toUnsignedInt(fields.getShort(start + VERSION_MAJOR)),
                Short.toUnsignedInt(fields.getShort(start + VERSION_MINOR)),
                Integer.toUnsignedLong(fields.getInt(start + SNAP_LENGTH)),
                fields.getInt(start + LINK_TYPE) & 0xFFFF);
        return magic == MICROSECOND_MAGIC ? header.asAix() : header;
    }

    /** The same with the variant that the records from where {@code window} stands show. */
    public PcapHeader withVariant(OctetWindow window) throws IOException {
        return with(VariantTrial.tell(this, window), isNanosecond, linkType);
    }

    /** Whether records may look otherwise than the magic number says. */
    boolean mayBeVariant() {
        return !isNanosecond && length == LENGTH && !mayHaveSwappedLengths();
    }

    /** Octets of a record before its frame. */
    int recordHeader() {
        return variant.recordHeader();
    }

    /**
     * What AIX means by a header of version 2.2: its link types are interface types (RFC 1573), of which 6, 9, 15 and 24
     * stood for media that no program captured from when that version was current.
     */
    private PcapHeader asAix() {
        if (majorVersion != MAJOR_VERSION || minorVersion != AIX_MINOR_VERSION) {
            return this;
        }
        return switch (linkType) {
            case 6 -> with(variant, true, LinkTypes.ETHERNET);
            case 9 -> with(variant, true, TOKEN_RING);
            case 15 -> with(variant, true, FDDI);
            case 24 -> with(variant, true, LinkTypes.NULL);
            default -> this;
        };
    }

    private PcapHeader with(PcapVariant records, boolean countsNanoseconds, int link) {
        return new PcapHeader(records, length, order, countsNanoseconds, majorVersion, minorVersion, snapLength, link);
    }

    /** Octets that a record may hold at most before it is taken for damage. */
    public int maxCapturedLength() {
        return (int) Math.min(MAX_CAPTURED, Math.max(USUAL_MAX_CAPTURED, snapLength));
    }

    /** What the fractions of a second count up to. */
    public int fractionsPerSecond() {
        return isNanosecond ? 1_000_000_000 : 1_000_000;
    }

    /** Whether the larger of the two lengths of a record is the original one, wherever it stands. */
    public boolean mayHaveSwappedLengths() {
        return majorVersion == DGUX_MAJOR_VERSION
                || (majorVersion == MAJOR_VERSION && minorVersion < FIRST_UNSWAPPED_MINOR);
    }

    void write(FieldWriter to) throws IOException {
        to.constant(variant);
        to.number(length);
        to.flag(order == ByteOrder.BIG_ENDIAN);
        to.flag(isNanosecond);
        to.number(majorVersion);
        to.number(minorVersion);
        to.number(snapLength);
        to.number(linkType);
    }

    /** Reads what {@link #write} wrote. */
    static PcapHeader read(FieldReader from) throws IOException {
        return new PcapHeader(
                from.constant(PcapVariant.values(), "a variant of pcap"),
                (int) from.number(IXIA_LENGTH),
                from.flag() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                from.flag(),
                (int) from.number(MOST_16_BITS),
                (int) from.number(MOST_16_BITS),
                from.number(MOST_32_BITS),
                (int) from.number(MOST_16_BITS));
    }

    private static boolean isNativeMagic(int magic) {
        return switch (magic) {
            case MICROSECOND_MAGIC, NANOSECOND_MAGIC, MODIFIED_MAGIC -> true;
            case IXIA_NANOSECOND_MAGIC, IXIA_MICROSECOND_MAGIC -> true;
            default -> false;
        };
    }
}
