package io.github.espial.capture.netmon;

import io.github.espial.bytes.OctetRanges;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the frames of a Network Monitor file in the order of its frame table: little-endian offsets of 32 bits, which
 * lies behind the frames. Where it is missing, because the file is cut off or was never finished, the frames are read
 * as they lie.
 *
 * <pre>
 * 1.x   0  milliseconds since the start, unsigned 32-bit     2.x   0  microseconds since the start, 64 bits
 *       4  original length, 16 bits                                8  original length
 *       6  captured length, 16 bits                               12  captured length
 *       8  the frame                                              16  the frame, then, from 2.1 on
 *                                                                  0  media type, 16 bits
 *                                                                  2  process, from 2.2 on
 *                                                                  6  FILETIME in UTC, 64 bits, from 2.3 on
 *                                                                 14  time zone, 8 bits, from 2.3 on
 * </pre>
 */
final class NetMonReader implements RecordReader {
    private static final int ENTRY = 4;
    private static final int MAX_CAPTURED = 262_144;
    private static final int MAX_TRAILER = 15;

    private static final int FRAME_WINDOW = 1 << 20;
    private static final int TABLE_WINDOW = 1 << 16;

    /** Octets between two frames that follow one another: more than one whole frame is no reading on. */
    private static final int LEAP = 1 << 16;

    private static final int HEADER_1 = 8;
    private static final int HEADER_2 = 16;
    private static final int FRAME_TIME = 6;

    /** Octets before an ATM frame. */
    private static final int ATM_HEADER = 16;

    private static final int WIFI_HEADER_LENGTH = 1;
    private static final int SHORTEST_WIFI_HEADER = 3;

    private final NetMonHeader header;
    private final OctetRanges file;
    private final CaptureLedger ledger;
    private final FrameCursor cursor;
    private final FrameTimes times;
    private final int headerLength;
    private final int trailerLength;
    private final RangeWindow frames;
    private final List<InterfaceTally> tallies = new ArrayList<>();

    /** Where the record that was read last ends. */
    private long recordEnd;

    /** A reader of all frames of {@code file}. */
    NetMonReader(NetMonHeader header, OctetRanges file, CaptureLedger ledger) {
        this.header = header;
        this.file = file;
        this.ledger = ledger;
        this.cursor = new FrameCursor(ledger);
        this.times = new FrameTimes(header.startMillis());
        this.headerLength = header.majorVersion() == 1 ? HEADER_1 : HEADER_2;
        this.trailerLength = trailerLength(header);
        this.frames = new RangeWindow(file, FRAME_WINDOW, LEAP);
    }

    @Override
    public FormatName format() {
        return header.format();
    }

    @Override
    public void scan(long end, FrameSink sink) throws IOException {
        if (header.startMillis().isEmpty() && !header.hasUtcTimes()) {
            ledger.note(0, "the start of the capture is no time: the frames have none");
        }
        RangeWindow table = new RangeWindow(file, TABLE_WINDOW, 0);
        long entries = header.tableLength() / ENTRY;
        long last = header.tableStart() + (entries - 1) * ENTRY;
        if (entries == 0 || header.tableStart() < NetMonHeader.LENGTH || !table.require(last, ENTRY)) {
            scanAsTheyLie(Math.min(end, header.tableStart() == 0 ? Long.MAX_VALUE : header.tableStart()), sink);
            return;
        }
        if (header.tableLength() % ENTRY != 0) {
            ledger.note(header.tableStart(), "a frame table of " + header.tableLength() + " octets, no multiple of 4");
        }
        for (long at = header.tableStart(); at <= last; at += ENTRY) {
            if (!table.require(at, ENTRY)) {
                ledger.noteEnd(at, "the file got shorter while it was read");
                return;
            }
            long offset = Integer.toUnsignedLong(table.littleEndian().getInt(table.index(at)));
            if (offset < end) {
                read(offset, sink);
            }
        }
    }

    private void scanAsTheyLie(long end, FrameSink sink) throws IOException {
        ledger.note(
                header.tableStart(),
                "the frame table is not in the file: frames are read as they lie, up to where they make no sense");
        recordEnd = NetMonHeader.WHOLE_LENGTH;
        while (recordEnd < end && frames.require(recordEnd, 1)) {
            if (!read(recordEnd, sink)) {
                return;
            }
        }
    }

    /** Reads the record at {@code offset}; false when it makes no sense, which is noted. */
    private boolean read(long offset, FrameSink sink) throws IOException {
        if (!frames.require(offset, headerLength)) {
            return noteFrame(offset, "cut off: expected a frame header of " + headerLength + " octets");
        }
        ByteBuffer fields = frames.littleEndian();
        int at = frames.index(offset);
        long captured = captured(fields, at);
        long original = original(fields, at);
        if (captured > MAX_CAPTURED) {
            return noteFrame(offset, "damaged: captured length " + captured + " exceeds " + MAX_CAPTURED);
        }
        int length = (int) captured;
        if (!frames.require(offset, headerLength + length + trailerLength)) {
            return noteFrame(offset, "cut off: expected a frame of " + length + " octets");
        }
        at = frames.index(offset);
        int trailer = at + headerLength + length;
        int medium = header.hasMediaTypes() ? Short.toUnsignedInt(fields.getShort(trailer)) : header.mediaType();
        recordEnd = offset + headerLength + length + trailerLength;
        if (Medium.isNote(medium)) {
            if (Medium.isNumbered(medium)) {
                ledger.countNumber();
            }
            return true;
        }
        cursor.start(offset);
        passed(fields, at, trailer);
        place(at + headerLength, length, original, medium);
        cursor.deliver(tally(Medium.linkType(medium), medium), sink);
        return true;
    }

    private long captured(ByteBuffer fields, int at) {
        return headerLength == HEADER_1
                ? Short.toUnsignedLong(fields.getShort(at + 6))
                : Integer.toUnsignedLong(fields.getInt(at + 12));
    }

    private long original(ByteBuffer fields, int at) {
        return headerLength == HEADER_1
                ? Short.toUnsignedLong(fields.getShort(at + 4))
                : Integer.toUnsignedLong(fields.getInt(at + 8));
    }

    private void passed(ByteBuffer fields, int at, int trailer) {
        if (header.hasUtcTimes()) {
            cursor.passedAt(FrameTimes.ofFileTime(fields.getLong(trailer + FRAME_TIME)));
        } else if (!times.isKnown()) {
            cursor.passedAtUnknownTime();
        } else if (headerLength == HEADER_1) {
            cursor.passedAt(times.afterMillis(Integer.toUnsignedLong(fields.getInt(at))));
        } else {
            cursor.passedAt(times.afterMicros(fields.getLong(at)));
        }
    }

    /** Says where the frame lies, without what Network Monitor put before it. */
    private void place(int start, int captured, long original, int medium) {
        int before = medium == Medium.WIFI ? wifiHeader(start, captured) : medium == Medium.ATM ? ATM_HEADER : 0;
        int skipped = Math.min(before, captured);
        cursor.place(
                frames.bigEndian(),
                frames.words(),
                start + skipped,
                captured - skipped,
                Math.max(0, original - skipped));
    }

    private int wifiHeader(int start, int captured) {
        return captured < SHORTEST_WIFI_HEADER
                ? captured
                : Short.toUnsignedInt(frames.littleEndian().getShort(start + WIFI_HEADER_LENGTH));
    }

    /** The interface of the medium: a file tells of no other, and has a few at most. */
    private InterfaceTally tally(int linkType, int medium) {
        for (InterfaceTally tally : tallies) {
            if (tally.linkType() == linkType) {
                return tally;
            }
        }
        if (linkType == LinkTypes.UNKNOWN && ledger.isNew(CaptureLedger.Oddity.UNKNOWN_MEDIUM)) {
            ledger.noteFrameOnce(
                    CaptureLedger.Oddity.UNKNOWN_MEDIUM,
                    cursor.frame().fileOffset(),
                    "frames of media type " + medium + " are counted, but not read (said once)");
        }
        InterfaceTally tally =
                ledger.add(new InterfaceDefinition(linkType, 0, new TimestampUnit(times.digits(header), 0)));
        tallies.add(tally);
        return tally;
    }

    private boolean noteFrame(long offset, String text) {
        ledger.countFrame();
        ledger.noteFrame(offset, text);
        return false;
    }

    private static int trailerLength(NetMonHeader header) {
        if (!header.hasMediaTypes()) {
            return 0;
        }
        if (header.hasUtcTimes()) {
            return MAX_TRAILER;
        }
        return header.minorVersion() == 1 ? 2 : FRAME_TIME;
    }
}
