package io.github.espial.read;

/**
 * Which records of a capture a piece is to have: those that begin in it.
 *
 * @param from offset in the uncompressed file; 0 for the first piece, which has the header of the file, too
 * @param to offset behind the last octet; {@link Long#MAX_VALUE} for all there are
 */
public record PieceSpan(long from, long to) {
    public PieceSpan {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no span: " + from + " to " + to);
        }
    }

    /** This one and {@code next}, which begins where this one ends. */
    PieceSpan with(PieceSpan next) {
        if (next.from != to) {
            throw new IllegalArgumentException(next + " does not follow " + this);
        }
        return new PieceSpan(from, next.to);
    }
}
