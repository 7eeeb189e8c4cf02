package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import java.io.IOException;

/** A format whose files can be read in pieces. */
public interface DivisibleFormat extends CaptureFormat {
    /** What reports call it. */
    FormatName reportName();

    @Override
    DivisibleReader open(CaptureOctets file, CaptureLedger ledger) throws IOException;

    /**
     * Reads what {@link ReaderState#write} wrote.
     *
     * @throws IOException where that is no state of a reader of this format
     */
    ReaderState readState(FieldReader from) throws IOException;
}
