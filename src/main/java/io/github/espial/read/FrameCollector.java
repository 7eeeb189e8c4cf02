package io.github.espial.read;

import io.github.espial.capture.FrameSink;

/**
 * What is made of the frames of a capture that may be read in pieces, in the words of {@link
 * java.util.stream.Collector}.
 *
 * @param <P> what is made of one piece
 */
public interface FrameCollector<P> {
    /** Something fresh for a piece; called by several threads. */
    P supply();

    /** What takes the frames of a piece into {@code piece}; their numbers count from 1 within the piece. */
    FrameSink accumulator(P piece);

    /**
     * Takes in the next piece, in the order of the file; called by the thread that reads the capture.
     *
     * @param numbers how many numbers of frames the piece has: what those of later pieces are shifted by
     */
    void combine(P piece, long numbers);

    /**
     * Whether pieces cost more than they save, as far as they were combined: nearly every frame brings something new, which
     * is gathered twice and merged. The rest is then read as one piece.
     */
    default boolean isBetterUndivided() {
        return false;
    }
}
