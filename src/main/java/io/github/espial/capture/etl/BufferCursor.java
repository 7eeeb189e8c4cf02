package io.github.espial.capture.etl;

import io.github.espial.bytes.OctetRanges;
import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.OctetWindow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Goes through the events of one buffer. Not thread-safe. */
final class BufferCursor {
    /** The size of an event has 16 bits. */
    private static final int MAX_EVENT = (1 << 16) + EventView.ALIGNMENT;

    private static final int PEEKED = 1 << 10;
    private static final int EVENTS_PEEKED = 16;
    private static final int READ_AT_ONCE = 1 << 14;

    private final long offset;
    private final BufferHeader header;
    private final OctetWindow window;
    private final EventView event = new EventView();
    private int eventLength;
    private Optional<String> damage = Optional.empty();

    private BufferCursor(OctetRanges file, long offset, BufferHeader header, int capacity) throws IOException {
        this.offset = offset;
        this.header = header;
        long body = offset + BufferHeader.LENGTH;
        OctetSource stored = new HeapOctets(
                file.range(body, header.isCompressed() ? offset + header.size() : body + header.bodyLength()));
        OctetSource events = header.isCompressed() ? new Lz77Octets(stored, header.bodyLength()) : stored;
        this.window = new OctetWindow(events, 0, capacity, 2 * MAX_EVENT);
    }

    /** A cursor that stands before the first event. */
    static BufferCursor open(OctetRanges file, BufferPlace place) throws IOException {
        return new BufferCursor(file, place.offset(), place.header(), READ_AT_ONCE);
    }

    /** The stamp of the first event that has one; {@code otherwise} when none has. */
    static long firstStamp(OctetRanges file, long offset, BufferHeader header, long otherwise) throws IOException {
        BufferCursor cursor = new BufferCursor(file, offset, header, PEEKED);
        for (int i = 0; i < EVENTS_PEEKED && cursor.next(); i++) {
            if (cursor.event.hasStamp()) {
                return cursor.event.stamp();
            }
        }
        return otherwise;
    }

    /** Moves to the next event, which is then wholly readable; false at the end, and where the buffer is damaged. */
    boolean next() throws IOException {
        window.advance(Math.min(eventLength, window.available()));
        eventLength = 0;
        long left = header.bodyLength() - window.offset();
        if (left < EventView.SHORTEST) {
            return false;
        }
        if (!window.require(EventView.SHORTEST)) {
            return damaged("it ends after " + stated(window.offset() + window.available()));
        }
        ByteBuffer fields = window.buffer(ByteOrder.LITTLE_ENDIAN);
        if (fields.getInt(window.position()) == -1) {
            return false;
        }
        if (!event.wrap(fields, window.position()) || event.size() > left) {
            return damaged("no event at " + stated(window.offset()));
        }
        int size = event.size();
        if (!window.require(size)) {
            return damaged("it ends after " + stated(window.offset() + window.available()));
        }
        eventLength = size + EventView.ALIGNMENT - 1 & -EventView.ALIGNMENT;
        window.require(eventLength);
        event.wrap(window.buffer(ByteOrder.LITTLE_ENDIAN), window.position());
        return true;
    }

    /** The event that {@link #next()} moved to. */
    EventView event() {
        return event;
    }

    /** Processor that logged the events. */
    int processor() {
        return header.processor();
    }

    /** Offset of the event in the file; of the buffer where that is compressed. */
    long fileOffset() {
        return header.isCompressed() ? offset : offset + BufferHeader.LENGTH + window.offset();
    }

    /** Offset of the buffer in the file. */
    long offset() {
        return offset;
    }

    /** What is wrong with the buffer, as far as it was read. */
    Optional<String> damage() {
        return damage;
    }

    private boolean damaged(String text) {
        damage = Optional.of(text);
        return false;
    }

    private String stated(long octets) {
        return octets + " of " + header.bodyLength() + " octets" + (header.isCompressed() ? ", decompressed" : "");
    }
}
