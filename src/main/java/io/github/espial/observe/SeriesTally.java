package io.github.espial.observe;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Saturating;
import io.github.espial.observe.table.Mergeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * Counts frames over time: a {@link Series} that grows. The width of its buckets doubles as the span grows.
 *
 * <p>Buckets are aligned to the epoch and widths are powers of two, so the buckets of a whole depend on its first and
 * last time alone, not on the order in which its parts came. Not thread-safe.
 */
public final class SeriesTally implements Mergeable<SeriesTally> {
    /** A first bucket of about a millisecond: shorter spans tell nothing about routes. */
    private static final int NARROWEST = 20;

    private static final int FIRST_BUCKETS = 2;
    /** Most forged conversations have one frame, and there may be very many: until a second one there is no array. */
    private static final long[] NO_ARRAY = {};

    /** Of all time there is, no span needs wider buckets. */
    private static final int WIDEST = 58;

    private long[] frames = NO_ARRAY;
    /** Frames of the first bucket, as long as it is the only one. */
    private long only;

    private int widthBits = NARROWEST;
    private long firstBucket;
    private int used;

    /** Counts frames at a time in nanoseconds since the epoch. */
    public void add(long nanos, long count) {
        if (used == 0) {
            firstBucket = nanos >> widthBits;
            used = 1;
        }
        long bucket = nanos >> widthBits;
        if (frames.length == 0) {
            if (bucket == firstBucket) {
                only += count;
                return;
            }
            frames = new long[FIRST_BUCKETS];
            frames[0] = only;
        }
        while (Math.max(bucket, firstBucket + used - 1) - Math.min(bucket, firstBucket) >= Series.BUCKETS) {
            widen();
            bucket = nanos >> widthBits;
        }
        reserve((int) (Math.max(bucket, firstBucket + used - 1) - Math.min(bucket, firstBucket)) + 1);
        if (bucket < firstBucket) {
            int by = (int) (firstBucket - bucket);
            System.arraycopy(frames, 0, frames, by, used);
            Arrays.fill(frames, 0, by, 0);
            firstBucket = bucket;
            used += by;
        }
        used = (int) Math.max(used, bucket - firstBucket + 1);
        frames[(int) (bucket - firstBucket)] += count;
    }

    @Override
    public void merge(SeriesTally next, long nanos) {
        add(next.series(), nanos);
    }

    /**
     * Counts the frames of a series. By another clock each bucket goes as a whole where its middle falls: it has no finer
     * times.
     *
     * @param nanos what is added to its times
     */
    public void add(Series next, long nanos) {
        if (next.length() == 0) {
            return;
        }
        // First to the width that the whole needs, so that no frame lands in a bucket narrower than its own.
        while (used > 0 && widthBits < next.widthBits()) {
            widen();
        }
        if (used == 0) {
            widthBits = next.widthBits();
        }
        for (int i = 0; i < next.length(); i++) {
            if (next.frames(i) > 0) {
                long middle = next.startNanos(i) + next.bucketNanos() / 2;
                add(Saturating.add(middle, nanos), next.frames(i));
            }
        }
    }

    public boolean isEmpty() {
        return used == 0;
    }

    /** What has been counted so far. */
    public Series series() {
        return new Series(widthBits, firstBucket, buckets());
    }

    /** The buckets that hold frames: how many, their width, the first, then the distance to each and its frames. */
    @Override
    public void write(FieldWriter to) throws IOException {
        long[] buckets = buckets();
        to.number(Arrays.stream(buckets).filter(count -> count > 0).count());
        if (used == 0) {
            return;
        }
        to.number(widthBits);
        to.signed(firstBucket);
        int before = 0;
        for (int i = 0; i < used; i++) {
            if (buckets[i] > 0) {
                to.number(i - before);
                to.number(buckets[i]);
                before = i;
            }
        }
    }

    @Override
    public void read(FieldReader from) throws IOException {
        int holding = from.count(Series.BUCKETS, 2);
        if (holding == 0) {
            return;
        }
        frames = new long[Series.BUCKETS];
        widthBits = (int) from.number(WIDEST);
        firstBucket = from.signed();
        from.hold(widthBits >= NARROWEST && isBucket(firstBucket), "the first bucket of a series");
        int at = 0;
        for (int i = 0; i < holding; i++) {
            int distance = (int) from.number(Series.BUCKETS - 1 - at);
            from.hold(distance > 0 == i > 0, "the next bucket of a series");
            at += distance;
            frames[at] = from.number(Long.MAX_VALUE);
            from.hold(frames[at] > 0 && isBucket(firstBucket + at), "a bucket of a series");
        }
        used = at + 1;
        if (used == 1) {
            only = frames[0];
            frames = NO_ARRAY;
        }
    }

    private long[] buckets() {
        return used == 1 && frames.length == 0 ? new long[] {only} : Arrays.copyOf(frames, used);
    }

    /** Whether a bucket of this width has a time. */
    private boolean isBucket(long bucket) {
        return bucket >= Long.MIN_VALUE >> widthBits && bucket <= Long.MAX_VALUE >> widthBits;
    }

    private void reserve(int buckets) {
        if (buckets > frames.length) {
            frames = Arrays.copyOf(frames, buckets > Series.BUCKETS / 4 ? Series.BUCKETS : Series.BUCKETS / 4);
        }
    }

    private void widen() {
        if (frames.length == 0) {
            firstBucket >>= 1;
            widthBits++;
            return;
        }
        long to = firstBucket >> 1;
        long[] wider = new long[frames.length];
        for (int i = 0; i < used; i++) {
            wider[(int) (((firstBucket + i) >> 1) - to)] += frames[i];
        }
        used = (int) (((firstBucket + used - 1) >> 1) - to) + 1;
        firstBucket = to;
        frames = wider;
        widthBits++;
    }
}
