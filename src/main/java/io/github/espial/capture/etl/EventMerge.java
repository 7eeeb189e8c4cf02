package io.github.espial.capture.etl;

import io.github.espial.bytes.OctetRanges;
import io.github.espial.capture.CaptureLedger;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Goes through the events about packets of all buffers in the order of their time stamps. Each processor fills buffers
 * of its own, each in order; so a buffer is opened when its first event is due, and few are open at once.
 */
final class EventMerge {
    /** More than any machine has processors that log at the same time; each takes some tens of KiB. */
    private static final int MAX_OPEN = 256;

    private static final int MAX_DAMAGES = 1000;

    private record Opened(BufferCursor cursor, int order) implements Comparable<Opened> {
        @Override
        public int compareTo(Opened other) {
            int byStamp =
                    Long.compare(cursor.event().stamp(), other.cursor.event().stamp());
            return byStamp != 0 ? byStamp : Integer.compare(order, other.order);
        }
    }

    private final OctetRanges file;
    private final List<BufferPlace> places;
    private final PriorityQueue<Opened> opened = new PriorityQueue<>();
    private final TreeMap<Long, String> damages = new TreeMap<>();
    private int nextPlace;
    private long otherEvents;
    private boolean isCrowded;

    /** Goes through {@code places}, sorted. */
    EventMerge(OctetRanges file, List<BufferPlace> places) {
        this.file = file;
        this.places = places;
    }

    /** Moves to the next event; false when there is none. Not before the first {@link #open()}. */
    boolean next() throws IOException {
        Opened current = opened.remove();
        if (advance(current.cursor)) {
            opened.add(current);
        }
        return open();
    }

    /** Opens the buffers that are due; false when no event is left. */
    boolean open() throws IOException {
        while (nextPlace < places.size() && isDue(places.get(nextPlace))) {
            if (opened.size() == MAX_OPEN) {
                isCrowded = true;
                break;
            }
            BufferCursor cursor = BufferCursor.open(file, places.get(nextPlace));
            if (advance(cursor)) {
                opened.add(new Opened(cursor, nextPlace));
            }
            nextPlace++;
        }
        return !opened.isEmpty();
    }

    /** The buffer whose current event is the one moved to. */
    BufferCursor cursor() {
        return opened.element().cursor;
    }

    /** Events passed over that are not about packets. */
    long otherEvents() {
        return otherEvents;
    }

    /** Notes what was found damaged, in the order of the file. */
    void noteProblems(CaptureLedger ledger) {
        for (Map.Entry<Long, String> damage : damages.entrySet()) {
            ledger.note(damage.getKey(), "the buffer is damaged: " + damage.getValue() + "; its rest was passed over");
        }
        if (isCrowded) {
            ledger.note(0, "more than " + MAX_OPEN + " buffers of the same time: frames may be out of order");
        }
    }

    private boolean isDue(BufferPlace place) {
        return opened.isEmpty() || place.startStamp() <= cursor().event().stamp();
    }

    private boolean advance(BufferCursor cursor) throws IOException {
        while (cursor.next()) {
            if (isAboutPackets(cursor.event())) {
                return true;
            }
            otherEvents++;
        }
        if (cursor.damage().isPresent() && damages.size() < MAX_DAMAGES) {
            damages.put(cursor.offset(), cursor.damage().get());
        }
        return false;
    }

    private static boolean isAboutPackets(EventView event) {
        return event.isProvided() && (isOfNdis(event) || isOfPktMon(event));
    }

    /** Whether Microsoft-Windows-NDIS-PacketCapture logged the event. */
    static boolean isOfNdis(EventView event) {
        return event.providerLow() == NdisPackets.PROVIDER_LOW && event.providerHigh() == NdisPackets.PROVIDER_HIGH;
    }

    private static boolean isOfPktMon(EventView event) {
        return event.providerLow() == PktMonPackets.PROVIDER_LOW && event.providerHigh() == PktMonPackets.PROVIDER_HIGH;
    }
}
