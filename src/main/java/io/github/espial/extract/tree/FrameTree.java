package io.github.espial.extract.tree;

import io.github.espial.observe.FrameReference;
import java.util.List;
import java.util.OptionalLong;

/**
 * A frame that evidence names.
 *
 * @param frame where it is in the case
 * @param nanos its time in nanoseconds since the epoch, where it has one
 * @param length octets on the wire
 * @param proves what it proves, one sentence each
 * @param headers from the outermost inwards, as far as they are read here
 * @param rest octets after these headers that were captured
 */
public record FrameTree(
        FrameReference frame, OptionalLong nanos, long length, List<String> proves, List<Header> headers, int rest) {
    public FrameTree {
        proves = List.copyOf(proves);
        headers = List.copyOf(headers);
    }
}
