package io.github.espial.capture.pcap;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.bytes.OctetWords;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.Direction;
import io.github.espial.capture.DivisibleReader;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.FrameCursor;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.InterfaceTally;
import io.github.espial.capture.RecordSearch;
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
 *
 * <p>Damage is passed over up to where records begin again.
 */
public final class PcapReader implements DivisibleReader {
    static final int FRACTION = 4;
    static final int CAPTURED_LENGTH = 8;
    static final int ORIGINAL_LENGTH = 12;
    private static final int SECONDS = 0;

    /** In the variants that have it: who the frame was for, as Linux numbers that. */
    private static final int PACKET_TYPE = 22;

    private static final int TO_US = 0;
    private static final int OUTGOING = 4;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int NANOS_PER_MICROSECOND = 1000;

    private final PcapState state;
    private final PcapHeader header;
    private final int recordHeader;
    private final OctetWindow window;
    private final CaptureLedger ledger;
    private final InterfaceTally tally;
    private final FrameCursor cursor;

    private final PcapChain records;

    /**
     * A reader of the records from where {@code window} stands.
     *
     * @param ledger has the interface of {@code state}
     */
    PcapReader(PcapState state, OctetWindow window, CaptureLedger ledger) {
        this.state = state;
        this.header = state.header();
        this.recordHeader = header.recordHeader();
        this.window = window;
        this.ledger = ledger;
        this.tally = ledger.tally(0);
        this.cursor = new FrameCursor(ledger);
        this.records = PcapChain.of(state);
    }

    /** A reader of a file that {@code window} stands at the first record of; its interface is added to {@code ledger}. */
    public static PcapReader of(PcapHeader header, OctetWindow window, CaptureLedger ledger) throws IOException {
        PcapState state = new PcapState(header, PcapChain.firstSeconds(header, window));
        state.interfaces().forEach(ledger::add);
        return state.reader(window, ledger);
    }

    @Override
    public PcapState state() {
        return state;
    }

    @Override
    public boolean seek(long end) throws IOException {
        return RecordSearch.find(window, end, records);
    }

    @Override
    public FormatName format() {
        return PcapFormat.NAME;
    }

    @Override
    public void scan(long end, FrameSink sink) throws IOException {
        ByteOrder order = header.order();
        boolean isBigEndian = order == ByteOrder.BIG_ENDIAN;
        int maxCaptured = header.maxCapturedLength();
        boolean mayBeSwapped = header.mayHaveSwappedLengths();
        boolean tellsDirection = header.variant().tellsDirection();
        int nanosPerFraction = header.isNanosecond() ? 1 : NANOS_PER_MICROSECOND;
        while (window.offset() < end) {
            if (!window.require(recordHeader)) {
                noteCutOffHeader();
                return;
            }
            long lengths = window.words().at(window.position() + CAPTURED_LENGTH);
            int captured = OctetWords.first(lengths, isBigEndian);
            int original = OctetWords.second(lengths, isBigEndian);
            if (mayBeSwapped && Integer.compareUnsigned(captured, original) > 0) {
                int swapped = captured;
                captured = original;
                original = swapped;
            }
            if (Integer.compareUnsigned(captured, maxCaptured) > 0) {
                if (!passOver("captured length " + Integer.toUnsignedString(captured) + " exceeds " + maxCaptured)) {
                    return;
                }
                continue;
            }
            int record = recordHeader + captured;
            if (!window.require(record)) {
                if (!passOverCutOff(captured)) {
                    return;
                }
                continue;
            }
            int at = window.position();
            long times = window.words().at(at);
            long fraction = Integer.toUnsignedLong(OctetWords.second(times, isBigEndian)) * nanosPerFraction;
            boolean isOdd =
                    fraction >= NANOS_PER_SECOND || captured == 0 || Integer.compareUnsigned(captured, original) > 0;
            if (isOdd && !isFollowed(record, maxCaptured)) {
                if (!passOver("a record header that makes no sense, and none after it")) {
                    return;
                }
                continue;
            }
            at = window.position();
            cursor.start(window);
            cursor.place(at + recordHeader, captured, Integer.toUnsignedLong(original));
            cursor.passedAt(Integer.toUnsignedLong(OctetWords.first(times, isBigEndian)) * NANOS_PER_SECOND + fraction);
            if (tellsDirection) {
                cursor.went(direction(window.buffer(order).get(at + PACKET_TYPE)));
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

    /** The seconds in the record header at {@code at}. */
    static long seconds(ByteBuffer fields, int at) {
        return Integer.toUnsignedLong(fields.getInt(at + SECONDS));
    }

    /**
     * Whether what follows the record that the window stands at may be another one, or the end of the file. After a
     * header of nothing but zeros it must make sense: runs of zeros are what damage often looks like.
     */
    private boolean isFollowed(int record, int maxCaptured) throws IOException {
        if (!window.require(record + recordHeader)) {
            return true;
        }
        ByteBuffer fields = window.buffer(header.order());
        int at = window.position();
        int next = at + record;
        if ((fields.getLong(at) | fields.getLong(at + CAPTURED_LENGTH)) == 0) {
            return records.isPlausible(fields, next);
        }
        int captured = fields.getInt(next + CAPTURED_LENGTH);
        int original = fields.getInt(next + ORIGINAL_LENGTH);
        int lesser = Integer.compareUnsigned(captured, original) < 0 ? captured : original;
        return Integer.compareUnsigned(header.mayHaveSwappedLengths() ? lesser : captured, maxCaptured) <= 0;
    }

    /** Goes on where records begin again; false when they do not. */
    private boolean passOver(String damage) throws IOException {
        long start = window.offset();
        window.advance(1);
        if (!seek(Long.MAX_VALUE)) {
            ledger.noteEnd(start, "damaged: " + damage);
            return false;
        }
        ledger.noteNext(start, "damaged: " + damage + "; passed over " + (window.offset() - start) + " octets");
        return true;
    }

    /** A file that is cut off ends in a header that makes sense; else its length is damage, and records may follow. */
    private boolean passOverCutOff(int captured) throws IOException {
        String cutOff = "expected a frame of " + captured + " octets, found " + (window.available() - recordHeader);
        long start = window.offset();
        if (!records.isPlausible(window.buffer(header.order()), window.position())) {
            window.advance(1);
            if (seek(Long.MAX_VALUE)) {
                ledger.noteNext(start, "damaged: " + cutOff + "; passed over " + (window.offset() - start) + " octets");
                return true;
            }
        }
        ledger.noteEnd(start, "cut off: " + cutOff);
        return false;
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
}
