package io.github.espial.observe.tally;

import io.github.espial.capture.Frame;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import io.github.espial.observe.table.FactTable;
import io.github.espial.observe.table.Fold;
import io.github.espial.observe.table.FrameWord;
import java.util.Arrays;

/** The first columns of every table of traffic: what makes a {@link Span}. */
public final class SpanColumns {
    /** How many columns these are: a table's own follow. */
    public static final int COUNT = 6;

    private static final int FRAMES = 0;
    private static final int OCTETS = 1;
    private static final int FIRST = 2;
    private static final int LAST = 3;
    private static final int FIRST_FRAME = 4;
    private static final int LAST_FRAME = 5;

    private SpanColumns() {}

    /** The folds of these columns, then those of a table's own. */
    public static Fold[] and(Fold... own) {
        Fold[] all = Arrays.copyOf(
                new Fold[] {Fold.SUM, Fold.SUM, Fold.FIRST_TIME, Fold.LAST_TIME, Fold.FIRST_FRAME, Fold.LAST_FRAME},
                COUNT + own.length);
        System.arraycopy(own, 0, all, COUNT, own.length);
        return all;
    }

    public static void fold(FactTable<?> table, int row, int capture, Frame frame) {
        long reference = FrameWord.of(capture, frame.number());
        table.sum(row, FRAMES, 1);
        table.sum(row, OCTETS, frame.originalLength());
        table.least(row, FIRST_FRAME, reference);
        table.greatest(row, LAST_FRAME, reference);
        if (frame.hasTime()) {
            table.least(row, FIRST, frame.nanos());
            table.greatest(row, LAST, frame.nanos());
        }
    }

    /** Whether a row can be one that {@link #fold} made. */
    public static boolean holds(FactTable<?> table, int row) {
        return table.value(row, FRAMES) > 0
                && table.value(row, OCTETS) >= 0
                && table.value(row, FIRST_FRAME) != Fold.FIRST_FRAME.empty
                && table.value(row, LAST_FRAME) >= table.value(row, FIRST_FRAME);
    }

    /** How many frames were counted. */
    static long frames(FactTable<?> table, int row) {
        return table.value(row, FRAMES);
    }

    public static Span span(FactTable<?> table, int row) {
        return new Span(
                table.value(row, FRAMES),
                table.value(row, OCTETS),
                table.value(row, FIRST),
                table.value(row, LAST),
                FrameReference.of(table.value(row, FIRST_FRAME)),
                FrameReference.of(table.value(row, LAST_FRAME)));
    }
}
