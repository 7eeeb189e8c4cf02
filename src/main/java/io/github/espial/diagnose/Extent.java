package io.github.espial.diagnose;

import io.github.espial.observe.Span;

/**
 * How much traffic a finding concerns, and when.
 *
 * @param span frames and octets, the first and the last
 * @param ongoing whether it still went on when the capture ended
 */
public record Extent(Span span, boolean ongoing) {}
