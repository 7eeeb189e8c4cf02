package io.github.espial.spark;

import io.github.espial.batch.CaseResult;
import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Failed;
import io.github.espial.batch.index.RowReader;
import io.github.espial.batch.index.RowWriter;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;

/**
 * What an executor tells of a case.
 *
 * @param index of the case
 * @param kind what came of it
 * @param text the row of the index as a line; for {@link Kind#AGAIN} the end points to be known, see {@link LargeCapture}; for
 *     {@link Kind#OPEN} the stamp and the words of a {@link LargeCapture.Order}; for {@link Kind#UNDONE} the kind of reason
 *     and the reason
 */
record Told(int index, Kind kind, String text) implements Serializable {
    /** What came of a case. */
    enum Kind {
        /** It was diagnosed. */
        DIAGNOSED,
        /** It is as an earlier run left it. */
        UNCHANGED,
        /** Its large captures are to be scanned once more, with UDP end points known that carry ESP. */
        AGAIN,
        /** ESP in its large captures is to be opened. */
        OPEN,
        /** Nothing, which may have been chance. */
        UNDONE
    }

    static Told of(int index, CaseResult result) {
        return new Told(index, result.isUnchanged() ? Kind.UNCHANGED : Kind.DIAGNOSED, RowWriter.line(result.row()));
    }

    static Told undone(int index, Failed failed) {
        return new Told(index, Kind.UNDONE, failed.kind().name() + " " + failed.reason());
    }

    /** Why nothing came of it. */
    Failed failed() {
        int end = text.indexOf(' ');
        return new Failed(Failed.Kind.valueOf(text.substring(0, end)), text.substring(end + 1));
    }

    /** What is to be opened. */
    LargeCapture.Order order() {
        int end = text.indexOf(' ');
        return new LargeCapture.Order(text.substring(end + 1), text.substring(0, end));
    }

    /** The row, of a case that has one. */
    CaseRow row() {
        try {
            return RowReader.of(text);
        } catch (IOException e) {
            throw new UncheckedIOException("a row that was written as one", e);
        }
    }
}
