package io.github.espial.scan;

import io.github.espial.observe.tally.Observations;
import io.github.espial.read.PieceSpan;
import io.github.espial.read.ReadPiece;

/**
 * A piece of one capture, scanned. Pieces that follow one another are put together in any grouping, and all of them are what
 * one scan of the capture is: see {@link ScannedPieces}. {@link PieceForm} writes it.
 *
 * @param place of the capture in its case, from 0
 * @param read where it begins and ends, the state of a reader at both, what was counted and which problems were met
 * @param observations its facts, with frames that count within it; nobody changes them
 */
public record Piece(int place, ReadPiece read, Observations observations) {
    /** Which records it has: those that begin in it. */
    public PieceSpan span() {
        return read.span();
    }

    /** This piece and {@code next}, the one behind, which fits or was read after this one; both are left as they are. */
    Piece with(Piece next) {
        Observations both = new Observations();
        both.merge(observations);
        both.merge(next.observations);
        return new Piece(place, read.with(next.read), both);
    }

    /** This piece as one of both spans, the second of which it covers. */
    Piece covering(PieceSpan next) {
        return new Piece(place, read.covering(next), observations);
    }
}
