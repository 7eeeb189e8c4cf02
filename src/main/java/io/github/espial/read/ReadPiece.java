package io.github.espial.read;

import io.github.espial.capture.CaptureLedger;

/**
 * What a reader tells of a piece of a capture, besides its frames.
 *
 * @param start where its first record begins: known for the first piece, a guess for all others until the piece before is
 *     there; the end of the span where no record seems to begin
 * @param end where the next record begins, or where reading came to its end
 * @param ledger what was counted and met; not to be changed
 */
public record ReadPiece(PieceSpan span, Seam start, Seam end, CaptureLedger ledger) {
    /** Whether no record seems to begin in it, as in a piece that lies within a long one. */
    boolean isBlank() {
        return span.from() > 0 && start.offset() >= span.to();
    }

    /** The same, with {@code before}, where no record seems to begin. */
    ReadPiece behind(PieceSpan before) {
        return new ReadPiece(before.with(span), start, end, ledger);
    }
}
