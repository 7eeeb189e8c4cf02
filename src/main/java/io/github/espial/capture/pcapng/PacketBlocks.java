package io.github.espial.capture.pcapng;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.bytes.OctetWords;
import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.Direction;
import io.github.espial.capture.Frame;
import io.github.espial.capture.FrameCursor;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.InterfaceTally;
import java.nio.ByteBuffer;

/**
 * Reads the pcapng blocks that hold a frame (draft-ietf-opsawg-pcapng §4.3, §4.4 and appendix A).
 *
 * <pre>
 *      Enhanced Packet (6)    Packet (2), obsolete         Simple Packet (3)
 *  8   interface id           interface id, drops (16/16)  original length
 * 12   time stamp, high       time stamp, high             the frame
 * 16   time stamp, low        time stamp, low
 * 20   captured length        captured length
 * 24   original length        original length
 * 28   the frame, options     the frame, options
 * </pre>
 *
 * <p>In two steps, because the interface is known only when the block has been looked at: {@code start...}, then
 * {@link #deliver}.
 */
final class PacketBlocks {
    /** Octets of the smallest block that tells its interface and time. */
    static final int MIN_LENGTH = 32;

    private static final int TRAILER = 4;
    private static final int INTERFACE_ID = 8;
    private static final int DROPS = 10;
    private static final int TIME_LOW = 16;
    private static final int ORIGINAL_LENGTH = 24;
    private static final int OCTETS = 28;
    private static final int SIMPLE_ORIGINAL_LENGTH = 8;
    private static final int SIMPLE_OCTETS = 12;

    private static final int FLAGS = 2;
    private static final int ENHANCED_DROP_COUNT = 4;
    private static final int DROPS_UNKNOWN = 0xFFFF;

    private final CaptureLedger ledger;
    private final FrameCursor cursor;
    private final Frame frame;
    private final PcapngOptions options = new PcapngOptions();
    private int interfaceId;
    private long units;
    private long dropped;
    private boolean hasDropped;

    PacketBlocks(CaptureLedger ledger) {
        this.ledger = ledger;
        this.cursor = new FrameCursor(ledger);
        this.frame = cursor.frame();
    }

    /** Id within the section of the interface that the block names; an unsigned number, so it may be negative here. */
    int interfaceId() {
        return interfaceId;
    }

    /** Starts the Enhanced Packet Block that {@code window} stands at; false when its frame does not fit. */
    boolean startEnhanced(OctetWindow window, ByteBuffer fields, boolean isBigEndian, int length) {
        if (!startTimed(window, isBigEndian, length)) {
            return false;
        }
        readOptions(fields, window.position() + length - TRAILER, ENHANCED_DROP_COUNT);
        return true;
    }

    /** Starts the obsolete Packet Block that {@code window} stands at; false when its frame does not fit. */
    boolean startObsolete(OctetWindow window, ByteBuffer fields, boolean isBigEndian, int length) {
        if (!startTimed(window, isBigEndian, length)) {
            return false;
        }
        int at = window.position();
        interfaceId = Short.toUnsignedInt(fields.getShort(at + INTERFACE_ID));
        dropped = Short.toUnsignedInt(fields.getShort(at + DROPS));
        hasDropped = dropped != DROPS_UNKNOWN;
        readOptions(fields, at + length - TRAILER, PcapngOptions.COMMENT);
        return true;
    }

    /**
     * Starts the Simple Packet Block that {@code window} stands at; false when it is too short.
     *
     * @param snapLength of the section's first interface, which such a block belongs to; 0 for no limit
     */
    boolean startSimple(OctetWindow window, ByteBuffer fields, int length, long snapLength) {
        start(window);
        int room = length - TRAILER - SIMPLE_OCTETS;
        if (room < 0) {
            noteTooShort(length, SIMPLE_OCTETS + TRAILER);
            return false;
        }
        long original = Integer.toUnsignedLong(fields.getInt(window.position() + SIMPLE_ORIGINAL_LENGTH));
        long captured = Math.min(room, original);
        cursor.place(
                window.position() + SIMPLE_OCTETS,
                (int) (snapLength == 0 ? captured : Math.min(captured, snapLength)),
                original);
        cursor.passedAtUnknownTime();
        interfaceId = 0;
        return true;
    }

    /** Hands the frame of the block that was started to {@code sink}, as one of {@code tally}. */
    void deliver(InterfaceTally tally, FrameSink sink) {
        if (frame.hasTime()) {
            cursor.passedAt(tally.unit().nanos(units));
        }
        if (hasDropped) {
            tally.loseBetweenFrames(dropped);
        }
        cursor.deliver(tally, sink);
    }

    private void start(OctetWindow window) {
        cursor.start(window);
        hasDropped = false;
    }

    private boolean startTimed(OctetWindow window, boolean isBigEndian, int length) {
        start(window);
        int room = length - OCTETS - TRAILER;
        if (room < 0) {
            noteTooShort(length, OCTETS + TRAILER);
            return false;
        }
        int at = window.position();
        long idAndHigh = window.words().at(at + INTERFACE_ID);
        long lowAndCaptured = window.words().at(at + TIME_LOW);
        int captured = OctetWords.second(lowAndCaptured, isBigEndian);
        if (Integer.compareUnsigned(captured, room) > 0) {
            ledger.noteFrame(
                    frame.fileOffset(),
                    "captured length " + Integer.toUnsignedString(captured) + ", but the block has room for " + room);
            return false;
        }
        int original = OctetWords.first(window.words().at(at + ORIGINAL_LENGTH), isBigEndian);
        cursor.place(at + OCTETS, captured, Integer.toUnsignedLong(original));
        cursor.passedAt(0);
        interfaceId = OctetWords.first(idAndHigh, isBigEndian);
        units = (long) OctetWords.second(idAndHigh, isBigEndian) << Integer.SIZE
                | Integer.toUnsignedLong(OctetWords.first(lowAndCaptured, isBigEndian));
        return true;
    }

    /** Reads the options after the frame; {@code dropCount} is the code of a 64-bit drop count, if not a comment's. */
    private void readOptions(ByteBuffer fields, int end, int dropCount) {
        int start = frame.start() + PcapngOptions.padded(frame.capturedLength());
        if (start >= end) {
            return;
        }
        options.wrap(fields, start, end);
        while (options.next()) {
            int code = options.code();
            if (code == PcapngOptions.COMMENT) {
                ledger.add(new CaptureComment(frame.number(), options.text()), frame.fileOffset());
            } else if (code == FLAGS && options.length() >= Integer.BYTES) {
                cursor.went(Direction.ofPcapngFlags(fields.getInt(options.value())));
            } else if (code == dropCount && options.length() >= Long.BYTES) {
                dropped = fields.getLong(options.value());
                hasDropped = dropped >= 0;
            }
        }
        if (options.isMalformed() && ledger.isNew(CaptureLedger.Oddity.MALFORMED_OPTIONS)) {
            ledger.noteFrameOnce(
                    CaptureLedger.Oddity.MALFORMED_OPTIONS,
                    frame.fileOffset(),
                    "an option of the frame exceeds its block (said once)");
        }
    }

    private void noteTooShort(int length, int minimum) {
        ledger.noteFrame(frame.fileOffset(), "a packet block of " + length + " octets, expected at least " + minimum);
    }
}
