package io.github.espial.capture;

import io.github.espial.bytes.OctetWindow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the records of a pcap file, from any record on (draft-ietf-opsawg-pcap §5).
 *
 * <pre>
 *  0  seconds since 1970, unsigned 32-bit
 *  4  microseconds or nanoseconds
 *  8  captured length
 * 12  original length
 * 16  the frame
 * </pre>
 */
final class PcapReader implements RecordReader {
    private static final int RECORD_HEADER = 16;
    private static final int SECONDS = 0;
    private static final int FRACTION = 4;
    private static final int CAPTURED_LENGTH = 8;
    private static final int ORIGINAL_LENGTH = 12;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int NANOS_PER_MICROSECOND = 1000;
    private static final byte MICROSECOND_DIGITS = 6;
    private static final byte NANOSECOND_DIGITS = 9;

    private final PcapHeader header;
    private final OctetWindow window;
    private final CaptureLedger ledger;
    private final InterfaceTally tally;
    private final Frame frame = new Frame();

    /** A reader of the records from where {@code window} stands, which is at the beginning of one. */
    PcapReader(PcapHeader header, OctetWindow window, CaptureLedger ledger) {
        this.header = header;
        this.window = window;
        this.ledger = ledger;
        byte digits = header.isNanosecond() ? NANOSECOND_DIGITS : MICROSECOND_DIGITS;
        this.tally = new InterfaceTally(
                ledger.nextInterfaceId(),
                header.linkType(),
                header.snapLength(),
                new TimestampUnit(digits, 0),
                InterfaceDescription.NONE);
        ledger.add(tally);
        frame.interfaceId = tally.id;
        frame.linkType = tally.linkType;
        frame.hasTime = true;
    }

    @Override
    public void scan(long end, FrameSink sink) throws IOException {
        ByteOrder order = header.order();
        int maxCaptured = header.maxCapturedLength();
        boolean mayBeSwapped = header.mayHaveSwappedLengths();
        int nanosPerFraction = header.isNanosecond() ? 1 : NANOS_PER_MICROSECOND;
        while (window.offset() < end) {
            if (!window.require(RECORD_HEADER)) {
                noteCutOffHeader();
                return;
            }
            ByteBuffer fields = window.buffer(order);
            int captured = fields.getInt(window.position() + CAPTURED_LENGTH);
            int original = fields.getInt(window.position() + ORIGINAL_LENGTH);
            if (mayBeSwapped && Integer.compareUnsigned(captured, original) > 0) {
                int swapped = captured;
                captured = original;
                original = swapped;
            }
            if (Integer.compareUnsigned(captured, maxCaptured) > 0) {
                noteDamage(captured, maxCaptured);
                return;
            }
            int record = RECORD_HEADER + captured;
            if (!window.require(record)) {
                noteCutOffFrame(captured);
                return;
            }
            int at = window.position();
            fields = window.buffer(order);
            long fraction = Integer.toUnsignedLong(fields.getInt(at + FRACTION)) * nanosPerFraction;
            frame.octets = window.buffer();
            frame.start = at + RECORD_HEADER;
            frame.capturedLength = captured;
            frame.originalLength = Integer.toUnsignedLong(original);
            frame.number = ledger.countFrame();
            frame.nanos = Integer.toUnsignedLong(fields.getInt(at + SECONDS)) * NANOS_PER_SECOND + fraction;
            frame.fileOffset = window.offset();
            if (fraction >= NANOS_PER_SECOND || captured > frame.originalLength) {
                noteOddities(fraction);
            }
            tally.deliver(frame, sink);
            window.advance(record);
        }
    }

    private void noteOddities(long fraction) {
        if (fraction >= NANOS_PER_SECOND && ledger.isNew(CaptureLedger.Oddity.FRACTION_BEYOND_SECOND)) {
            ledger.noteFrameOnce(
                    CaptureLedger.Oddity.FRACTION_BEYOND_SECOND,
                    frame.fileOffset,
                    "the fraction of a second is " + fraction + " ns, expected less than " + NANOS_PER_SECOND
                            + " (said once)");
        }
        if (frame.capturedLength > frame.originalLength
                && ledger.isNew(CaptureLedger.Oddity.CAPTURED_EXCEEDS_ORIGINAL)) {
            ledger.noteFrameOnce(
                    CaptureLedger.Oddity.CAPTURED_EXCEEDS_ORIGINAL,
                    frame.fileOffset,
                    "captured length " + frame.capturedLength + " exceeds original length " + frame.originalLength
                            + " (said once)");
        }
    }

    private void noteCutOffHeader() {
        if (window.available() > 0) {
            ledger.problems()
                    .noteEnd(
                            window.offset(),
                            ledger.nextNumber(),
                            "cut off: expected a record header of " + RECORD_HEADER + " octets, found "
                                    + window.available());
        }
    }

    private void noteCutOffFrame(int captured) {
        ledger.problems()
                .noteEnd(
                        window.offset(),
                        ledger.nextNumber(),
                        "cut off: expected a frame of " + captured + " octets, found "
                                + (window.available() - RECORD_HEADER));
    }

    private void noteDamage(int captured, int maxCaptured) {
        ledger.problems()
                .noteEnd(
                        window.offset(),
                        ledger.nextNumber(),
                        "damaged: captured length " + Integer.toUnsignedString(captured) + " exceeds " + maxCaptured);
    }
}
