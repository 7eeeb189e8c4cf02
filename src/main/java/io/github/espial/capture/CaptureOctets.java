package io.github.espial.capture;

import io.github.espial.bytes.OctetRanges;
import io.github.espial.bytes.OctetWindow;
import java.io.IOException;

/**
 * The octets of a capture file, decompressed.
 *
 * @param name as the user knows the capture
 * @param window over the file from its beginning on
 * @param ranges of the file, for formats that are not read from front to back
 */
public record CaptureOctets(String name, OctetWindow window, OctetRanges ranges) {
    /**
     * Makes {@code octets} readable in the window.
     *
     * @param format whose header this is, as messages call it
     * @throws CaptureException if the file ends before
     */
    public void requireHeader(String format, int octets) throws IOException {
        if (!window.require(octets)) {
            throw refusal("the " + format + " header is cut off: expected " + octets + " octets, found "
                    + window.available());
        }
    }

    /** What to throw where the file cannot be read from where the window stands. */
    public CaptureException refusal(String reason) {
        return new CaptureException(name, window.offset(), reason);
    }
}
