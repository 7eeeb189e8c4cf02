package io.github.espial.observe.table;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.util.function.LongUnaryOperator;

/**
 * How a {@link FactTable} stands in a file: the bits of its sample, the number of rows, then the rows in their order. Of
 * each row the words of the key, its counters as differences from those of the row before, and what it has besides.
 *
 * <p>All facts of a file are of one capture, whose place in its case is left out of the keys (of word 0, see {@link
 * FirstWord}) and of the frame references: it is stated when the file is read.
 */
public final class TableForm {
    /** In place of a frame's number: there is none. */
    private static final long NO_FRAME = 0;

    /** More would leave no row of any table. */
    private static final int MOST_SAMPLED_BITS = 48;

    private TableForm() {}

    /** Whether a row that was read is one that scans make. */
    public interface RowCheck {
        boolean holds(FactTable<?> table, int row);
    }

    public static void write(FactTable<?> table, FieldWriter to) throws IOException {
        write(table, to, word -> FirstWord.at(0, word));
    }

    /** Writes a table whose keys name no capture. */
    public static void writeUnplaced(FactTable<?> table, FieldWriter to) throws IOException {
        write(table, to, word -> word);
    }

    private static void write(FactTable<?> table, FieldWriter to, LongUnaryOperator displacing) throws IOException {
        to.number(table.sampledBits());
        to.number(table.rows());
        long[] before = new long[table.columns()];
        for (int row = 0; row < table.rows(); row++) {
            to.word(displacing.applyAsLong(table.key(row, 0)));
            for (int word = 1; word < table.keyWords(); word++) {
                to.word(table.key(row, word));
            }
            for (int column = 0; column < before.length; column++) {
                long value = withoutCapture(table.fold(column), table.value(row, column));
                to.signed(value - before[column]);
                before[column] = value;
            }
            table.attachment(row).write(to);
        }
    }

    /**
     * Fills {@code table}, which is fresh.
     *
     * @param capture the place in its case that the capture now has
     */
    public static void read(FactTable<?> table, FieldReader from, int capture, RowCheck check) throws IOException {
        read(table, from, capture, word -> FirstWord.at(capture, word), check);
    }

    /** Fills a fresh table whose keys name no capture. */
    public static void readUnplaced(FactTable<?> table, FieldReader from, int capture, RowCheck check)
            throws IOException {
        read(table, from, capture, word -> word, check);
    }

    private static void read(
            FactTable<?> table, FieldReader from, int capture, LongUnaryOperator placing, RowCheck check)
            throws IOException {
        table.sample((int) from.number(MOST_SAMPLED_BITS));
        int rows = from.count(table.limit(), table.keyWords() + table.columns());
        long[] key = new long[table.keyWords()];
        long[] before = new long[table.columns()];
        for (int row = 0; row < rows; row++) {
            key[0] = placing.applyAsLong(from.word());
            for (int word = 1; word < key.length; word++) {
                key[word] = from.word();
            }
            from.hold(table.row(key) == row, "a key that cannot be in row " + row);
            for (int column = 0; column < before.length; column++) {
                before[column] += from.signed();
                Fold fold = table.fold(column);
                from.hold(!fold.isFrame() || FrameWord.isNumber(before[column]), "a frame's number");
                table.fold(row, column, withCapture(fold, before[column], capture));
            }
            table.attachment(row).read(from);
            from.hold(check.holds(table, row), "row " + row + " of the section");
        }
    }

    private static long withoutCapture(Fold fold, long value) {
        if (!fold.isFrame()) {
            return value;
        }
        return value == fold.empty ? NO_FRAME : FrameWord.number(value);
    }

    private static long withCapture(Fold fold, long value, int capture) {
        if (!fold.isFrame()) {
            return value;
        }
        return value == NO_FRAME ? fold.empty : FrameWord.of(capture, value);
    }
}
