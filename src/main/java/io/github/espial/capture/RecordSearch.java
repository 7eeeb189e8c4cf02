package io.github.espial.capture;

import io.github.espial.bytes.OctetWindow;
import java.io.IOException;

/**
 * Searches for the next beginning of records, after damage or from any place in a file.
 *
 * <p>Each place is judged by the same number of octets from there on, so that the outcome is the same wherever the search
 * came from. Time is linear in the octets passed over; memory is that of a window as it is at first.
 */
public final class RecordSearch {
    /** Octets that a place is judged by, where the file has them: two of the longest usual pcap frames fit. */
    static final int LOOKAHEAD = 3 << 17;

    private RecordSearch() {}

    /**
     * Moves {@code window} to the first chain that begins before {@code end}.
     *
     * @return false when there is none: then it stands at {@code end}, or at the end of the file if that comes first
     */
    public static boolean find(OctetWindow window, long end, RecordChain chain) throws IOException {
        while (window.offset() < end) {
            boolean isAtEnd = !window.require(2 * LOOKAHEAD);
            int available = window.available();
            if (available == 0) {
                return false;
            }
            long places = Math.min(isAtEnd ? available : available - LOOKAHEAD, end - window.offset());
            int start = window.position();
            for (int i = 0; i < places; i++) {
                int length = Math.min(LOOKAHEAD, available - i);
                if (chain.beginsAt(window, start + i, start + i + length, isAtEnd && i + length == available)) {
                    window.advance(i);
                    return true;
                }
            }
            window.advance((int) places);
        }
        return false;
    }
}
