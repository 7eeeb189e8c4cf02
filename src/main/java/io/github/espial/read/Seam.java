package io.github.espial.read;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.ReaderState;
import java.io.IOException;

/**
 * A place between two records of a capture, or before the first or behind the last.
 *
 * @param offset octets from the start of the uncompressed file
 * @param state of a reader that has come there
 */
public record Seam(long offset, ReaderState state) {
    void write(FieldWriter to) throws IOException {
        to.number(offset);
        to.text(state.format().text());
        state.write(to);
    }

    static Seam read(FieldReader from) throws IOException {
        return new Seam(from.number(Long.MAX_VALUE), CaptureFormats.readState(from));
    }
}
