package io.github.espial.read;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.DivisibleReader;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.RecordReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import io.github.espial.store.Stored;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Reads a capture of any format that is known, which is recognised by its content, never by its name. */
public final class CaptureReader {
    private CaptureReader() {}

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
        if (source instanceof CaptureSource.Disguised disguised) {
            return DisguisedCapture.read(disguised, collector, division, progress);
        }
        try (Stored stored = Stored.open(source, progress)) {
            return read(OpenCapture.of(source.name(), stored), stored, collector, division, progress);
        } catch (IOException e) {
            throw unreadable(source.name(), e);
        }
    }

    /**
     * Reads the frames of a capture that was read before, in one piece. What is to be said of the capture was said then: no
     * digest is made, and damage ends the reading.
     *
     * @param sink takes each frame, in the order of the file
     * @throws CaptureException if nothing can be read any more
     */
    public static void readAgain(CaptureSource source, FrameSink sink, ReadProgress progress) throws CaptureException {
        if (source instanceof CaptureSource.Disguised) {
            read(source, sink, progress);
            return;
        }
        try (Stored stored = Stored.openForParts(source, progress)) {
            readThrough(OpenCapture.of(source.name(), stored), sink);
        } catch (IOException e) {
            throw unreadable(source.name(), e);
        }
    }

    /**
     * Looks at the beginning of {@code source} only.
     *
     * @throws CaptureException if it is no capture, or cannot be read; says why
     */
    public static void probe(CaptureSource source) throws CaptureException {
        try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
            OpenCapture.probe(source.name(), stored);
        } catch (IOException e) {
            throw unreadable(source.name(), e);
        }
    }

    /** What to throw where {@code e} is why the capture called {@code name} cannot be read. */
    static CaptureException unreadable(String name, IOException e) {
        if (e instanceof CaptureException said) {
            return said;
        }
        CaptureException unreadable = new CaptureException(name, 0, reasonOf(e));
        unreadable.initCause(e);
        return unreadable;
    }

    private static <P> CaptureSummary read(
            OpenCapture capture, Stored stored, FrameCollector<P> collector, Division division, ReadProgress progress)
            throws IOException {
        if (capture.reader() instanceof DivisibleReader reader
                && stored.hasRanges()
                && division.divides(stored.bytes())) {
            ReadPiece beginning = DividedCapture.beginning(capture, reader);
            PieceReader pieces = new PieceReader(stored);
            return capture.summary(new PiecewiseScan<>(pieces, beginning, stored.bytes(), division, collector, progress)
                    .run()
                    .ledger());
        }
        P whole = collector.supply();
        readThrough(capture, collector.accumulator(whole));
        collector.combine(whole, capture.ledger().numbers());
        return capture.summary(capture.ledger());
    }

    private static void readThrough(OpenCapture capture, FrameSink sink) {
        try {
            capture.reader().scan(Long.MAX_VALUE, sink);
        } catch (IOException e) {
            capture.ledger().noteUnreadable(capture.offset(), reasonOf(e));
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
