package io.github.espial.capture.snoop;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.FrameCursor;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.InterfaceDefinition;
import io.github.espial.capture.InterfaceTally;
import io.github.espial.capture.RecordReader;
import io.github.espial.capture.TimestampUnit;
import io.github.espial.net.LinkTypes;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads the records of a snoop file, big-endian (RFC 1761).
 *
 * <pre>
 *  0  original length
 *  4  captured length
 *  8  length of the record, this header and the padding after the frame included
 * 12  frames lost since the beginning
 * 16  seconds since 1970, unsigned 32-bit
 * 20  microseconds
 * 24  the frame, then padding
 * </pre>
 */
final class SnoopReader implements RecordReader {
    private static final int RECORD_HEADER = 24;
    private static final int ORIGINAL_LENGTH = 0;
    private static final int CAPTURED_LENGTH = 4;
    private static final int RECORD_LENGTH = 8;
    private static final int DROPS = 12;
    private static final int SECONDS = 16;
    private static final int MICROSECONDS = 20;

    private static final int MAX_CAPTURED = 262_144;

    /** Far more than the padding to four octets, or the 16 octets that Shomiti's Surveyor puts there. */
    private static final int MAX_PADDING = 4096;

    /** Padding of a first record from which on it is Shomiti's, which keeps what its hardware saw in there. */
    private static final int SHOMITI_PADDING = 16;

    private static final int FIRST_SHOMITI_VERSION = 3;
    private static final int LAST_SHOMITI_VERSION = 5;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MICROSECOND = 1000;

    private final OctetWindow window;
    private final CaptureLedger ledger;
    private final InterfaceTally tally;
    private final FrameCursor cursor;
    private long drops;

    /** A reader of the records from where {@code window} stands, which is at the first of them. */
    SnoopReader(SnoopHeader header, OctetWindow window, CaptureLedger ledger) throws IOException {
        this.window = window;
        this.ledger = ledger;
        boolean isShomiti = header.version() >= FIRST_SHOMITI_VERSION && header.version() <= LAST_SHOMITI_VERSION;
        if (header.version() != SnoopHeader.VERSION && !isShomiti) {
            ledger.note(0, "snoop version " + header.version() + ", expected 2; read as if it were");
        }
        this.tally = ledger.add(new InterfaceDefinition(
                linkType(header.dataLink(), isShomiti || isPaddedByShomiti()), 0, TimestampUnit.DEFAULT));
        this.cursor = new FrameCursor(ledger);
    }

    @Override
    public FormatName format() {
        return SnoopFormat.NAME;
    }

    @Override
    public void scan(long end, FrameSink sink) throws IOException {
        while (window.offset() < end) {
            if (!window.require(RECORD_HEADER)) {
                noteCutOffHeader();
                return;
            }
            ByteBuffer fields = window.buffer();
            int at = window.position();
            int captured = fields.getInt(at + CAPTURED_LENGTH);
            int record = fields.getInt(at + RECORD_LENGTH);
            if (captured < 0 || captured > MAX_CAPTURED || !isRecord(record, captured)) {
                noteDamage(captured, record);
                return;
            }
            // The padding of the last record may be missing: the frame is whole without it.
            if (!window.require(record) && window.available() < RECORD_HEADER + captured) {
                noteCutOffFrame(captured);
                return;
            }
            deliver(captured, sink);
            window.advance(Math.min(record, window.available()));
        }
    }

    private void deliver(int captured, FrameSink sink) {
        ByteBuffer fields = window.buffer();
        int at = window.position();
        long fraction = Integer.toUnsignedLong(fields.getInt(at + MICROSECONDS)) * NANOS_PER_MICROSECOND;
        long dropsNow = Integer.toUnsignedLong(fields.getInt(at + DROPS));
        if (dropsNow > drops) {
            drops = dropsNow;
            tally.loseByStatistics(dropsNow);
        }
        cursor.start(window);
        cursor.place(at + RECORD_HEADER, captured, Integer.toUnsignedLong(fields.getInt(at + ORIGINAL_LENGTH)));
        cursor.passedAt(Integer.toUnsignedLong(fields.getInt(at + SECONDS)) * NANOS_PER_SECOND + fraction);
        if (fraction >= NANOS_PER_SECOND && ledger.isNew(CaptureLedger.Oddity.FRACTION_BEYOND_SECOND)) {
            ledger.noteFrameOnce(
                    CaptureLedger.Oddity.FRACTION_BEYOND_SECOND,
                    window.offset(),
                    "the fraction of a second is " + fraction + " ns, expected less than " + NANOS_PER_SECOND
                            + " (said once)");
        }
        cursor.deliver(tally, sink);
    }

    private static boolean isRecord(int length, int captured) {
        return length >= RECORD_HEADER + captured && length <= RECORD_HEADER + captured + MAX_PADDING;
    }

    private boolean isPaddedByShomiti() throws IOException {
        if (!window.require(RECORD_HEADER)) {
            return false;
        }
        int captured = window.buffer().getInt(window.position() + CAPTURED_LENGTH);
        int record = window.buffer().getInt(window.position() + RECORD_LENGTH);
        return captured >= 0
                && captured <= MAX_CAPTURED
                && isRecord(record, captured)
                && record - RECORD_HEADER - captured >= SHOMITI_PADDING;
    }

    private int linkType(long dataLink, boolean isShomiti) {
        int linkType = isShomiti ? DataLinks.shomitiLinkType(dataLink) : DataLinks.linkType(dataLink);
        if (linkType == LinkTypes.UNKNOWN) {
            String kind = isShomiti ? "of Shomiti's" : DataLinks.name(dataLink);
            ledger.note(0, "frames of data link type " + dataLink + " (" + kind + ") are counted, but not read");
        }
        return linkType;
    }

    private void noteCutOffHeader() {
        if (window.available() > 0) {
            ledger.noteEnd(
                    window.offset(),
                    "cut off: expected a record header of " + RECORD_HEADER + " octets, found " + window.available());
        }
    }

    private void noteCutOffFrame(int captured) {
        ledger.noteEnd(
                window.offset(),
                "cut off: expected a frame of " + captured + " octets, found " + (window.available() - RECORD_HEADER));
    }

    private void noteDamage(int captured, int record) {
        ledger.noteEnd(
                window.offset(),
                "damaged: captured length " + Integer.toUnsignedString(captured) + " in a record of "
                        + Integer.toUnsignedString(record) + " octets");
    }
}
