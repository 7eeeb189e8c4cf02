package io.github.espial.capture;

import java.io.IOException;
import java.util.Optional;

/** Reads the records of one format, after the header of the file. */
public interface RecordReader {
    /** Octets of a record at the most, in any format; Wireshark allows as many. */
    int MOST_OCTETS = 1 << 24;

    /** What reports call the format. */
    FormatName format();

    /**
     * Delivers the frames of the records that begin before {@code end}, up to the first one that is damaged.
     *
     * @param end offset in the uncompressed file; {@link Long#MAX_VALUE} for all there are
     */
    void scan(long end, FrameSink sink) throws IOException;

    /** Why a file that has been read is none to go on with, though it is of this format; usually it is one. */
    default Optional<String> nothingFound() {
        return Optional.empty();
    }
}
