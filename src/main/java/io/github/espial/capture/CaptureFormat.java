package io.github.espial.capture;

import java.io.IOException;

/**
 * A format of capture files: what tells it from all others, and how a file of it is read. Each has a package of its own,
 * and an entry in the list of those that are known, which {@code read} has.
 */
public interface CaptureFormat {
    /** What messages call it, such as {@code Network Monitor}. */
    String name();

    /**
     * Whether {@code file}, which stays at its beginning, is of this format, by its first octets.
     *
     * @throws CaptureException if it is, but of a version that cannot be read; says so
     */
    boolean recognises(CaptureOctets file) throws IOException;

    /**
     * A reader of the records of {@code file}, which is of this format and stands at its beginning: one that is a {@link
     * DivisibleReader} if files of this format can be read in pieces.
     *
     * @param ledger takes in what the file says and what is odd in it
     * @throws CaptureException if the header is cut off
     */
    RecordReader open(CaptureOctets file, CaptureLedger ledger) throws IOException;
}
