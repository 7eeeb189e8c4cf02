package io.github.espial.capture;

import io.github.espial.bytes.ArrayOctets;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.store.Compression;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the reader of one format makes of a file: the frames, and what it says of itself. */
public record ReadRecords(CaptureSummary summary, List<ReadFrame> frames) {
    private static final String NAME = "test";

    /**
     * Reads {@code file} to its end.
     *
     * @throws CaptureException if it is not of this format, or its header is cut off
     */
    public static ReadRecords of(CaptureFormat format, byte[] file) throws CaptureException {
        OctetWindow window =
                new OctetWindow(ArrayOctets.of(file), 0, OctetWindow.DEFAULT_CAPACITY, 2 * RecordReader.MOST_OCTETS);
        try {
            return of(format, new CaptureOctets(NAME, window, ArrayOctets.ranges(file)), file.length);
        } catch (CaptureException refused) {
            throw refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadRecords of(CaptureFormat format, CaptureOctets octets, long bytes) throws IOException {
        if (!format.recognises(octets)) {
            throw octets.refusal("not of the format " + format.name());
        }
        CaptureLedger ledger = new CaptureLedger();
        RecordReader reader = format.open(octets, ledger);
        List<ReadFrame> frames = new ArrayList<>();
        reader.scan(Long.MAX_VALUE, frame -> frames.add(ReadFrame.of(frame)));
        CaptureSummary summary = new CaptureSummary(
                NAME,
                Optional.of(new CaptureFile(reader.format(), Compression.NONE, bytes, Optional.empty())),
                ledger.frames(),
                ledger.interfaces(),
                ledger.names(),
                ledger.comments(),
                ledger.problems().list());
        return new ReadRecords(summary, frames);
    }

    public List<String> problemTexts() {
        return summary.problems().stream().map(CaptureProblem::text).toList();
    }
}
