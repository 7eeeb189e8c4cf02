package io.github.espial.capture.etl;

import io.github.espial.bytes.OctetRanges;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.FrameCursor;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.RecordReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads the packets of a Windows event trace. Each is delivered once, as it was nearest to the wire, in the order of
 * time; damaged buffers are passed over.
 */
final class EtlReader implements RecordReader {
    /** Octets that {@link #isTrace} looks at. */
    static final int HEADER_LENGTH = TraceHeader.END;

    private final OctetRanges file;
    private final CaptureLedger ledger;
    private long otherEvents;

    /** A reader of the whole trace {@code file}. */
    EtlReader(OctetRanges file, CaptureLedger ledger) {
        this.file = file;
        this.ledger = ledger;
    }

    /** Whether a file that has {@link #HEADER_LENGTH} octets from {@code start} on is a trace: it has no magic number. */
    static boolean isTrace(ByteBuffer octets, int start) {
        return TraceHeader.parse(octets.duplicate().order(ByteOrder.LITTLE_ENDIAN), start)
                .isPresent();
    }

    @Override
    public FormatName format() {
        return EtlFormat.NAME;
    }

    /** Delivers all frames: buffers are not in the order of time, so none can be told to begin before {@code end}. */
    @Override
    public void scan(long end, FrameSink sink) throws IOException {
        TraceHeader header = readHeader();
        noteLoss(header);
        PacketLog log = new PacketLog(file, header.clock(), ledger);
        TraceInterfaces interfaces = new TraceInterfaces(header, ledger);
        FrameCursor cursor = new FrameCursor(ledger);
        AppearanceFold fold = new AppearanceFold(packet -> {
            cursor.start(packet.fileOffset);
            cursor.place(ByteBuffer.wrap(packet.octets), 0, packet.octets.length, packet.original);
            cursor.passedAt(packet.nanos);
            cursor.went(packet.direction);
            cursor.deliver(interfaces.get(packet.place), sink);
        });
        while (log.next()) {
            fold.add(log.packet());
        }
        fold.finish();
        interfaces.describe(log.components());
        log.noteProblems(ledger);
        otherEvents = log.otherEvents();
        if (fold.folded() > 0) {
            ledger.add(
                    new CaptureComment(
                            0,
                            "logged " + (ledger.frames() + fold.folded()) + " times as they passed components: "
                                    + ledger.frames() + " frames, each read once, as it was nearest to the wire"),
                    0);
        }
    }

    /** Traces of anything but packets are common. */
    @Override
    public Optional<String> nothingFound() {
        if (ledger.frames() > 0) {
            return Optional.empty();
        }
        String damage = ledger.problems().list().stream()
                .findFirst()
                .map(problem -> "; " + problem.text())
                .orElse("");
        return Optional.of("a Windows event trace without packets (" + otherEvents
                + " other events); packets are in one that was made with: netsh trace start capture=yes" + damage);
    }

    private TraceHeader readHeader() throws IOException {
        OctetWindow window =
                new OctetWindow(new HeapOctets(file.range(0, HEADER_LENGTH)), 0, HEADER_LENGTH, HEADER_LENGTH);
        if (!window.require(HEADER_LENGTH)) {
            throw new IOException(
                    "the trace header is cut off: expected " + HEADER_LENGTH + " octets, found " + window.available());
        }
        return TraceHeader.parse(window.buffer(ByteOrder.LITTLE_ENDIAN), window.position())
                .orElseThrow(() -> new IOException("the trace header has changed"));
    }

    private void noteLoss(TraceHeader header) {
        if (header.eventsLost() > 0 || header.buffersLost() > 0) {
            ledger.note(
                    0,
                    "the trace lost " + header.eventsLost() + " events and " + header.buffersLost()
                            + " buffers while it was made: frames may be missing");
        }
    }
}
