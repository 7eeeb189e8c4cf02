package io.github.espial.capture.etl;

import java.nio.ByteBuffer;

/**
 * The header of a buffer (WMI_BUFFER_HEADER of ntwmi.h), little-endian.
 *
 * <pre>
 *  0  octets of the buffer in the file
 *  4  octets of header and events when not compressed
 *  8  current offset, reference count, time stamp, sequence number, clock
 * 40  processor, 16 bits, or 8 bits without the flag 0x20; logger id, 16 bits
 * 44  state
 * 48  offset
 * 52  flags, 16 bits
 * 54  kind, 16 bits
 * 56  16 octets for the kernel
 * </pre>
 *
 * @param size octets of the buffer in the file, header included
 * @param filled octets of header and events when not compressed
 * @param processor that logged the events
 */
record BufferHeader(int size, int filled, int processor, boolean isCompressed) {
    /** Octets of the header. */
    static final int LENGTH = 72;

    private static final int SIZE = 0;
    private static final int FILLED = 4;
    private static final int PROCESSOR = 40;
    private static final int STATE = 44;
    private static final int FLAGS = 52;
    private static final int KIND = 54;

    private static final int PROCESSOR_IS_INDEX = 0x20;
    private static final int COMPRESSED = 0x40;
    private static final int KNOWN_FLAGS = 0x1FF;

    /** Highest values that are defined; a few more are allowed for. */
    private static final int MAX_STATE = 7;

    private static final int MAX_KIND = 15;

    /** The kernel grants 16 MiB. */
    private static final int MAX_LENGTH = 1 << 26;

    private static final int ALIGNMENT = 8;

    /** Events differ in their time stamps at least: nothing real is compressed to a small part of this. */
    private static final long MAX_RATIO = 512;

    /** Whether a buffer may begin at {@code at}, where as many octets as a header has are readable. */
    static boolean isPlausible(ByteBuffer fields, int at) {
        int size = fields.getInt(at + SIZE);
        int filled = fields.getInt(at + FILLED);
        int flags = Short.toUnsignedInt(fields.getShort(at + FLAGS));
        boolean isCompressed = (flags & COMPRESSED) != 0;
        return size >= LENGTH
                && size <= MAX_LENGTH
                && (isCompressed || size % ALIGNMENT == 0)
                && filled >= LENGTH
                && filled <= (isCompressed ? Math.min(MAX_LENGTH, MAX_RATIO * size) : size)
                && (flags & ~KNOWN_FLAGS) == 0
                && Integer.compareUnsigned(fields.getInt(at + STATE), MAX_STATE) <= 0
                && Short.toUnsignedInt(fields.getShort(at + KIND)) <= MAX_KIND;
    }

    /** Reads the header at {@code at}, which is plausible. */
    static BufferHeader parse(ByteBuffer fields, int at) {
        int flags = Short.toUnsignedInt(fields.getShort(at + FLAGS));
        boolean isIndex = (flags & PROCESSOR_IS_INDEX) != 0;
        return new BufferHeader(
                fields.getInt(at + SIZE),
                fields.getInt(at + FILLED),
                isIndex
                        ? Short.toUnsignedInt(fields.getShort(at + PROCESSOR))
                        : Byte.toUnsignedInt(fields.get(at + PROCESSOR)),
                (flags & COMPRESSED) != 0);
    }

    /** Octets of events when not compressed. */
    int bodyLength() {
        return filled - LENGTH;
    }
}
