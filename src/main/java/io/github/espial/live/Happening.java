package io.github.espial.live;

import io.github.espial.net.IpAddress;
import java.util.Optional;

/**
 * Something that came about while a capture ran.
 *
 * @param nanos when, in nanoseconds since the epoch, by the clock of the capture
 * @param kind what it is
 * @param peer whom it is about
 * @param text in a sentence, without trailing period
 */
public record Happening(long nanos, Kind kind, Optional<IpAddress> peer, String text) {
    /** What may come about. */
    public enum Kind {
        /** The verdict is another. */
        VERDICT("verdict"),
        /** IPsec for a peer goes to a next hop for the first time. */
        NEXT_HOP("next-hop"),
        /** IPsec for a peer goes to another next hop than before. */
        MOVED("moved"),
        /** A peer answers for the first time. */
        ANSWERED("answered"),
        /** Something else is found that is an error or a warning. */
        FOUND("found"),
        /** What was found is over. */
        MENDED("mended"),
        /** The capture lost frames. */
        DROPPED("dropped");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
