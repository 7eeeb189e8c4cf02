package io.github.espial.observe;

import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Frames over time in at most {@link #BUCKETS} buckets, as wide as the span from the first frame to the last needs.
 *
 * <p>Buckets are aligned to the epoch and widths are powers of two. Immutable: a copy of what a {@link SeriesTally} had
 * counted.
 */
public final class Series {
    /** Buckets at the most. */
    public static final int BUCKETS = 128;

    /** No frame. */
    public static final Series NONE = new SeriesTally().series();

    private final int widthBits;
    private final long firstBucket;
    private final long[] frames;

    /** @param frames of each bucket from the first on; becomes the series' own */
    Series(int widthBits, long firstBucket, long[] frames) {
        this.widthBits = widthBits;
        this.firstBucket = firstBucket;
        this.frames = frames;
    }

    /** The frames of all. */
    public static Series sum(Collection<Series> all) {
        SeriesTally sum = new SeriesTally();
        all.forEach(series -> sum.add(series, 0));
        return sum.series();
    }

    /** Buckets from the first to the last that holds a frame; 0 when there is none. */
    public int length() {
        return frames.length;
    }

    /** Width of a bucket in nanoseconds, a power of two. */
    public long bucketNanos() {
        return 1L << widthBits;
    }

    /** Start of bucket {@code index}, from 0, in nanoseconds since the epoch. */
    public long startNanos(int index) {
        return (firstBucket + index) << widthBits;
    }

    /** Frames in bucket {@code index}, from 0. */
    public long frames(int index) {
        return frames[index];
    }

    /** The width of a bucket as a power of two of nanoseconds. */
    public int widthBits() {
        return widthBits;
    }

    /**
     * Numbers, from the epoch on, of the buckets that hold frames, seen in buckets of another width.
     *
     * @param bits that width as a power of two of nanoseconds, at least {@link #widthBits()}
     */
    public NavigableSet<Long> activeBuckets(int bits) {
        NavigableSet<Long> active = new TreeSet<>();
        for (int i = 0; i < frames.length; i++) {
            if (frames[i] > 0) {
                active.add((firstBucket + i) >> (bits - widthBits));
            }
        }
        return active;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series
                && series.widthBits == widthBits
                && series.firstBucket == firstBucket
                && Arrays.equals(series.frames, frames);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * widthBits + Long.hashCode(firstBucket)) + Arrays.hashCode(frames);
    }

    /** Start and width of the first bucket, then the frames of each. */
    @Override
    public String toString() {
        return startNanos(0) + "+" + bucketNanos() + Arrays.toString(frames);
    }
}
