package io.github.espial.observe.table;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;

/** A partial result: {@link #merge(Object)} is associative, and a fresh one is its identity. */
public interface Mergeable<T> {
    /** Takes in what {@code next}, from the frames after these, holds; {@code next} is left as is. */
    default void merge(T next) {
        merge(next, 0);
    }

    /**
     * The same, by another clock.
     *
     * @param nanos what is added to every time of {@code next}
     */
    void merge(T next, long nanos);

    void write(FieldWriter to) throws IOException;

    /** Fills this, which is fresh, with what {@link #write} wrote. */
    void read(FieldReader from) throws IOException;
}
