package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;

/**
 * Packets of one SA, seen on one link.
 *
 * @param traffic {@link Traffic#ESP}, {@link Traffic#AH} or {@link Traffic#UDP_ESP}
 * @param hop where they were seen
 * @param source outer source
 * @param destination outer destination
 * @param spi the SA's index
 * @param span how much, and when
 * @param sequence their sequence numbers
 * @param clear packets that look as if they were not encrypted
 */
public record SaTalk(
        Traffic traffic,
        Hop hop,
        IpAddress source,
        IpAddress destination,
        Spi spi,
        Span span,
        SequenceNumbers sequence,
        long clear) {
    /** An SA is suspected when more than one packet in so many looks unencrypted. */
    private static final int SUSPICION = 10;

    /** Whether the SA may encrypt nothing. */
    public boolean looksClear() {
        return looksClear(clear, span.frames());
    }

    /** Whether an SA may encrypt nothing, of whose {@code frames} so many look unencrypted. */
    public static boolean looksClear(long clear, long frames) {
        return clear * SUSPICION > frames;
    }
}
