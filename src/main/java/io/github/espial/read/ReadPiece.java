package io.github.espial.read;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.InterfaceDefinition;
import java.io.IOException;
import java.util.List;

/**
 * What a reader tells of a piece of a capture, besides its frames. Pieces that follow one another are put together in any
 * grouping: each seam is verified, so what comes of it is what one reading of all would tell, whoever read them.
 *
 * @param start where its first record begins: known for the first piece, a guess for all others until those before are
 *     there; the end of the span where no record seems to begin
 * @param end where the next record begins, or where reading came to its end
 * @param ledger what was counted and met; nobody changes it
 */
public record ReadPiece(PieceSpan span, Seam start, Seam end, CaptureLedger ledger) {
    /** Whether nothing comes behind it: it ends with the file, or reading cannot go on. */
    public boolean isOver() {
        return end.offset() < span.to() || ledger.problems().end().isPresent();
    }

    /** Whether it has all records of {@code next}, the span behind its own: a long record may reach beyond that. */
    public boolean covers(PieceSpan next) {
        return isOver() || end.offset() >= next.to();
    }

    /** This piece as one of both spans, the second of which it covers. */
    public ReadPiece covering(PieceSpan next) {
        return new ReadPiece(span.with(next), start, end, ledger);
    }

    /**
     * Whether {@code next}, the piece behind, is as it would be had it been read after this one. Else it has to be read
     * again from where this one ends.
     */
    public boolean fits(ReadPiece next) {
        return isBlank() || (next.start.equals(end) && ledger.canMerge(next.ledger));
    }

    /** This piece and {@code next}, the one behind, which fits, or was read after this one. */
    public ReadPiece with(ReadPiece next) {
        PieceSpan both = span.with(next.span);
        return isBlank()
                ? new ReadPiece(both, next.start, next.end, next.ledger)
                : new ReadPiece(both, start, next.end, ledger.with(next.ledger));
    }

    /**
     * Whether no record seems to begin in it, as in a piece that lies within a long one. Where records really begin is for
     * the pieces before it to tell.
     */
    private boolean isBlank() {
        return span.from() > 0 && start.offset() >= span.to();
    }

    /** Writes all of it. */
    public void write(FieldWriter to) throws IOException {
        to.number(span.from());
        to.number(span.to());
        start.write(to);
        end.write(to);
        ledger.write(to);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException where that is no piece
     */
    public static ReadPiece read(FieldReader from) throws IOException {
        long begin = from.number(Long.MAX_VALUE);
        long to = from.number(Long.MAX_VALUE);
        from.hold(begin <= to, "a span that ends before it begins");
        Seam start = Seam.read(from);
        Seam end = Seam.read(from);
        CaptureLedger ledger = CaptureLedger.read(from);
        from.hold(begin <= start.offset() && start.offset() <= end.offset(), "seams that are out of order");
        List<InterfaceDefinition> before = start.state().interfaces();
        List<InterfaceDefinition> all = ledger.definitions();
        from.hold(end.state().interfaces().equals(all), "interfaces of the state at the end");
        from.hold(
                before.size() <= all.size() && before.equals(all.subList(0, before.size())),
                "interfaces of the state at the start");
        ReadPiece piece = new ReadPiece(new PieceSpan(begin, to), start, end, ledger);
        from.hold(!piece.isBlank() || (start.equals(end) && ledger.numbers() == 0), "frames where no record begins");
        return piece;
    }
}
