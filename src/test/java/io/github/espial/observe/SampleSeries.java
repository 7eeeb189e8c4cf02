package io.github.espial.observe;

/** Series for tests of what shows them. */
public final class SampleSeries {
    private SampleSeries() {}

    /** A frame at each of these times in nanoseconds since the epoch. */
    public static Series at(long... nanos) {
        SeriesTally series = new SeriesTally();
        for (long time : nanos) {
            series.add(time, 1);
        }
        return series.series();
    }

    /** So many frames from {@code firstNanos} to {@code lastNanos}, evenly. */
    public static Series even(long frames, long firstNanos, long lastNanos) {
        SeriesTally series = new SeriesTally();
        for (long i = 0; i < frames; i++) {
            series.add(firstNanos + (lastNanos - firstNanos) / Math.max(1, frames - 1) * i, 1);
        }
        return series.series();
    }
}
