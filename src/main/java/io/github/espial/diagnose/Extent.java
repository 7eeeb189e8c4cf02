package io.github.espial.diagnose;

import io.github.espial.observe.Span;
import java.util.OptionalLong;

/**
 * How much traffic a finding concerns, and when.
 *
 * @param span frames and octets, the first and the last
 * @param ongoing whether it still went on when the capture ended
 * @param mendedNanos when it was mended within the capture, in nanoseconds since the epoch
 */
public record Extent(Span span, boolean ongoing, OptionalLong mendedNanos) {}
