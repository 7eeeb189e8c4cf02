package io.github.espial.observe;

import io.github.espial.observe.table.FrameWord;

/**
 * Where a reader finds a frame.
 *
 * @param capture the capture's place in the case, from 0
 * @param number the frame's number in that capture, from 1
 */
public record FrameReference(int capture, long number) implements Comparable<FrameReference> {
    /** The frame that {@code word} tells, see {@link FrameWord}. */
    public static FrameReference of(long word) {
        return new FrameReference(FrameWord.capture(word), FrameWord.number(word));
    }

    /** This frame in one word. */
    public long word() {
        return FrameWord.of(capture, number);
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof FrameReference frame && frame.capture == capture && frame.number == number;
    }

    @Override
    public int hashCode() {
        return 31 * capture + Long.hashCode(number);
    }

    @Override
    public int compareTo(FrameReference other) {
        return Long.compare(word(), other.word());
    }
}
