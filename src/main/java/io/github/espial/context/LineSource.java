package io.github.espial.context;

import java.io.IOException;

/** The lines of a file, one after the other, each with its number there. */
public interface LineSource {
    /** Goes on to the next line; false at the end. */
    boolean advance() throws IOException;

    /** The line that it stands at, without what ends it. */
    String line();

    /** Number of that line in its file, from 1; of one that was put together, that of its first part. */
    int number();
}
