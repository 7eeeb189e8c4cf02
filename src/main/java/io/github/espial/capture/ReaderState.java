package io.github.espial.capture;

import io.github.espial.bytes.FieldWriter;
import io.github.espial.bytes.OctetWindow;
import java.io.IOException;
import java.util.List;

/**
 * What the records of a capture up to some place tell about those that follow: readers in equal states read them alike. A
 * value, which can be written and read back, so that reading goes on in another process.
 */
public interface ReaderState {
    /** The format, which reads it back: see {@link DivisibleFormat#readState}. */
    FormatName format();

    /** The interfaces described up to here, in the order of their ids. */
    List<InterfaceDefinition> interfaces();

    /**
     * A reader that goes on where {@code window} stands.
     *
     * @param ledger has the {@link #interfaces()}, and may have counted on them
     */
    DivisibleReader reader(OctetWindow window, CaptureLedger ledger);

    /** Writes it, without its format. */
    void write(FieldWriter to) throws IOException;
}
