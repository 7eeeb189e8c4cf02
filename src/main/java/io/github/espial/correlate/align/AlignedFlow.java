package io.github.espial.correlate.align;

import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.net.FiveTuple;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;

/**
 * A flow in the clear whose packets went into an SA, seen on one link.
 *
 * @param hop where the ESP was seen
 * @param inner as seen in the clear
 * @param span the ESP frames that its packets became
 * @param probability that this is so, above 0 and below 1
 */
public record AlignedFlow(OuterSa sa, Hop hop, FiveTuple inner, Span span, double probability) {}
