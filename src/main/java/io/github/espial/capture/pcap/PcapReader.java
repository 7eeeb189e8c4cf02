package io.github.espial.capture.pcap;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.Direction;
import io.github.espial.capture.FrameCursor;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.capture.InterfaceTally;
import io.github.espial.capture.RecordReader;
import io.github.espial.capture.TimestampUnit;
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
 * 16  the frame, or what the variant has before it
 * </pre>
 */
public final class PcapReader implements RecordReader {
    private static final int SECONDS = 0;
    private static final int FRACTION = 4;
    private static final int CAPTURED_LENGTH = 8;
    private static final int ORIGINAL_LENGTH = 12;

    /** In the variants that have it: who the frame was for, as Linux numbers that. */
    private static final int PACKET_TYPE = 22;

    private static final int TO_US = 0;
    private static final int OUTGOING = 4;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int NANOS_PER_MICROSECOND = 1000;
    private static final byte MICROSECOND_DIGITS = 6;
    private static final byte NANOSECOND_DIGITS = 9;

    private final PcapHeader header;
    private final OctetWindow window;
    private final CaptureLedger ledger;
    private final InterfaceTally tally;
    private final FrameCursor cursor;
    private final int recordHeader;

    /** A reader of the records from where {@code window} stands, which is at the beginning of one. */
    public PcapReader(PcapHeader header, OctetWindow window, CaptureLedger ledger) {
        this.header = header;
        this.window = window;
        this.ledger = ledger;
        this.recordHeader = header.recordHeader();
        byte digits = header.isNanosecond() ? NANOSECOND_DIGITS : MICROSECOND_DIGITS;
        this.tally = new InterfaceTally(
                ledger.nextInterfaceId(),
                header.linkType(),
                header.snapLength(),
                new TimestampUnit(digits, 0),
                InterfaceDescription.NONE);
        ledger.add(tally);
        this.cursor = new FrameCursor(ledger);
    }

    @Override
    public void scan(long end, FrameSink sink) throws IOException {
        ByteOrder order = header.order();
        int maxCaptured = header.maxCapturedLength();
        boolean mayBeSwapped = header.mayHaveSwappedLengths();
        boolean tellsDirection = header.variant().tellsDirection();
        int nanosPerFraction = header.isNanosecond() ? 1 : NANOS_PER_MICROSECOND;
        while (window.offset() < end) {
            if (!window.require(recordHeader)) {
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
            int record = recordHeader + captured;
            if (!window.require(record)) {
                noteCutOffFrame(captured);
                return;
            }
            int at = window.position();
            fields = window.buffer(order);
            long fraction = Integer.toUnsignedLong(fields.getInt(at + FRACTION)) * nanosPerFraction;
            cursor.start(window);
            cursor.place(at + recordHeader, captured, Integer.toUnsignedLong(original));
            cursor.passedAt(Integer.toUnsignedLong(fields.getInt(at + SECONDS)) * NANOS_PER_SECOND + fraction);
            if (tellsDirection) {
                cursor.went(direction(fields.get(at + PACKET_TYPE)));
            }
            if (fraction >= NANOS_PER_SECOND) {
                noteFraction(fraction);
            }
            cursor.deliver(tally, sink);
            window.advance(record);
        }
    }

    private static Direction direction(int packetType) {
        return packetType == OUTGOING
                ? Direction.OUTBOUND
                : packetType == TO_US ? Direction.INBOUND : Direction.UNKNOWN;
    }

    private void noteFraction(long fraction) {
        if (ledger.isNew(CaptureLedger.Oddity.FRACTION_BEYOND_SECOND)) {
            ledger.noteFrameOnce(
                    CaptureLedger.Oddity.FRACTION_BEYOND_SECOND,
                    window.offset(),
                    "the fraction of a second is " + fraction + " ns, expected less than " + NANOS_PER_SECOND
                            + " (said once)");
        }
    }

    private void noteCutOffHeader() {
        if (window.available() > 0) {
            ledger.noteEnd(
                    window.offset(),
                    "cut off: expected a record header of " + recordHeader + " octets, found " + window.available());
        }
    }

    private void noteCutOffFrame(int captured) {
        ledger.noteEnd(
                window.offset(),
                "cut off: expected a frame of " + captured + " octets, found " + (window.available() - recordHeader));
    }

    private void noteDamage(int captured, int maxCaptured) {
        ledger.noteEnd(
                window.offset(),
                "damaged: captured length " + Integer.toUnsignedString(captured) + " exceeds " + maxCaptured);
    }
}
