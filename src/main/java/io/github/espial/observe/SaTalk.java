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
 */
public record SaTalk(
        Traffic traffic,
        Hop hop,
        IpAddress source,
        IpAddress destination,
        Spi spi,
        Span span,
        SequenceNumbers sequence) {}
