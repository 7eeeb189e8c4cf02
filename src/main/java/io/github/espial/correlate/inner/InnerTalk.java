package io.github.espial.correlate.inner;

import io.github.espial.dissect.InnerPacket;
import io.github.espial.net.FiveTuple;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;

/**
 * Packets of one inner flow in one SA, seen on one link.
 *
 * @param sa what carried them
 * @param hop where they were seen
 * @param attempt which of the keys tried for the SA opened them
 * @param carriage how the packets are inside ESP
 * @param inner whose they are, by their inner header
 * @param isLaterFragment whether they are fragments that bear no ports
 * @param span how much, in frames and their octets on the wire, and when
 */
public record InnerTalk(
        OuterSa sa,
        Hop hop,
        int attempt,
        InnerPacket.Carriage carriage,
        FiveTuple inner,
        boolean isLaterFragment,
        Span span) {}
