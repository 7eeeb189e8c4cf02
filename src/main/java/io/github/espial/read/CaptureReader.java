package io.github.espial.read;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.DivisibleReader;
import io.github.espial.capture.Format;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.RecordReader;
import io.github.espial.capture.etl.EtlReader;
import io.github.espial.capture.netmon.NetMonHeader;
import io.github.espial.capture.netmon.NetMonReader;
import io.github.espial.capture.pcap.PcapHeader;
import io.github.espial.capture.pcap.PcapReader;
import io.github.espial.capture.pcapng.PcapngReader;
import io.github.espial.capture.snoop.SnoopHeader;
import io.github.espial.capture.snoop.SnoopReader;
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
    private static final String EXPECTED = "expected pcap, pcapng, Network Monitor, snoop or etl";

    private final String name;
    private final Stored stored;
    private final OctetWindow window;
    private final CaptureLedger ledger = new CaptureLedger();

    private CaptureReader(String name, Stored stored) {
        this.name = name;
        this.stored = stored;
        this.window = window(stored.octets(), 0);
    }

    /** A window that the largest record of any format fits. */
    static OctetWindow window(OctetSource octets, long offset) {
        return new OctetWindow(octets, offset, OctetWindow.DEFAULT_CAPACITY, PcapngReader.MAX_BLOCK + (1 << 16));
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
        Format format = recognise();
        RecordReader reader = reader(format);
        if (reader instanceof DivisibleReader divisible && stored.hasRanges() && division.divides(stored.bytes())) {
            PiecewiseScan<P> pieces =
                    new PiecewiseScan<>(stored, division, divisible, window.offset(), ledger, collector, progress);
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
                name,
                format,
                stored.compression(),
                stored.bytes(),
                stored.sha256(),
                ledger.frames(),
                ledger.interfaces(),
                ledger.names(),
                ledger.comments(),
                ledger.problems().list());
    }

    private RecordReader reader(Format format) throws IOException {
        return switch (format) {
            case PCAP -> new PcapReader(takePcapHeader(), window, ledger);
            case PCAPNG -> new PcapngReader(window, ledger);
            case NETMON_1, NETMON_2 -> new NetMonReader(netMonHeader(), stored, ledger);
            case SNOOP -> new SnoopReader(takeSnoopHeader(), window, ledger);
            case ETL -> new EtlReader(stored::range, ledger);
        };
    }

    private Format recognise() throws IOException {
        if (!window.require(1)) {
            throw unreadable(
                    (stored.compression() == Compression.NONE ? "empty; " : "empty when decompressed; ") + EXPECTED);
        }
        if (window.require(Integer.BYTES)) {
            int magic = window.buffer().getInt(window.position());
            if (PcapHeader.isMagic(magic)) {
                return Format.PCAP;
            }
            if (PcapngReader.isMagic(magic)) {
                return Format.PCAPNG;
            }
            if (NetMonHeader.isMagic(magic)) {
                return netMonHeader().format();
            }
        }
        if (window.require(SnoopHeader.MAGIC_LENGTH)
                && SnoopHeader.isMagic(window.buffer().getLong(window.position()))) {
            return Format.SNOOP;
        }
        if (window.require(EtlReader.HEADER_LENGTH) && EtlReader.isTrace(window.buffer(), window.position())) {
            return Format.ETL;
        }
        if (!window.require(Lookalike.LENGTH)) {
            throw unreadable(lookalike(window.available()));
        }
        throw unreadable(lookalike(Lookalike.LENGTH));
    }

    private String lookalike(int length) {
        return "not a capture: it starts with " + Lookalike.describe(window.buffer(), window.position(), length) + "; "
                + EXPECTED;
    }

    private PcapHeader takePcapHeader() throws IOException {
        requireHeader("pcap", PcapHeader.LENGTH);
        PcapHeader header = PcapHeader.parse(window.buffer(), window.position());
        requireHeader("pcap", header.length());
        window.advance(header.length());
        if (header.majorVersion() != PcapHeader.MAJOR_VERSION) {
            ledger.note(
                    0,
                    "pcap version " + header.majorVersion() + "." + header.minorVersion()
                            + ", expected 2.4; read as if it were");
        }
        return header.withVariant(window);
    }

    private NetMonHeader netMonHeader() throws IOException {
        requireHeader("Network Monitor", NetMonHeader.LENGTH);
        NetMonHeader header = NetMonHeader.parse(window.buffer(), window.position());
        if (header.majorVersion() != 1 && header.majorVersion() != 2) {
            throw unreadable("Network Monitor version " + header.majorVersion() + "." + header.minorVersion()
                    + ", expected 1 or 2");
        }
        return header;
    }

    private SnoopHeader takeSnoopHeader() throws IOException {
        requireHeader("snoop", SnoopHeader.LENGTH);
        SnoopHeader header = SnoopHeader.parse(window.buffer(), window.position());
        window.advance(SnoopHeader.LENGTH);
        return header;
    }

    private void requireHeader(String format, int length) throws IOException {
        if (!window.require(length)) {
            throw unreadable("the " + format + " header is cut off: expected " + length + " octets, found "
                    + window.available());
        }
    }

    private void scan(RecordReader reader, FrameSink sink) {
        try {
            reader.scan(Long.MAX_VALUE, sink);
        } catch (IOException e) {
            ledger.noteEnd(window.offset(), reasonOf(e));
            return;
        }
        ledger.problems().end().ifPresent(this::noteUnread);
    }

    private void noteUnread(CaptureProblem end) {
        String unread;
        try {
            window.skip(Long.MAX_VALUE);
            unread = window.offset() - end.offset() + " octets were not read";
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
                    name, 0, "the header cannot be read: " + end.get().text());
        }
        Optional<String> nothing = reader instanceof EtlReader trace ? trace.nothingFound() : Optional.empty();
        if (nothing.isPresent()) {
            throw unreadable(nothing.get());
        }
    }

    private void finish() {
        try {
            stored.finish();
        } catch (IOException e) {
            if (ledger.problems().end().isEmpty()) {
                ledger.note(window.offset(), "no SHA-256: " + reasonOf(e));
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
            ledger.note(window.offset(), text);
        }
    }

    private CaptureException unreadable(String reason) {
        return new CaptureException(name, window.offset(), reason);
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
