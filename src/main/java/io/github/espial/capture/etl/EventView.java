package io.github.espial.capture.etl;

import java.nio.ByteBuffer;

/**
 * View of an event, little-endian. Not thread-safe.
 *
 * <p>All kinds have the type of their header at octet 2 and flags at octet 3. Of EVENT_HEADER (evntcons.h, types 0x12
 * and 0x13) as it stands in the file:
 *
 * <pre>
 *  0  size, 16 bits; type, flags
 *  4  flags, 16 bits: 0x1 has extended items; property, 16 bits
 *  8  thread, process
 * 16  time stamp
 * 24  provider, a GUID
 * 40  id, 16 bits; version, channel, level, opcode; task, 16 bits
 * 48  keyword
 * 56  processor time, activity, a GUID
 * 80  extended items, then the payload
 * </pre>
 */
final class EventView {
    /** Octets that any header has. */
    static final int SHORTEST = 8;

    /** Octets up to the end of the time stamp, wherever that is. */
    static final int STAMP_END = 24;

    /** Events begin at multiples of this. */
    static final int ALIGNMENT = 8;

    private static final int EVENT_HEADER = 80;
    private static final int TYPE = 2;
    private static final int MARKER = 3;
    private static final int FLAGS = 4;
    private static final int SYSTEM_SIZE = 4;
    private static final int THREAD = 8;
    private static final int PERFORMANCE_STAMP = 8;
    private static final int STAMP = 16;
    private static final int PROVIDER = 24;
    private static final int ID = 40;
    private static final int VERSION = 42;
    private static final int KEYWORD = 48;

    private static final int MARKER_SET = 0x80;
    private static final int EXTENDED = 1;

    private static final int ITEM_HEADER = 8;
    private static final int ITEM_LINK = 4;
    private static final int ITEM_SIZE = 6;

    private ByteBuffer fields = ByteBuffer.allocate(0);
    private int start;
    private int size;
    private int payloadStart;

    /** Points this view at an event of which {@link #SHORTEST} octets are readable; false if none is there. */
    boolean wrap(ByteBuffer fields, int start) {
        this.fields = fields;
        this.start = start;
        this.size = Short.toUnsignedInt(fields.getShort(start + (isSystemType(type()) ? SYSTEM_SIZE : 0)));
        return (Byte.toUnsignedInt(fields.get(start + MARKER)) & MARKER_SET) != 0 && size >= SHORTEST;
    }

    /** Octets of the event, without those up to the next multiple of 8; unsigned 16-bit. */
    int size() {
        return size;
    }

    /** Whether the event has an EVENT_HEADER; when the event is wholly readable, all below may then be called. */
    boolean isProvided() {
        int type = type();
        return (type == 0x12 || type == 0x13) && size >= EVENT_HEADER;
    }

    /** Whether {@link #stamp()} is there. */
    boolean hasStamp() {
        return switch (type()) {
            case 0x01, 0x02, 0x03, 0x04, 0x0A, 0x12, 0x13, 0x14 -> size >= STAMP + Long.BYTES;
            case 0x10, 0x11 -> size >= PERFORMANCE_STAMP + Long.BYTES;
            default -> false;
        };
    }

    /** Time stamp in units of the trace's clock. */
    long stamp() {
        int type = type();
        return fields.getLong(start + (type == 0x10 || type == 0x11 ? PERFORMANCE_STAMP : STAMP));
    }

    /** Thread that logged. */
    int thread() {
        return fields.getInt(start + THREAD);
    }

    /** The first half of the provider's GUID, as two little-endian numbers read as one. */
    long providerLow() {
        return fields.getLong(start + PROVIDER);
    }

    /** The second half of the provider's GUID. */
    long providerHigh() {
        return fields.getLong(start + PROVIDER + Long.BYTES);
    }

    /** Number of the event within its provider, unsigned 16-bit. */
    int id() {
        return Short.toUnsignedInt(fields.getShort(start + ID));
    }

    /** Version of the event's payload, unsigned 8-bit. */
    int version() {
        return Byte.toUnsignedInt(fields.get(start + VERSION));
    }

    /** Keyword, whose bits mean what the provider says. */
    long keyword() {
        return fields.getLong(start + KEYWORD);
    }

    /** Passes over the extended items (EVENT_HEADER_EXTENDED_DATA_ITEM); false when they exceed the event. */
    boolean findPayload() {
        payloadStart = start + EVENT_HEADER;
        boolean isMore = (fields.getShort(start + FLAGS) & EXTENDED) != 0;
        while (isMore) {
            if (payloadStart + ITEM_HEADER > start + size) {
                return false;
            }
            isMore = (fields.getShort(payloadStart + ITEM_LINK) & 1) != 0;
            int item = ITEM_HEADER + Short.toUnsignedInt(fields.getShort(payloadStart + ITEM_SIZE));
            payloadStart += item + ALIGNMENT - 1 & -ALIGNMENT;
        }
        return payloadStart <= start + size;
    }

    /** Memory of the event. */
    ByteBuffer fields() {
        return fields;
    }

    /** Index of the payload, which was found before. */
    int payloadStart() {
        return payloadStart;
    }

    /** Octets of the payload, which was found before. */
    int payloadLength() {
        return start + size - payloadStart;
    }

    private int type() {
        return Byte.toUnsignedInt(fields.get(start + TYPE));
    }

    private static boolean isSystemType(int type) {
        return (type >= 0x01 && type <= 0x04) || type == 0x10 || type == 0x11;
    }

    @Override
    public String toString() {
        return "event, type " + type() + ", " + size + " octets" + (isProvided() ? ", id " + id() : "");
    }
}
