package io.github.espial.correlate.inner;

import io.github.espial.dissect.InnerPacket;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;

/**
 * Packets of one inner flow in one SA, seen on one link.
 *
 * @param traffic {@link Traffic#ESP} or {@link Traffic#UDP_ESP}
 * @param hop where they were seen
 * @param outerSource outer source
 * @param outerDestination outer destination
 * @param spi the SA's index
 * @param attempt which of the keys tried for the SA opened them
 * @param carriage how the packets are inside ESP
 * @param protocol IP protocol number
 * @param source inner source
 * @param sourcePort 0 where there is none
 * @param destination inner destination
 * @param destinationPort 0 where there is none
 * @param isLaterFragment whether they are fragments that bear no ports
 * @param span how much, in frames and their octets on the wire, and when
 */
public record InnerTalk(
        Traffic traffic,
        Hop hop,
        IpAddress outerSource,
        IpAddress outerDestination,
        Spi spi,
        int attempt,
        InnerPacket.Carriage carriage,
        int protocol,
        IpAddress source,
        int sourcePort,
        IpAddress destination,
        int destinationPort,
        boolean isLaterFragment,
        Span span) {}
