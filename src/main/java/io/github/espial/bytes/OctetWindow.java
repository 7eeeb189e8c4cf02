package io.github.espial.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A window that slides over the octets of a source, so that a reader can look at a record as a whole wherever it lies.
 *
 * <p>{@link #require} makes octets readable from {@link #position()} on, at absolute indices of {@link #buffer()}; it
 * may move octets and replace the buffer, so indices and buffers obtained before it are void afterwards. Memory grows
 * only when it is full of octets that were really there, never because a length field says so. Not thread-safe.
 */
public final class OctetWindow {
    /** Octets of memory to start with: few system calls, and still small beside the caches of a processor. */
    public static final int DEFAULT_CAPACITY = 1 << 20;

    private OctetSource source;
    private final int maxCapacity;

    /** Its position and limit bound the refills; the views below keep theirs at 0 and capacity. */
    private ByteBuffer filler;

    private ByteBuffer bigEndian;
    private ByteBuffer littleEndian;
    private OctetWords words;
    private int position;
    private int end;
    private long base;
    private boolean isSourceRead;

    /**
     * A window that starts where {@code source} stands.
     *
     * @param offset what {@link #offset()} is to be there
     * @param capacity octets of memory to start with
     * @param maxCapacity octets of memory at most, and the most that can be required at once
     */
    public OctetWindow(OctetSource source, long offset, int capacity, int maxCapacity) {
        if (capacity < 1 || maxCapacity < capacity) {
            throw new IllegalArgumentException("no capacity of a window: " + capacity + " up to " + maxCapacity);
        }
        this.source = source;
        this.base = offset;
        this.maxCapacity = maxCapacity;
        this.filler = source.allocate(capacity);
        this.bigEndian = view(ByteOrder.BIG_ENDIAN);
        this.littleEndian = view(ByteOrder.LITTLE_ENDIAN);
        this.words = new OctetWords(filler);
    }

    /** Begins anew where {@code source} stands, in the memory that is there already. */
    public void restart(OctetSource source, long offset) {
        this.source = source;
        this.base = offset;
        this.position = 0;
        this.end = 0;
        this.isSourceRead = false;
    }

    /** Makes {@code octets} readable from the position on; false when the source ends before, and nothing is lost. */
    public boolean require(int octets) throws IOException {
        return end - position >= octets || refill(octets);
    }

    /** Big-endian view of the memory; valid until the next {@link #require}. */
    public ByteBuffer buffer() {
        return bigEndian;
    }

    /** The same memory by words; valid until the next {@link #require}. */
    public OctetWords words() {
        return words;
    }

    /** View of the same memory in either octet order. */
    public ByteBuffer buffer(ByteOrder order) {
        return order == ByteOrder.BIG_ENDIAN ? bigEndian : littleEndian;
    }

    /** Index in the buffer of the next octet. */
    public int position() {
        return position;
    }

    /** Octets that are readable from the position on without a refill. */
    public int available() {
        return end - position;
    }

    /** Offset of the next octet in the whole of what is read. */
    public long offset() {
        return base + position;
    }

    /** Moves on by {@code octets}, which were required before. */
    public void advance(int octets) {
        position += octets;
    }

    /** Moves on by {@code octets}, which may lie beyond the window; returns how many there were. */
    public long skip(long octets) throws IOException {
        int here = (int) Math.min(octets, end - position);
        position += here;
        if (here == octets) {
            return here;
        }
        long beyond = source.skip(octets - here);
        base += position + beyond;
        position = 0;
        end = 0;
        return here + beyond;
    }

    private boolean refill(int octets) throws IOException {
        if (octets > maxCapacity) {
            throw new IllegalArgumentException(octets + " octets do not fit a window of " + maxCapacity);
        }
        if (isSourceRead) {
            return false;
        }
        if (position > 0) {
            filler.limit(end).position(position);
            filler.compact();
            base += position;
            end -= position;
            position = 0;
        }
        while (end < octets) {
            if (end == filler.capacity()) {
                grow();
            }
            filler.limit(filler.capacity()).position(end);
            int read = source.read(filler);
            if (read == 0) {
                isSourceRead = true;
                return false;
            }
            end += read;
        }
        return true;
    }

    private void grow() {
        ByteBuffer larger = source.allocate((int) Math.min(2L * filler.capacity(), maxCapacity));
        larger.put(filler.limit(end).position(0));
        filler = larger;
        bigEndian = view(ByteOrder.BIG_ENDIAN);
        littleEndian = view(ByteOrder.LITTLE_ENDIAN);
        words = new OctetWords(filler);
    }

    private ByteBuffer view(ByteOrder order) {
        return filler.duplicate().clear().order(order);
    }
}
