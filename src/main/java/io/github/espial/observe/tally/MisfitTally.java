package io.github.espial.observe.tally;

import io.github.espial.dissect.Fault;
import io.github.espial.observe.Span;

/**
 * Whole frames in which the same header did not fit.
 *
 * @param capture the file's place in the case, from 0
 * @param fault which layer, and what was expected
 * @param octet octets from the start of the frame to that header
 * @param span how many, and when
 */
public record MisfitTally(int capture, Fault fault, int octet, Span span) {}
