package io.github.espial.report.page;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Extent;
import io.github.espial.diagnose.Finding;
import io.github.espial.infer.OuterPath;
import io.github.espial.observe.Series;
import io.github.espial.observe.Traffic;
import io.github.espial.report.Times;
import io.github.espial.report.route.DrawnWay;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.words.Numbers;
import io.github.espial.report.words.WayWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What happened when, on one axis: ESP to each next hop, right and wrong apart, answers, IKE, and findings at their time.
 *
 * @param lanes each with something in it
 * @param from time at the left end; empty where nothing has a time
 * @param to time at the right end
 */
public record TimeLine(List<Lane> lanes, String from, String to) {
    /** Units from the left end to the right. */
    public static final int WIDTH = 1000;

    /** Units of the highest bar. */
    public static final int HEIGHT = 18;

    /** Lanes at the most; the tables have all. */
    private static final int MOST = 24;

    private static final String WRONG = "wrong";
    private static final String PROPER = "proper";
    private static final String PLAIN = "plain";
    private static final String EVENT = "event";

    public TimeLine {
        lanes = List.copyOf(lanes);
    }

    /**
     * One row.
     *
     * @param kind wrong, proper, plain or event
     * @param bars from left to right
     */
    public record Lane(String label, String kind, List<Bar> bars) {}

    /**
     * Frames of a while, or a moment.
     *
     * @param at units from the left end
     * @param width units
     * @param height units, at most {@link #HEIGHT}
     * @param title what it stands for
     */
    public record Bar(double at, double width, double height, String title) {}

    static TimeLine of(CaseReport report) {
        return new Drawn(report).timeLine();
    }

    /** A lane in the making: frames by number of a bucket. */
    private record Row(String label, String kind, TreeMap<Long, Long> frames) {}

    private static final class Drawn {
        private static final int BUCKETS = 250;

        private final CaseReport report;
        private final int digits;
        private final Map<String, Row> rows = new LinkedHashMap<>();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long width = 1;

        Drawn(CaseReport report) {
            this.report = report;
            this.digits = report.inputs().timestampDigits();
        }

        TimeLine timeLine() {
            for (OuterPath path : report.topology().paths()) {
                if (path.series().length() > 0) {
                    first = Math.min(first, path.span().firstNanos());
                    last = Math.max(last, path.span().lastNanos());
                    width = Math.max(width, path.series().bucketNanos());
                }
            }
            if (first > last) {
                return new TimeLine(List.of(), "", "");
            }
            while ((last - first) / width >= BUCKETS) {
                width *= 2;
            }
            RouteMap map = RouteMap.of(report);
            report.topology().paths().forEach(path -> add(map, path));
            List<Lane> lanes = new ArrayList<>();
            rows.values().stream().limit(MOST).map(this::lane).forEach(lanes::add);
            lanes.addAll(events());
            return new TimeLine(lanes, Times.rfc3339(first, digits), Times.rfc3339(last, digits));
        }

        private void add(RouteMap map, OuterPath path) {
            Optional<Integer> router = map.routerAt(RouteMap.farStation(path));
            if (path.series().length() == 0 || router.isEmpty()) {
                return;
            }
            String whom = WayWords.line(map.routers().get(router.get()));
            String what = path.traffic() == Traffic.IKE ? "IKE" : path.traffic().isProtected() ? "ESP" : "";
            if (what.isEmpty()) {
                return;
            }
            String kind = kind(map, path, router.get());
            String label = path.outbound()
                    ? what + " to " + whom + (kind.equals(WRONG) ? ", not the proper next hop" : "")
                    : what + " back from " + whom;
            Row row = rows.computeIfAbsent(label, key -> new Row(label, kind, new TreeMap<>()));
            Series series = path.series();
            for (int i = 0; i < series.length(); i++) {
                if (series.frames(i) > 0) {
                    row.frames.merge(Math.floorDiv(series.startNanos(i), width), series.frames(i), Long::sum);
                }
            }
        }

        private static String kind(RouteMap map, OuterPath path, int router) {
            if (!path.outbound() || path.traffic() == Traffic.IKE) {
                return PLAIN;
            }
            for (DrawnWay way : map.ways()) {
                if (way.router() == router && way.peer().address().equals(path.peer())) {
                    return switch (way.kind()) {
                        case WRONG -> WRONG;
                        case PROPER -> PROPER;
                        case UNUSED, UNJUDGED -> PLAIN;
                    };
                }
            }
            return PLAIN;
        }

        private Lane lane(Row row) {
            long most = row.frames.values().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(1);
            List<Bar> bars = new ArrayList<>();
            row.frames.forEach((bucket, frames) -> {
                double height = Math.max(2, (double) HEIGHT * frames / most);
                String title = Times.rfc3339(bucket * width, digits) + ": " + Numbers.counted(frames, "frame");
                double at = Math.max(0, at(bucket * width));
                bars.add(new Bar(at, Math.max(2, at((bucket + 1) * width) - at), height, title));
            });
            return new Lane(row.label, row.kind, bars);
        }

        /** Findings that have a moment of their own, or a beginning. */
        private List<Lane> events() {
            Map<String, List<Bar>> events = new LinkedHashMap<>();
            for (Finding finding : report.findings()) {
                if (finding.extent().isPresent()
                        && finding.extent().get().span().hasTime()) {
                    Extent extent = finding.extent().get();
                    List<Bar> bars = events.computeIfAbsent(finding.id(), id -> new ArrayList<>());
                    long from = extent.span().firstNanos();
                    bars.add(event(from, Times.rfc3339(from, digits) + ": " + finding.title()));
                    if (extent.mendedNanos().isPresent()) {
                        long mended = extent.mendedNanos().getAsLong();
                        bars.add(event(mended, Times.rfc3339(mended, digits) + ": mended"));
                    }
                }
            }
            List<Lane> lanes = new ArrayList<>();
            events.forEach((id, bars) -> lanes.add(new Lane(id, EVENT, bars)));
            return lanes;
        }

        private Bar event(long nanos, String title) {
            return new Bar(Math.max(0, Math.min(WIDTH - 4.0, at(nanos))), 4, HEIGHT, title);
        }

        private double at(long nanos) {
            double part = last == first ? 0 : (double) (nanos - first) / (last - first);
            return Math.round(part * WIDTH * 10) / 10.0;
        }
    }
}
