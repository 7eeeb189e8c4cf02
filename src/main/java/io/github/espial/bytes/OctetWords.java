package io.github.espial.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * Words of eight octets at any index of some memory, for what looks at every frame.
 *
 * <p>Of memory outside the heap, a word is one load also in code of the JVM's faster compiler, which is what short runs have:
 * {@link ByteBuffer#getLong(int)} is there a virtual call, and puts words together that do not lie at multiples of eight.
 */
public final class OctetWords {
    /** Index in a view of the word that an index of octets stands in. */
    private static final int TO_WORDS = 3;

    private final ByteBuffer memory;
    /** The words that begin 0, 1, ... 7 octets behind multiples of eight; none of memory in the heap. */
    private final LongBuffer[] views;

    /** Words of all of {@code memory}, whatever its position and limit. */
    public OctetWords(ByteBuffer memory) {
        this.memory = memory.duplicate().clear().order(ByteOrder.LITTLE_ENDIAN);
        this.views = new LongBuffer[memory.isDirect() ? Long.BYTES : 0];
        for (int first = 0; first < views.length; first++) {
            int from = Math.min(first, memory.capacity());
            views[first] = this.memory
                    .slice(from, memory.capacity() - from)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer();
        }
    }

    /** The field of four octets that {@code word} begins with, where fields have that order. */
    public static int first(long word, boolean isBigEndian) {
        int field = (int) word;
        return isBigEndian ? Integer.reverseBytes(field) : field;
    }

    /** The field of four octets behind it. */
    public static int second(long word, boolean isBigEndian) {
        return first(word >>> Integer.SIZE, isBigEndian);
    }

    /**
     * The eight octets from {@code index} on, the first of them the least significant.
     *
     * @throws IndexOutOfBoundsException where the memory ends before
     */
    public long at(int index) {
        return views.length > 0 ? views[index & (Long.BYTES - 1)].get(index >> TO_WORDS) : memory.getLong(index);
    }
}
