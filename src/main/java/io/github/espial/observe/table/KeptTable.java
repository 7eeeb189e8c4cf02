package io.github.espial.observe.table;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;

/**
 * Facts of a case that merge, and can be written to a file while all of them are of one capture.
 *
 * @param <T> the table itself
 */
public interface KeptTable<T extends KeptTable<T>> {
    /**
     * Takes in the facts of {@code next}, which is left as is. Associative, and a fresh table is its identity.
     *
     * @param how where they come to stand in the case
     */
    void merge(T next, Placement how);

    /** Whether something was left out because there was too much. */
    boolean isSampled();

    /** How much of all keys is left out, in a measure of the table's own; 0 where nothing is. */
    long leftOut();

    /**
     * Leaves out from the beginning, while this table is fresh, what one of the same capture does.
     *
     * @param level what that tells as {@link #leftOut}
     */
    void leaveOut(long level);

    void write(FieldWriter to) throws IOException;

    /**
     * Fills this table, which is fresh, with what {@link #write} wrote.
     *
     * @param capture the place in its case that the capture now has
     */
    void read(FieldReader from, int capture) throws IOException;
}
