package io.github.espial.capture;

import java.io.IOException;

/**
 * A reader of a format whose records can be found from anywhere, so that a file may be read in pieces.
 *
 * <p>Where a piece begins is a guess, to be verified: the piece before must end exactly there, in the same
 * {@link #state()} that the piece was read in.
 */
public interface DivisibleReader extends RecordReader {
    /** What the records so far tell about those that follow. */
    ReaderState state();

    /** Moves to the first place before {@code end} where records seem to begin; false when there is none. */
    boolean seek(long end) throws IOException;
}
