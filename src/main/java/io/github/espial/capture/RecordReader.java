package io.github.espial.capture;

import java.io.IOException;

/** Reads the records of one format, after the header of the file. */
public interface RecordReader {
    /**
     * Delivers the frames of the records that begin before {@code end}, up to the first one that is damaged.
     *
     * @param end offset in the uncompressed file; {@link Long#MAX_VALUE} for all there are
     */
    void scan(long end, FrameSink sink) throws IOException;
}
