package io.github.espial.read;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureFormat;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.DivisibleReader;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.RecordReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.Compression;
import io.github.espial.store.ReadProgress;
import io.github.espial.store.Stored;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;

/** Reads a capture of any format that is known, which is recognised by its content, never by its name. */
public final class CaptureReader {
    private final Stored stored;
    private final CaptureOctets file;
    private final CaptureLedger ledger = new CaptureLedger();

    private CaptureReader(String name, Stored stored) {
        this.stored = stored;
        this.file = new CaptureOctets(name, window(stored.octets(), 0), stored::range);
    }

    /** A window that the largest record of any format fits, with what is before its frame. */
    static OctetWindow window(OctetSource octets, long offset) {
        return new OctetWindow(octets, offset, OctetWindow.DEFAULT_CAPACITY, RecordReader.MOST_OCTETS + (1 << 16));
    }

    /**
     * Reads a capture from its beginning to its end, in one piece.
     *
     * @param sink takes each frame, in the order of the file
     * @return what is known of the capture when it has been read; damage is among its problems
     * @throws CaptureException if nothing can be read: there is no such file, it is no capture, or its header is cut off
     */
    public static CaptureSummary read(CaptureSource source, FrameSink sink, ReadProgress progress)
            throws CaptureException {
        return read(source, new WholeCapture(sink), Division.NONE, progress);
    }

    /**
     * Reads a capture from its beginning to its end, in pieces if it is a file of a format that can be divided.
     *
     * @param collector takes the pieces; what comes of them does not depend on {@code division}
     * @return what is known of the capture when it has been read; damage is among its problems
     * @throws CaptureException if nothing can be read: there is no such file, it is no capture, or its header is cut off
     */
    public static <P> CaptureSummary read(
            CaptureSource source, FrameCollector<P> collector, Division division, ReadProgress progress)
            throws CaptureException {
        try (Stored stored = Stored.open(source, progress)) {
            return new CaptureReader(source.name(), stored).read(collector, division, progress);
        } catch (CaptureException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /**
     * Looks at the beginning of {@code source} only.
     *
     * @throws CaptureException if it is no capture, or cannot be read; says why
     */
    public static void probe(CaptureSource source) throws CaptureException {
        try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
            new CaptureReader(source.name(), stored).recognise();
        } catch (CaptureException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    private static CaptureException unreadable(CaptureSource source, IOException e) {
        CaptureException unreadable = new CaptureException(source.name(), 0, reasonOf(e));
        unreadable.initCause(e);
        return unreadable;
    }

    private <P> CaptureSummary read(FrameCollector<P> collector, Division division, ReadProgress progress)
            throws IOException {
        RecordReader reader = recognise().open(file, ledger);
        if (reader instanceof DivisibleReader divisible && stored.hasRanges() && division.divides(stored.bytes())) {
            PiecewiseScan<P> pieces = new PiecewiseScan<>(
                    stored, division, divisible, file.window().offset(), ledger, collector, progress);
            pieces.run();
            if (!pieces.hasFailed()) {
                ledger.problems().end().ifPresent(this::noteUnread);
            }
        } else {
            P whole = collector.supply();
            scan(reader, collector.accumulator(whole));
            collector.combine(whole, ledger.numbers());
        }
        failIfNothingWasRead(reader);
        finish();
        return new CaptureSummary(
                file.name(),
                reader.format(),
                stored.compression(),
                stored.bytes(),
                stored.sha256(),
                ledger.frames(),
                ledger.interfaces(),
                ledger.names(),
                ledger.comments(),
                ledger.problems().list());
    }

    private CaptureFormat recognise() throws IOException {
        if (!file.window().require(1)) {
            throw file.refusal((stored.compression() == Compression.NONE ? "empty; " : "empty when decompressed; ")
                    + CaptureFormats.expected());
        }
        return CaptureFormats.of(file);
    }

    private void scan(RecordReader reader, FrameSink sink) {
        try {
            reader.scan(Long.MAX_VALUE, sink);
        } catch (IOException e) {
            ledger.noteEnd(file.window().offset(), reasonOf(e));
            return;
        }
        ledger.problems().end().ifPresent(this::noteUnread);
    }

    private void noteUnread(CaptureProblem end) {
        String unread;
        try {
            file.window().skip(Long.MAX_VALUE);
            unread = file.window().offset() - end.offset() + " octets were not read";
        } catch (IOException e) {
            unread = "the rest was not read: " + reasonOf(e);
        }
        ledger.problems().noteEnd(end.offset(), end.frame(), end.text() + "; " + unread);
    }

    /** A file whose very first block is damaged is none that can be read, nor is a trace of anything but packets. */
    private void failIfNothingWasRead(RecordReader reader) throws CaptureException {
        Optional<CaptureProblem> end = ledger.problems().end();
        if (end.isPresent() && end.get().offset() == 0) {
            throw new CaptureException(
                    file.name(), 0, "the header cannot be read: " + end.get().text());
        }
        Optional<String> nothing = reader.nothingFound();
        if (nothing.isPresent()) {
            throw file.refusal(nothing.get());
        }
    }

    private void finish() {
        try {
            stored.finish();
        } catch (IOException e) {
            if (ledger.problems().end().isEmpty()) {
                ledger.note(file.window().offset(), "no SHA-256: " + reasonOf(e));
            }
        }
        if (stored.appended() > 0) {
            noteGrowth("the file grew while it was read: " + stored.appended() + " octets were not read");
        }
    }

    /** A file that is still being written often ends within a record: one problem, not two. */
    private void noteGrowth(String text) {
        Optional<CaptureProblem> end = ledger.problems().end();
        if (end.isPresent()) {
            CaptureProblem cut = end.get();
            ledger.problems().noteEnd(cut.offset(), cut.frame(), cut.text() + "; " + text);
        } else {
            ledger.note(file.window().offset(), text);
        }
    }

    /** What an exception says, without the name of the file. */
    static String reasonOf(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException inFileSystem && inFileSystem.getReason() != null) {
            return inFileSystem.getReason();
        }
        return Objects.requireNonNullElse(e.getMessage(), "it cannot be read");
    }
}
