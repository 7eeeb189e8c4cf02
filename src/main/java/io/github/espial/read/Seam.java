package io.github.espial.read;

import io.github.espial.capture.ReaderState;

/**
 * A place between two records of a capture, or before the first or behind the last.
 *
 * @param offset octets from the start of the uncompressed file
 * @param state of a reader that has come there
 */
public record Seam(long offset, ReaderState state) {}
