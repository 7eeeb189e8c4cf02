package io.github.espial.scan;

import io.github.espial.bytes.FieldWriter;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.store.DecompressionLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * All that a scan depends on: scans of equal keys are equal, whatever the files are called and wherever they are.
 *
 * @param content tells what the file holds: the SHA-256 of it as stored, or what else changes when it does
 * @param tool the version of this program
 * @param window the part of the capture that was looked at
 * @param known UDP end points that carry ESP, known before the first frame was read
 * @param limit how large the capture was allowed to become when it is decompressed
 */
public record ScanKey(String content, String tool, TimeWindow window, UdpPairs known, DecompressionLimit limit) {
    /** The key as it stands in a file; equal for equal keys only. */
    byte[] toOctets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        FieldWriter to = new FieldWriter(octets);
        try {
            to.text(content);
            to.text(tool);
            to.signed(window.fromNanos());
            to.signed(window.toNanos());
            known.write(to);
            to.number(limit.octets().orElse(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
