package io.github.espial.observe.table;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;

/** A table that can be written to a file, all its rows being of one capture. */
public interface KeptTable {
    void write(FieldWriter to) throws IOException;

    /**
     * Fills this table, which is fresh, with what {@link #write} wrote.
     *
     * @param capture the place in its case that the capture now has
     */
    void read(FieldReader from, int capture) throws IOException;
}
