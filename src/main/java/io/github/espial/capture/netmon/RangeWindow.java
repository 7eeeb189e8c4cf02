package io.github.espial.capture.netmon;

import io.github.espial.bytes.OctetRanges;
import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.OctetWords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A window over a file that goes to any offset: forwards with large refills, after a leap with a small one, so
 * that a table that points here and there costs no more than it must. Not thread-safe.
 */
final class RangeWindow {
    /** Octets read beyond those asked for after a leap; each refill without one doubles them. */
    private static final int LEAST_AHEAD = 1 << 12;

    private final OctetRanges file;
    private final ByteBuffer filler;
    private final ByteBuffer bigEndian;
    private final ByteBuffer littleEndian;
    private final OctetWords words;
    private final int leap;
    private int ahead = LEAST_AHEAD;
    private long start;
    private int length;

    /**
     * @param capacity octets of memory, and the most that can be required at once
     * @param leap octets that may lie between two requirements that count as reading on
     */
    RangeWindow(OctetRanges file, int capacity, int leap) {
        this.file = file;
        this.filler = ByteBuffer.allocateDirect(capacity);
        this.bigEndian = filler.duplicate().order(ByteOrder.BIG_ENDIAN);
        this.littleEndian = filler.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.words = new OctetWords(filler);
        this.leap = leap;
    }

    /** Makes {@code octets} readable from {@code offset} on; false when there are fewer. */
    boolean require(long offset, int octets) throws IOException {
        if (offset < start || offset + octets > start + length) {
            refill(offset, octets);
        }
        return offset + octets <= start + length;
    }

    /** Index in the buffers of the octet at {@code offset}, which was required. */
    int index(long offset) {
        return (int) (offset - start);
    }

    /** Big-endian view of the memory; its content is valid until the next {@link #require}. */
    ByteBuffer bigEndian() {
        return bigEndian;
    }

    /** Little-endian view of the memory. */
    ByteBuffer littleEndian() {
        return littleEndian;
    }

    /** Words of the memory. */
    OctetWords words() {
        return words;
    }

    private void refill(long offset, int octets) throws IOException {
        boolean readsOn = offset > start && offset - start - length <= leap;
        ahead = readsOn ? Math.min(2 * ahead, filler.capacity()) : LEAST_AHEAD;
        int wanted = Math.max(octets, ahead);
        OctetSource source = file.range(offset, offset + wanted);
        start = offset;
        filler.limit(wanted).position(0);
        while (filler.hasRemaining() && source.read(filler) > 0) {
            // Sources may give less than there is room for.
        }
        length = filler.position();
    }
}
