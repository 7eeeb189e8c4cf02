package io.github.espial.capture.etl;

import io.github.espial.bytes.OctetRanges;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the buffers of a trace. They stand one after another; where there is none, the next place that looks like one
 * is taken.
 */
final class BufferIndex {
    /** Enough for 32 GiB in buffers of 64 KiB, in memory of some tens of MiB. */
    private static final int MAX_BUFFERS = 1 << 19;

    private static final int WINDOW = 1 << 13;

    /** What is looked at to find a buffer: its header, and the beginning of its first event. */
    private static final int LOOKED_AT = BufferHeader.LENGTH + EventView.SHORTEST;

    private static final int EVENT_MARKER = 3;
    private static final int EVENT_MARKER_SET = 0x80;

    private final OctetRanges file;
    private final OctetWindow window;
    private final CaptureLedger ledger;
    private final List<BufferPlace> places = new ArrayList<>();

    private BufferIndex(OctetRanges file, CaptureLedger ledger) throws IOException {
        this.file = file;
        this.window = new OctetWindow(new HeapOctets(file.range(0, Long.MAX_VALUE)), 0, WINDOW, WINDOW);
        this.ledger = ledger;
    }

    /** All buffers, in the order in which they begin in time. */
    static List<BufferPlace> read(OctetRanges file, CaptureLedger ledger) throws IOException {
        BufferIndex index = new BufferIndex(file, ledger);
        index.read();
        index.places.sort(null);
        return index.places;
    }

    private void read() throws IOException {
        long stamp = Long.MIN_VALUE;
        int usualSize = 0;
        while (window.require(BufferHeader.LENGTH)) {
            ByteBuffer fields = window.buffer(ByteOrder.LITTLE_ENDIAN);
            if (!BufferHeader.isPlausible(fields, window.position())) {
                passDamage(usualSize);
                continue;
            }
            if (places.size() == MAX_BUFFERS) {
                ledger.note(window.offset(), "more than " + MAX_BUFFERS + " buffers: the others are left out");
                return;
            }
            BufferHeader header = BufferHeader.parse(fields, window.position());
            usualSize = header.isCompressed() ? 0 : header.size();
            stamp = BufferCursor.firstStamp(file, window.offset(), header, stamp);
            places.add(new BufferPlace(window.offset(), header, stamp));
            window.skip(header.size());
        }
        if (window.available() > 0) {
            ledger.note(
                    window.offset(),
                    "cut off: expected a buffer header of " + BufferHeader.LENGTH + " octets, found "
                            + window.available());
        }
    }

    /** Goes to the next buffer: by the size of those before, and where none is there, octet by octet. */
    private void passDamage(int usualSize) throws IOException {
        long start = window.offset();
        if (usualSize > 0 && isBufferAfter(usualSize)) {
            window.skip(usualSize);
        } else {
            do {
                window.advance(1);
            } while (window.require(LOOKED_AT) && !isBuffer(window.buffer(ByteOrder.LITTLE_ENDIAN), window.position()));
            if (window.available() < LOOKED_AT) {
                window.advance(window.available());
            }
        }
        ledger.note(start, "damaged: no buffer header; " + (window.offset() - start) + " octets were passed over");
    }

    private boolean isBufferAfter(int octets) throws IOException {
        long next = window.offset() + octets;
        OctetWindow there =
                new OctetWindow(new HeapOctets(file.range(next, next + LOOKED_AT)), next, LOOKED_AT, LOOKED_AT);
        return there.require(LOOKED_AT) && isBuffer(there.buffer(ByteOrder.LITTLE_ENDIAN), there.position());
    }

    private static boolean isBuffer(ByteBuffer fields, int at) {
        if (!BufferHeader.isPlausible(fields, at)) {
            return false;
        }
        BufferHeader header = BufferHeader.parse(fields, at);
        return header.isCompressed()
                || header.bodyLength() == 0
                || (fields.get(at + BufferHeader.LENGTH + EVENT_MARKER) & EVENT_MARKER_SET) != 0;
    }
}
