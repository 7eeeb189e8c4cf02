package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Hop;
import io.github.espial.observe.SequenceNumbers;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Optional;

/**
 * One SA as its packets show it (RFC 4301 §4.1), keyed by outermost addresses, SPI and encapsulation.
 *
 * @param traffic {@link Traffic#ESP}, {@link Traffic#AH} or {@link Traffic#UDP_ESP}
 * @param source outer source
 * @param destination outer destination
 * @param spi what names it
 * @param direction as its server sees it
 * @param span all its frames; a packet seen on two links counts twice
 * @param sequence its sequence numbers over all links
 * @param links where it was seen, in order of first frame
 */
public record SecurityAssociation(
        Traffic traffic,
        IpAddress source,
        IpAddress destination,
        Spi spi,
        Direction direction,
        Span span,
        Sequence sequence,
        List<Link> links) {
    public SecurityAssociation {
        links = List.copyOf(links);
    }

    /** Where packets of an SA go, seen from the server. */
    public enum Direction {
        OUTBOUND("outbound"),
        INBOUND("inbound"),
        /** Neither end is a machine whose own frames were captured. */
        TRANSIT("transit");

        private final String text;

        Direction(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * One link on which packets of the SA were seen.
     *
     * @param hop the link
     * @param span its frames
     */
    public record Link(Hop hop, Span span) {}

    /**
     * Sequence numbers over all links.
     *
     * @param lowest the lowest seen
     * @param highest the highest seen
     * @param gaps what is missing, repeated and late; empty where it could not be kept
     */
    public record Sequence(long lowest, long highest, Optional<SequenceNumbers.Gaps> gaps) {}
}
