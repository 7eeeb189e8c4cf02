package io.github.espial.report.chart;

import io.github.espial.infer.OuterPath;
import io.github.espial.observe.Series;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.route.Standing;
import io.github.espial.report.words.FigureWords;
import io.github.espial.report.words.WayWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Outbound IPsec frames over time, a curve for each next hop, and one of its own for what should not have gone there; all
 * in buckets of one width.
 *
 * @param curves at most {@link LineStyle#MOST}, most frames first; what is beyond is summed up in the last
 * @param bucketNanos width of a bucket
 */
record Curves(List<Curve> curves, long bucketNanos) {
    /** More points than this on a line cannot be told apart on a page. */
    private static final int MOST_BUCKETS = 40;

    /**
     * The frames handed to one next hop.
     *
     * @param name the next hop
     * @param standing what it is
     * @param frames by number of the bucket, counted from the epoch
     */
    record Curve(String name, Standing standing, TreeMap<Long, Long> frames) {
        long total() {
            return frames.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static Curves of(RouteMap map, List<OuterPath> paths) {
        List<OuterPath> timed = paths.stream()
                .filter(path -> path.outbound()
                        && path.traffic().isProtected()
                        && path.series().length() > 0)
                .toList();
        long width = width(timed.stream().map(OuterPath::series).toList());
        Map<Integer, TreeMap<Long, Long>> wrong = new TreeMap<>();
        Map<Integer, TreeMap<Long, Long>> others = new TreeMap<>();
        for (OuterPath path : timed) {
            map.routerAt(RouteMap.farStation(path)).ifPresent(router -> {
                Map<Integer, TreeMap<Long, Long>> ofKind = map.isWrong(router, path.peer()) ? wrong : others;
                add(ofKind.computeIfAbsent(router, key -> new TreeMap<>()), path.series(), width);
            });
        }
        List<Curve> curves = new ArrayList<>();
        wrong.forEach((router, frames) ->
                curves.add(new Curve(WayWords.line(map.routers().get(router)), Standing.WRONG, frames)));
        others.forEach((router, frames) -> curves.add(new Curve(
                WayWords.line(map.routers().get(router)),
                wrong.containsKey(router) ? map.standingOfOthers(router) : map.standing(router),
                frames)));
        curves.sort(Comparator.comparingLong(Curve::total).reversed());
        return new Curves(foldRest(curves), width);
    }

    long firstBucket() {
        return curves.stream()
                .mapToLong(curve -> curve.frames().firstKey())
                .min()
                .orElse(0);
    }

    long lastBucket() {
        return curves.stream()
                .mapToLong(curve -> curve.frames().lastKey())
                .max()
                .orElse(0);
    }

    /** The narrowest power of two that every series can be seen at, and that gives few enough buckets. */
    private static long width(List<Series> series) {
        long width = series.stream().mapToLong(Series::bucketNanos).max().orElse(1);
        long first = series.stream().mapToLong(one -> one.startNanos(0)).min().orElse(0);
        long last = series.stream()
                .mapToLong(one -> one.startNanos(one.length() - 1))
                .max()
                .orElse(0);
        while (Math.floorDiv(last, width) - Math.floorDiv(first, width) >= MOST_BUCKETS) {
            width *= 2;
        }
        return width;
    }

    private static void add(Map<Long, Long> frames, Series series, long width) {
        for (int i = 0; i < series.length(); i++) {
            if (series.frames(i) > 0) {
                frames.merge(Math.floorDiv(series.startNanos(i), width), series.frames(i), Long::sum);
            }
        }
    }

    private static List<Curve> foldRest(List<Curve> curves) {
        if (curves.size() <= LineStyle.MOST) {
            return List.copyOf(curves);
        }
        List<Curve> rest = curves.subList(LineStyle.MOST - 1, curves.size());
        TreeMap<Long, Long> sum = new TreeMap<>();
        rest.forEach(curve -> curve.frames().forEach((bucket, frames) -> sum.merge(bucket, frames, Long::sum)));
        List<Curve> kept = new ArrayList<>(curves.subList(0, LineStyle.MOST - 1));
        kept.add(new Curve(FigureWords.otherNextHops(rest.size()), Standing.NEITHER, sum));
        return kept;
    }
}
