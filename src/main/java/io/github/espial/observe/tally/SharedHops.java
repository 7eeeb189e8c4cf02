package io.github.espial.observe.tally;

import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.observe.Hop;
import java.util.Arrays;

/** Makes one {@link Hop} of a link's messages, as long as no more links are seen by turns than there are places. */
final class SharedHops {
    /** A power of two. */
    private static final int PLACES = 256;

    private final long[] words = new long[PLACES * HopKey.LINK_WORDS];
    private final Hop[] hops = new Hop[PLACES];
    private final long[] key = new long[HopKey.LINK_WORDS];

    SharedHops() {
        // No interface, so that no key is found in a place that was not filled.
        Arrays.fill(words, -1);
    }

    /** The link of the frame that {@code packet} has read. */
    Hop hop(int capture, Frame frame, Dissector packet) {
        HopKey.writeLink(key, capture, frame, packet, 0);
        int place = Arrays.hashCode(key);
        place = (place ^ (place >>> 16) ^ (place >>> 8)) & (PLACES - 1);
        int at = place * HopKey.LINK_WORDS;
        if (!Arrays.equals(words, at, at + HopKey.LINK_WORDS, key, 0, HopKey.LINK_WORDS)) {
            System.arraycopy(key, 0, words, at, HopKey.LINK_WORDS);
            hops[place] = HopKey.hop(key[0], key[1], key[2]);
        }
        return hops[place];
    }
}
