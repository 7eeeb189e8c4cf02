package io.github.espial.read;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureFile;
import io.github.espial.capture.CaptureFormat;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.RecordReader;
import io.github.espial.store.Compression;
import io.github.espial.store.Stored;
import java.io.IOException;
import java.util.Optional;

/** A capture of a known format, whose header was read. */
final class OpenCapture {
    private final Stored stored;
    private final CaptureOctets file;
    private final CaptureLedger ledger = new CaptureLedger();
    private final RecordReader reader;

    private OpenCapture(Stored stored, CaptureOctets file) throws IOException {
        this.stored = stored;
        this.file = file;
        this.reader = recognise(stored, file).open(file, ledger);
    }

    /**
     * Reads the header of what {@code stored} has.
     *
     * @param name as the user knows the capture
     * @throws CaptureException if it is no capture, or the header is cut off
     */
    static OpenCapture of(String name, Stored stored) throws IOException {
        return new OpenCapture(stored, octets(name, stored));
    }

    /** Looks at the beginning only. */
    static void probe(String name, Stored stored) throws IOException {
        recognise(stored, octets(name, stored));
    }

    private static CaptureOctets octets(String name, Stored stored) {
        return new CaptureOctets(name, CaptureReader.window(stored.octets(), 0), stored::range);
    }

    private static CaptureFormat recognise(Stored stored, CaptureOctets file) throws IOException {
        if (!file.window().require(1)) {
            throw file.refusal((stored.compression() == Compression.NONE ? "empty; " : "empty when decompressed; ")
                    + CaptureFormats.expected());
        }
        return CaptureFormats.of(file);
    }

    /** Stands at the first record, or behind the last one when all have been read. */
    RecordReader reader() {
        return reader;
    }

    /** What was met up to where the reader stands. */
    CaptureLedger ledger() {
        return ledger;
    }

    /** Where the reader stands. */
    long offset() {
        return file.window().offset();
    }

    /**
     * What is known of the capture when all of it has been read, by this reader or in pieces. Call it once.
     *
     * @param all what was counted and met in all of it
     * @throws CaptureException if it turned out that nothing could be read
     */
    CaptureSummary summary(CaptureLedger all) throws CaptureException {
        if (!all.problems().isUnreadable()) {
            all.problems().end().ifPresent(end -> noteUnread(end, all));
        }
        failIfNothingWasRead(all);
        finish(all);
        return new CaptureSummary(
                file.name(),
                Optional.of(new CaptureFile(reader.format(), stored.compression(), stored.bytes(), stored.sha256())),
                all.frames(),
                all.interfaces(),
                all.names(),
                all.comments(),
                all.problems().list());
    }

    private void noteUnread(CaptureProblem end, CaptureLedger all) {
        String unread;
        try {
            file.window().skip(Long.MAX_VALUE);
            unread = offset() - end.offset() + " octets were not read";
        } catch (IOException e) {
            unread = "the rest was not read: " + CaptureReader.reasonOf(e);
        }
        all.problems().noteEnd(end.offset(), end.frame(), end.text() + "; " + unread);
    }

    /** A file whose very first block is damaged is none that can be read, nor is a trace of anything but packets. */
    private void failIfNothingWasRead(CaptureLedger all) throws CaptureException {
        Optional<CaptureProblem> end = all.problems().end();
        if (end.isPresent() && end.get().offset() == 0) {
            throw new CaptureException(
                    file.name(), 0, "the header cannot be read: " + end.get().text());
        }
        Optional<String> nothing = reader.nothingFound();
        if (nothing.isPresent()) {
            throw file.refusal(nothing.get());
        }
    }

    private void finish(CaptureLedger all) {
        try {
            stored.finish();
        } catch (IOException e) {
            if (all.problems().end().isEmpty()) {
                all.note(offset(), "no SHA-256: " + CaptureReader.reasonOf(e));
            }
        }
        if (stored.appended() > 0) {
            noteGrowth("the file grew while it was read: " + stored.appended() + " octets were not read", all);
        }
    }

    /** A file that is still being written often ends within a record: one problem, not two. */
    private void noteGrowth(String text, CaptureLedger all) {
        Optional<CaptureProblem> end = all.problems().end();
        if (end.isPresent()) {
            CaptureProblem cut = end.get();
            all.problems().noteEnd(cut.offset(), cut.frame(), cut.text() + "; " + text);
        } else {
            all.note(offset(), text);
        }
    }
}
