package io.github.espial.spark;

import io.github.espial.read.PieceSpan;
import java.io.Serializable;

/**
 * A piece to be scanned.
 *
 * @param capture index among the captures that are scanned in pieces
 * @param piece index within the capture, from 0
 */
record PieceWork(int capture, int piece, long from, long to) implements Serializable {
    /** Pieces that one process puts together; of the outcome of each, another one makes the whole. */
    static final int TOGETHER = 64;

    PieceSpan span() {
        return new PieceSpan(from, to);
    }

    /** Names the pieces that are put together first. */
    String group() {
        return capture + " " + piece / TOGETHER;
    }
}
