package io.github.espial.capture.pcap;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.RecordChain;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * Tells pcap records, which have no marks, by headers that make sense and follow one another.
 *
 * <p>A header makes sense if the frame is neither empty nor longer than allowed nor longer than it was on the wire, if
 * the fraction is less than a second, and if the time is not far from that of the file's first record.
 */
final class PcapChain implements RecordChain {
    /** Headers that leave no doubt: in random octets, one alone makes sense about once in 2^40 places. */
    private static final int ENOUGH = 4;

    /** Headers that do where the octets to look at end: with the time of the file's first record, and without. */
    private static final int FEW_WITH_TIME = 2;

    private static final int FEW = 3;

    /** The longest frame on a wire: segments that the network card is to cut have some 500 kB. */
    private static final int MAX_ORIGINAL = 1 << 20;

    /** No capture goes on for much more than a year: 400 days. */
    private static final long MAX_SECONDS_APART = 400L * 24 * 60 * 60;

    /** In place of the time of the first record: there is none that makes sense. */
    private static final long NO_TIME = -1;

    private final PcapHeader header;
    private final int recordHeader;
    private final int maxCaptured;
    private final int maxOriginal;
    private final int fractions;
    private final long firstSeconds;

    private PcapChain(PcapHeader header, long firstSeconds) {
        this.header = header;
        this.recordHeader = header.recordHeader();
        this.maxCaptured = header.maxCapturedLength();
        this.maxOriginal = Math.max(MAX_ORIGINAL, maxCaptured);
        this.fractions = header.fractionsPerSecond();
        this.firstSeconds = firstSeconds;
    }

    /** Chains in a file of which {@code state} is known. */
    static PcapChain of(PcapState state) {
        return new PcapChain(state.header(), state.firstSeconds().orElse(NO_TIME));
    }

    /**
     * The time, in seconds since 1970, of the first record of the file of {@code header}, which {@code window} stands at;
     * empty if the record makes no sense, or the file ends there.
     */
    static OptionalLong firstSeconds(PcapHeader header, OctetWindow window) throws IOException {
        if (!window.require(header.recordHeader())) {
            return OptionalLong.empty();
        }
        ByteBuffer fields = window.buffer(header.order());
        int at = window.position();
        return new PcapChain(header, NO_TIME).capturedLength(fields, at) == 0
                ? OptionalLong.empty()
                : OptionalLong.of(PcapReader.seconds(fields, at));
    }

    @Override
    public boolean beginsAt(OctetWindow window, int at, int limit, boolean isEnd) {
        ByteBuffer fields = window.buffer(header.order());
        int few = firstSeconds == NO_TIME ? FEW : FEW_WITH_TIME;
        long seconds = firstSeconds;
        int place = at;
        for (int headers = 0; headers < ENOUGH; headers++) {
            if (limit - place < recordHeader) {
                boolean endsWithFile = isEnd && place == limit && headers > 0 && firstSeconds != NO_TIME;
                return endsWithFile || headers >= few;
            }
            int captured = capturedLength(fields, place);
            if (captured == 0) {
                return false;
            }
            long present = PcapReader.seconds(fields, place);
            if (seconds != NO_TIME && Math.abs(present - seconds) > MAX_SECONDS_APART) {
                return false;
            }
            seconds = seconds == NO_TIME ? present : seconds;
            if (captured > limit - place - recordHeader) {
                return headers + 1 >= few;
            }
            place += recordHeader + captured;
        }
        return true;
    }

    /** Whether the header at {@code at} makes sense. */
    boolean isPlausible(ByteBuffer fields, int at) {
        return capturedLength(fields, at) != 0
                && (firstSeconds == NO_TIME
                        || Math.abs(PcapReader.seconds(fields, at) - firstSeconds) <= MAX_SECONDS_APART);
    }

    /** The captured length in the header at {@code at}; 0 if the header, but for its time, makes no sense. */
    private int capturedLength(ByteBuffer fields, int at) {
        int second = fields.getInt(at + PcapReader.CAPTURED_LENGTH);
        int third = fields.getInt(at + PcapReader.ORIGINAL_LENGTH);
        boolean isSwapped = header.mayHaveSwappedLengths() && Integer.compareUnsigned(second, third) > 0;
        int captured = isSwapped ? third : second;
        int original = isSwapped ? second : third;
        boolean makesSense = captured > 0
                && captured <= maxCaptured
                && captured <= original
                && original <= maxOriginal
                && Integer.compareUnsigned(fields.getInt(at + PcapReader.FRACTION), fractions) < 0;
        return makesSense ? captured : 0;
    }
}
