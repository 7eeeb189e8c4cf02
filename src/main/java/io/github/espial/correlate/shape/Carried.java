package io.github.espial.correlate.shape;

import io.github.espial.observe.Span;

/**
 * Packets of an SA that look like something.
 *
 * @param likeness what
 * @param span these packets, each counted once
 */
public record Carried(Likeness likeness, Span span) {}
