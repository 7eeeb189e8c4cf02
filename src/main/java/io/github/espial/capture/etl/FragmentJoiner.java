package io.github.espial.capture.etl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins the fragments of packets. One thread logs those of a packet one after another on one processor, while others
 * log elsewhere.
 */
final class FragmentJoiner {
    /** Octets of a packet at most: what a segmenting adapter takes, with room. */
    private static final int MAX_LENGTH = 1 << 18;

    /** Octets of all unfinished packets at most. */
    private static final int MAX_HELD = 1 << 23;

    private static final int MAX_PACKETS = 1024;

    private record Origin(InterfaceKey place, int processor, int thread) {}

    private static final class Part {
        byte[] octets = new byte[0];
        int length;
        long fileOffset;
    }

    private final Map<Origin, Part> parts = new LinkedHashMap<>();
    private int held;
    private long incomplete;
    private long firstIncomplete;

    /** Takes in a fragment; true when {@code packet} is now a whole packet. */
    boolean complete(LoggedPacket packet) {
        if (packet.isFirst && packet.isLast) {
            return true;
        }
        Origin origin = new Origin(packet.place, packet.processor, packet.thread);
        Part part;
        if (packet.isFirst) {
            drop(parts.get(origin), origin);
            part = new Part();
            part.fileOffset = packet.fileOffset;
            makeRoom(packet.length);
            parts.put(origin, part);
        } else {
            Part begun = parts.get(origin);
            if (begun == null) {
                // Fragments after the first are many for one packet that lacks it: it counts once, with its last.
                if (packet.isLast) {
                    countIncomplete(packet.fileOffset);
                }
                return false;
            }
            part = begun;
        }
        if (packet.length > MAX_LENGTH - part.length) {
            drop(part, origin);
            return false;
        }
        append(part, packet);
        if (!packet.isLast) {
            return false;
        }
        parts.remove(origin);
        held -= part.length;
        packet.octets = ByteBuffer.wrap(part.octets).order(ByteOrder.LITTLE_ENDIAN);
        packet.start = 0;
        packet.length = part.length;
        packet.fileOffset = part.fileOffset;
        return true;
    }

    /** Gives up what is not complete; returns how many packets never were. */
    long finish() {
        parts.values().forEach(part -> countIncomplete(part.fileOffset));
        parts.clear();
        held = 0;
        return incomplete;
    }

    /** Offset in the file of the first packet that was not complete. */
    long firstIncomplete() {
        return firstIncomplete;
    }

    private void append(Part part, LoggedPacket packet) {
        int length = part.length + packet.length;
        if (length > part.octets.length) {
            part.octets = Arrays.copyOf(part.octets, Math.min(MAX_LENGTH, Math.max(length, 2 * part.octets.length)));
        }
        packet.octets.get(packet.start, part.octets, part.length, packet.length);
        part.length = length;
        held += packet.length;
    }

    /** Gives up the packets that have waited longest. */
    private void makeRoom(int length) {
        Iterator<Part> oldest = parts.values().iterator();
        while (oldest.hasNext() && (parts.size() >= MAX_PACKETS || held + length > MAX_HELD)) {
            Part part = oldest.next();
            held -= part.length;
            countIncomplete(part.fileOffset);
            oldest.remove();
        }
    }

    private void drop(@Nullable Part part, Origin origin) {
        if (part != null) {
            parts.remove(origin);
            held -= part.length;
            countIncomplete(part.fileOffset);
        }
    }

    private void countIncomplete(long fileOffset) {
        if (incomplete++ == 0) {
            firstIncomplete = fileOffset;
        }
    }
}
