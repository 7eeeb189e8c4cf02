package io.github.espial.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.observe.table.Reread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    private static final long SECOND = 1_000_000_000;
    private static final int NARROWEST = 20;

    /** What a series shows: the width of a bucket, and the frames of each by its start. */
    private record Shown(long bucketNanos, Map<Long, Long> framesByStart) {}

    private static Shown shown(SeriesTally tally) {
        Series series = tally.series();
        Map<Long, Long> frames = new TreeMap<>();
        for (int i = 0; i < series.length(); i++) {
            frames.put(series.startNanos(i), series.frames(i));
        }
        return new Shown(series.bucketNanos(), frames);
    }

    /** The same, by the definition: the narrowest aligned buckets of which 128 hold the first and the last time. */
    private static Shown expected(List<Long> times) {
        long first = Collections.min(times);
        long last = Collections.max(times);
        int bits = NARROWEST;
        while ((last >> bits) - (first >> bits) >= 128) {
            bits++;
        }
        Map<Long, Long> frames = new TreeMap<>();
        for (long bucket = first >> bits; bucket <= last >> bits; bucket++) {
            frames.put(bucket << bits, 0L);
        }
        for (long time : times) {
            frames.merge(time >> bits << bits, 1L, Long::sum);
        }
        return new Shown(1L << bits, frames);
    }

    private static SeriesTally of(List<Long> times) {
        SeriesTally series = new SeriesTally();
        times.forEach(time -> series.add(time, 1));
        return series;
    }

    private static SeriesTally of(long... times) {
        return of(LongStream.of(times).boxed().toList());
    }

    /** Times about an instant before or after the epoch, close together or far apart. */
    private static List<Long> times(Random random, int count) {
        long from = (random.nextLong() >> 2) / (random.nextBoolean() ? 1 : 1_000_000);
        long spread = 1L << (10 + random.nextInt(50));
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(from + random.nextLong() % spread);
        }
        return times;
    }

    @Test
    void startsWithoutBuckets() {
        SeriesTally series = new SeriesTally();

        assertThat(series.series().length()).isZero();
        assertThat(series.series().activeBuckets(30)).isEmpty();
    }

    @Test
    void widensWhenTheSpanGrows() {
        SeriesTally series = new SeriesTally();
        series.add(1_700_000_000 * SECOND, 3);
        assertThat(series.series().length()).isEqualTo(1);
        assertThat(series.series().bucketNanos()).isEqualTo(1 << NARROWEST);

        series.add(1_700_003_600 * SECOND, 4);

        // An hour in 128 buckets takes 28 seconds each: 2^35 nanoseconds are 34.
        assertThat(series.series().bucketNanos()).isEqualTo(1L << 35);
        assertThat(series.series().length()).isLessThanOrEqualTo(Series.BUCKETS);
        assertThat(series.series().frames(0)).isEqualTo(3);
        assertThat(series.series().frames(series.series().length() - 1)).isEqualTo(4);
        assertThat(series.series().startNanos(0)).isLessThanOrEqualTo(1_700_000_000 * SECOND);
    }

    @Test
    void fillsAllBucketsBeforeItWidens() {
        SeriesTally series = of(0, 127L << NARROWEST);
        assertThat(series.series().bucketNanos()).isEqualTo(1 << NARROWEST);
        assertThat(series.series().length()).isEqualTo(128);

        series.add(128L << NARROWEST, 1);

        assertThat(series.series().bucketNanos()).isEqualTo(2 << NARROWEST);
        assertThat(series.series().length()).isEqualTo(65);
    }

    @Test
    void holdsTheFirstAndTheLastTimeThereIs() {
        SeriesTally series = of(Long.MIN_VALUE, Long.MAX_VALUE, 0, -1);

        assertThat(shown(series)).isEqualTo(expected(List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, -1L)));
        assertThat(series.series().length()).isEqualTo(Series.BUCKETS);
        assertThat(shown(of(Long.MAX_VALUE, Long.MIN_VALUE)))
                .isEqualTo(expected(List.of(Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    @Test
    void mergesSpansAtBothEndsOfTime() {
        SeriesTally series = of(Long.MAX_VALUE, Long.MAX_VALUE - 1);

        series.merge(of(Long.MIN_VALUE));

        assertThat(shown(series)).isEqualTo(expected(List.of(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void showsTheSameInAnyOrderAndHoweverItIsCut(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<Long> times = times(random, 1 + random.nextInt(200));
            Shown expected = expected(times);
            assertThat(shown(of(times))).isEqualTo(expected);
            Collections.shuffle(times, random);
            assertThat(shown(of(times))).isEqualTo(expected);

            int[] bounds = IntStream.concat(
                            IntStream.of(0, times.size()), random.ints(random.nextInt(10), 0, times.size() + 1))
                    .sorted()
                    .toArray();
            SeriesTally merged = new SeriesTally();
            SeriesTally fromTheEnd = new SeriesTally();
            for (int i = 1; i < bounds.length; i++) {
                merged.merge(of(times.subList(bounds[i - 1], bounds[i])));
                SeriesTally left = of(times.subList(bounds[bounds.length - i - 1], bounds[bounds.length - i]));
                left.merge(fromTheEnd);
                fromTheEnd = left;
            }
            assertThat(shown(merged)).isEqualTo(expected);
            assertThat(shown(fromTheEnd)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void showsTheSameWhenItWasWritten(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<Long> times = times(random, 2 + random.nextInt(200));
            SeriesTally merged = Reread.of(of(times.subList(0, 1)), new SeriesTally());
            merged.merge(Reread.of(of(times.subList(1, times.size())), new SeriesTally()));

            assertThat(shown(merged)).isEqualTo(expected(times));
        }
        SeriesTally ends = of(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(shown(Reread.of(ends, new SeriesTally()))).isEqualTo(shown(ends));
        assertThat(Reread.of(new SeriesTally(), new SeriesTally()).series()).isEqualTo(Series.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void keepsEverySumInFewBuckets(long seed) {
        Random random = new Random(seed);
        SeriesTally series = new SeriesTally();
        long frames = 0;
        for (int i = 0; i < 2_000; i++) {
            int count = 1 + random.nextInt(5);
            series.add(random.nextLong() >> random.nextInt(40), count);
            frames += count;
            assertThat(series.series().length()).isBetween(1, Series.BUCKETS);
        }
        assertThat(IntStream.range(0, series.series().length())
                        .mapToLong(series.series()::frames)
                        .sum())
                .isEqualTo(frames);
    }

    @Test
    void leavesWhatItMergesAsItIs() {
        SeriesTally next = of(5 * SECOND, 6 * SECOND);
        Shown before = shown(next);
        SeriesTally fresh = new SeriesTally();
        fresh.merge(next);
        fresh.add(-100 * SECOND, 1);
        of(SECOND).merge(next);

        assertThat(shown(next)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void tellsActiveBucketsOfAnyWiderWidth(long seed) {
        Random random = new Random(seed);
        List<Long> times = times(random, 50);
        Series series = of(times).series();
        for (int bits = series.widthBits(); bits < 63; bits++) {
            int width = bits;
            assertThat(series.activeBuckets(bits))
                    .isEqualTo(new TreeSet<>(Arrays.asList(
                            times.stream().map(time -> time >> width).toArray(Long[]::new))));
        }
    }

    @Test
    void staysAsItWasWhenTheTallyGoesOn() {
        SeriesTally tally = of(SECOND, 2 * SECOND);
        Series before = tally.series();

        tally.add(SECOND, 5);
        tally.merge(of(3_600 * SECOND));

        assertThat(before).isEqualTo(of(SECOND, 2 * SECOND).series()).isNotEqualTo(tally.series());
        assertThat(before.frames(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void sumsToWhatOneTallyCounts(long seed) {
        Random random = new Random(seed);
        List<Long> times = times(random, 150);

        Series sum = Series.sum(List.of(
                of(times.subList(0, 40)).series(),
                Series.NONE,
                of(times.subList(40, 41)).series(),
                of(times.subList(41, 150)).series()));

        assertThat(sum).isEqualTo(of(times).series());
        assertThat(Series.sum(List.of())).isEqualTo(Series.NONE);
    }
}
