package io.github.espial.capture.pcapng;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureLedger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

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

    private static final int GREATEST_VERSION = 0xffff;

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
    private int version = MAJOR_VERSION;

    /** Order of the octets in the section. */
    ByteOrder order() {
        return order;
    }

    boolean isBigEndian() {
        return order == ByteOrder.BIG_ENDIAN;
    }

    /** The octet order that the header at {@code at} tells, of which the magic is readable. */
    static Optional<ByteOrder> order(ByteBuffer bigEndian, int at) {
        int magic = bigEndian.getInt(at + MAGIC);
        if (magic == BYTE_ORDER_MAGIC) {
            return Optional.of(ByteOrder.BIG_ENDIAN);
        }
        return magic == Integer.reverseBytes(BYTE_ORDER_MAGIC)
                ? Optional.of(ByteOrder.LITTLE_ENDIAN)
                : Optional.empty();
    }

    /** Takes the octet order from the header at {@code at}, of which the magic is readable; false if it tells none. */
    boolean takeOrder(ByteBuffer bigEndian, int at) {
        Optional<ByteOrder> stated = order(bigEndian, at);
        order = stated.orElse(order);
        return stated.isPresent();
    }

    /** Takes the major version from the header. */
    void takeVersion(int major) {
        version = major;
    }

    /** Whether this program knows the version, and so what the blocks of the section mean. */
    boolean isKnown() {
        return version == MAJOR_VERSION;
    }

    /** Becomes the section that {@code state} is of. */
    void takeFrom(State state) {
        order = state.order;
        statedLength = state.statedLength;
        bodyOffset = state.bodyOffset;
        version = state.version;
    }

    /** All that bears upon what follows the header. */
    State state() {
        return new State(order, statedLength, bodyOffset, version);
    }

    /** What a header says, as a value. */
    record State(ByteOrder order, long statedLength, long bodyOffset, int version) {
        void write(FieldWriter to) throws IOException {
            to.flag(order == ByteOrder.BIG_ENDIAN);
            to.signed(statedLength);
            to.number(bodyOffset);
            to.number(version);
        }

        static State read(FieldReader from) throws IOException {
            return new State(
                    from.flag() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                    from.signed(),
                    from.number(Long.MAX_VALUE),
                    (int) from.number(GREATEST_VERSION));
        }
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
