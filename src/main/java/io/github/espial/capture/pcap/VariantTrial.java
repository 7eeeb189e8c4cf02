package io.github.espial.capture.pcap;

import io.github.espial.bytes.OctetWindow;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads the first records of a file as if they were of one variant, to see whether that makes sense: the magic number
 * does not tell all variants apart.
 *
 * <p>A file with the usual magic number is of another variant only where its records make no sense as they should be,
 * and all sense as that variant's.
 */
final class VariantTrial {
    private static final int RECORDS = 3;

    /** One record, cut off just so, may make sense by chance. */
    private static final int FEWEST = 2;

    /** Octets to look ahead at most, so that huge records do not delay a pipe. */
    private static final int LOOK_AHEAD = 1 << 20;

    private static final int FRACTION = 4;
    private static final int CAPTURED_LENGTH = 8;
    private static final int ORIGINAL_LENGTH = 12;
    private static final int INTERFACE = 16;
    private static final int PROTOCOL = 20;
    private static final int PACKET_TYPE = 22;
    private static final int NOKIA_WORD = 16;

    private static final int MICROS_PER_SECOND = 1_000_000;

    /** No frame on a wire has more. */
    private static final int MAX_ORIGINAL = 1 << 27;

    /** Linux numbered its interfaces from 1. */
    private static final int MAX_INTERFACE = 10_000;

    /** The packet types that Linux had in 1999, from 0. */
    private static final int MAX_PACKET_TYPE = 4;

    private static final int FIRST_ETHER_TYPE = 0x0600;
    private static final int LAST_LINUX_PROTOCOL = 0x0017;

    /** What Nokia's word looks like: xfbfyz0w with few values each (as Wireshark's authors saw it). */
    private static final int NOKIA_MASK = 0x0FFF_00F0;

    private static final int NOKIA_PATTERN = 0x0FBF_0000;

    private final PcapHeader header;
    private final PcapVariant variant;
    private final OctetWindow window;
    private int faults;
    private int records;

    private VariantTrial(PcapHeader header, PcapVariant variant, OctetWindow window) {
        this.header = header;
        this.variant = variant;
        this.window = window;
    }

    /** The variant of the records from where {@code window} stands, which does not move. */
    static PcapVariant tell(PcapHeader header, OctetWindow window) throws IOException {
        VariantTrial asSaid = trial(header, header.variant(), window);
        if (asSaid.faults == 0 || !header.mayBeVariant()) {
            return header.variant();
        }
        if (header.variant() == PcapVariant.MODIFIED) {
            VariantTrial other = trial(header, PcapVariant.MODIFIED_WITH_PROCESSOR, window);
            return other.faults < asSaid.faults ? other.variant : PcapVariant.MODIFIED;
        }
        for (PcapVariant variant : new PcapVariant[] {PcapVariant.MODIFIED, PcapVariant.NOKIA}) {
            VariantTrial trial = trial(header, variant, window);
            if (trial.faults == 0 && trial.records >= FEWEST) {
                return variant;
            }
        }
        return PcapVariant.STANDARD;
    }

    private static VariantTrial trial(PcapHeader header, PcapVariant variant, OctetWindow window) throws IOException {
        VariantTrial trial = new VariantTrial(header, variant, window);
        int at = 0;
        for (int i = 0; i < RECORDS && at >= 0; i++) {
            at = trial.record(at);
        }
        return trial;
    }

    /** Looks at the record {@code at} octets ahead; returns how far ahead it ends, or -1 where trying ends. */
    private int record(int at) throws IOException {
        int frame = at + variant.recordHeader();
        if (!window.require(frame)) {
            faults += window.available() == at ? 0 : 1;
            return -1;
        }
        ByteBuffer fields = window.buffer(header.order());
        int start = window.position() + at;
        int captured = fields.getInt(start + CAPTURED_LENGTH);
        int original = fields.getInt(start + ORIGINAL_LENGTH);
        faults += Integer.compareUnsigned(fields.getInt(start + FRACTION), MICROS_PER_SECOND) >= 0 ? 1 : 0;
        faults += header.snapLength() > 0 && Integer.toUnsignedLong(captured) > header.snapLength() ? 1 : 0;
        faults += Integer.compareUnsigned(original, MAX_ORIGINAL) > 0 ? 1 : 0;
        faults += Integer.compareUnsigned(captured, original) > 0 ? 1 : 0;
        faults += isPlausible(fields, start) ? 0 : 1;
        if (Integer.compareUnsigned(captured, header.maxCapturedLength()) > 0) {
            faults++;
            return -1;
        }
        int end = frame + captured;
        if (end > LOOK_AHEAD) {
            return -1;
        }
        if (!window.require(end)) {
            faults++;
            return -1;
        }
        records++;
        return end;
    }

    private boolean isPlausible(ByteBuffer fields, int start) {
        return switch (variant) {
            case STANDARD -> true;
            case NOKIA -> isNokia(fields.getInt(start + NOKIA_WORD));
            case MODIFIED, MODIFIED_WITH_PROCESSOR ->
                Integer.compareUnsigned(fields.getInt(start + INTERFACE), MAX_INTERFACE) <= 0
                        && isProtocol(Short.toUnsignedInt(fields.getShort(start + PROTOCOL)))
                        && (fields.get(start + PACKET_TYPE) & 0xff) <= MAX_PACKET_TYPE;
        };
    }

    /** Converters write 0. */
    private static boolean isNokia(int word) {
        return word == 0 || (word & NOKIA_MASK) == NOKIA_PATTERN;
    }

    /** Whether {@code number} is an EtherType, or one of Linux' own numbers below. */
    private static boolean isProtocol(int number) {
        return number >= FIRST_ETHER_TYPE
                || number <= LAST_LINUX_PROTOCOL
                || number == 0x0060
                || number == 0x0200
                || number == 0x0400;
    }
}
