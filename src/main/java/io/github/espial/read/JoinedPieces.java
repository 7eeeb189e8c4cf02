package io.github.espial.read;

import io.github.espial.capture.CaptureLedger;

/**
 * Pieces of one capture that were put together, each of which was verified: it begins exactly where the ones before end, in
 * the state that these leave a reader in. So they are what one reading of all would be. Knows nothing of who read them.
 */
final class JoinedPieces {
    private final CaptureLedger ledger;
    private final Seam start;
    private PieceSpan span;
    private Seam end;

    /**
     * Begins with one piece.
     *
     * @param ledger that of the piece; takes in those of the pieces to come
     */
    private JoinedPieces(ReadPiece piece, CaptureLedger ledger) {
        this.ledger = ledger;
        this.start = piece.start();
        this.span = piece.span();
        this.end = piece.end();
    }

    /** Begins with {@code piece}, whose ledger takes in those of the pieces to come. */
    static JoinedPieces growing(ReadPiece piece) {
        return new JoinedPieces(piece, piece.ledger());
    }

    /** Begins with {@code piece}, which is left as it is. */
    static JoinedPieces from(ReadPiece piece) {
        return new JoinedPieces(piece, new CaptureLedger().with(piece.ledger()));
    }

    /** Where they end. */
    Seam end() {
        return end;
    }

    /** What was counted and met in all of them. */
    CaptureLedger ledger() {
        return ledger;
    }

    /** Whether nothing comes behind them: they end with the file, or reading cannot go on. */
    boolean isOver() {
        return end.offset() < span.to() || ledger.problems().end().isPresent();
    }

    /** Whether no record of {@code next}, the span behind theirs, is missing: a long record may reach beyond it. */
    boolean covers(PieceSpan next) {
        return isOver() || end.offset() >= next.to();
    }

    /** Says that {@code next} is covered. */
    void pass(PieceSpan next) {
        span = span.with(next);
    }

    /** Whether {@code next}, the piece behind, is as it would be had it been read after these. */
    boolean fits(ReadPiece next) {
        return next.start().equals(end) && ledger.canMerge(next.ledger());
    }

    /** Takes in the piece behind, which fits, or was read after these. */
    void take(ReadPiece next) {
        span = span.with(next.span());
        ledger.merge(next.ledger());
        end = next.end();
    }

    /** All of them as one piece. */
    ReadPiece toPiece() {
        return new ReadPiece(span, start, end, ledger);
    }
}
