package io.github.espial.capture.pcapng;

import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureLedger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The section of a pcapng file that is being read, as its Section Header Block states it (draft-ietf-opsawg-pcapng
 * §4.1).
 *
 * <pre>
 *  0  block type 0a0d0d0a, block length
 *  8  byte-order magic 1a2b3c4d
 * 12  major version, minor version, 16 bits each
 * 16  section length without this block, 64 bits; all ones where unknown
 * 24  options
 * </pre>
 */
final class SectionHeader {
    /** Octets of the smallest block. */
    static final int MIN_LENGTH = 28;

    /** The version that this program knows, the major part; minor versions differ in nothing that matters here. */
    static final int MAJOR_VERSION = 1;

    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int MAGIC = 8;
    private static final int VERSION = 12;
    private static final int SECTION_LENGTH = 16;
    private static final int OPTIONS = 24;
    private static final int TRAILER = 4;

    /** What some writers leave in the field, besides the -1 that the format has for it, when they do not know. */
    private static final long UNSTATED = 0;

    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private long statedLength = UNSTATED;
    private long bodyOffset;

    /** Order of the octets in the section. */
    ByteOrder order() {
        return order;
    }

    /** Takes the octet order from the header at {@code at}, of which the magic is readable; false if it tells none. */
    boolean takeOrder(ByteBuffer bigEndian, int at) {
        int magic = bigEndian.getInt(at + MAGIC);
        if (magic == BYTE_ORDER_MAGIC) {
            order = ByteOrder.BIG_ENDIAN;
        } else if (magic == Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
            order = ByteOrder.LITTLE_ENDIAN;
        } else {
            return false;
        }
        return true;
    }

    /** The major version in the header at {@code at}. */
    static int majorVersion(ByteBuffer fields, int at) {
        return Short.toUnsignedInt(fields.getShort(at + VERSION));
    }

    /** Takes the rest of the header at {@code at}, which stands at {@code offset} in the file. */
    void take(ByteBuffer fields, int at, int length, long offset, CaptureLedger ledger) {
        statedLength = fields.getLong(at + SECTION_LENGTH);
        bodyOffset = offset + length;
        PcapngOptions options = new PcapngOptions();
        options.wrap(fields, at + OPTIONS, at + length - TRAILER);
        while (options.next()) {
            if (options.code() == PcapngOptions.COMMENT) {
                ledger.add(new CaptureComment(0, options.text()), offset);
            }
        }
        if (options.isMalformed()) {
            ledger.note(offset, "an option of the section header exceeds its block");
        }
    }

    /** Notes when the section ends at {@code offset}, but not where its header said. */
    void noteEnd(long offset, CaptureLedger ledger) {
        long length = offset - bodyOffset;
        if (statedLength > UNSTATED && statedLength != length) {
            ledger.note(offset, "the section ends after " + length + " octets, its header says " + statedLength);
        }
        statedLength = UNSTATED;
    }
}
