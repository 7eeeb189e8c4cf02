package io.github.espial.report.chart;

import io.github.espial.infer.OuterPath;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.FigureWords;
import io.github.espial.report.words.WayWords;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** IKE, outbound and inbound ESP by next hop: grouped bars, each with its number. */
public final class FramesByNextHop implements Block {
    private static final int MOST = 6;
    private static final double BAR = 13;
    private static final double AXIS = 34;
    private static final double GROUP_GAP = 12;
    private static final double KEY_HEIGHT = 7;
    private static final double LABELS = 0.3;
    private static final double RIGHT = 4;

    /** Room for the half of the last number below the axis, which is cut at the chart's edge. */
    private static final double LAST_TICK = 8;

    /** Half of the first number below the axis, and what parts a name from its bars. */
    private static final double EDGE = 7;

    /** Room beyond the longest bar, and what each digit of its number adds: parts of the axis. */
    private static final double MARGIN = 0.04;

    private static final double DIGIT = 0.016;

    private final List<Group> groups;
    private final List<FrameKind> kinds;
    private final ChartText text;
    private final TextStyle label;

    public FramesByNextHop(RouteMap map, List<OuterPath> paths, Typefaces fonts) {
        this.groups = groups(map, paths);
        this.kinds = Arrays.stream(FrameKind.values())
                .filter(kind -> kind != FrameKind.L2TP || groups.stream().anyMatch(group -> group.frames(kind) > 0))
                .toList();
        this.text = ChartText.of(fonts);
        this.label = fonts.running(7, Palette.INK);
    }

    /** Whether there is nothing to count. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    @Override
    public List<Strip> strips(double width) {
        if (groups.isEmpty()) {
            return Paragraph.of(FigureWords.NO_FRAMES, text.note()).strips(width);
        }
        double height = AXIS + groups.size() * (kinds.size() * BAR + GROUP_GAP);
        double left = width * LABELS;
        List<Strip> strips = new ArrayList<>();
        strips.add(new Strip(height, true, g -> {
            // The plot's area is given, so that the names beside it can be wrapped to the room they have.
            JFreeChart chart = chart();
            chart.draw(g, new Rectangle2D.Double(left - EDGE, 0, width - left + EDGE - RIGHT, height));
            double slot = (height - AXIS) / groups.size();
            for (int i = 0; i < groups.size(); i++) {
                List<String> lines = label.lines(groups.get(i).name(), left - 2 * EDGE);
                double y = (i + 0.5) * slot - lines.size() * label.lineHeight() / 2;
                for (String line : lines) {
                    label.drawLine(g, line, left - EDGE - label.lineWidth(line), y);
                    y += label.lineHeight();
                }
            }
        }));
        strips.addAll(Legend.strips(
                kinds.stream()
                        .map(kind -> new Legend.Entry(
                                meaning(kind),
                                g -> kind.hatch()
                                        .fill(
                                                g,
                                                new Rectangle2D.Double(0, -KEY_HEIGHT / 2, Legend.SAMPLE, KEY_HEIGHT),
                                                kind.color())))
                        .toList(),
                text.legend(),
                width));
        strips.add(Strip.gap(4));
        return strips;
    }

    /** Frames; rows are kinds, columns are positions of next hops from 0. */
    DefaultCategoryDataset dataset() {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (FrameKind kind : kinds) {
            for (int i = 0; i < groups.size(); i++) {
                dataset.addValue((double) groups.get(i).frames(kind), kind, Integer.valueOf(i));
            }
        }
        return dataset;
    }

    /** Names of the next hops in the order of the columns. */
    List<String> names() {
        return groups.stream().map(Group::name).toList();
    }

    JFreeChart chart() {
        CategoryAxis hops = new CategoryAxis();
        hops.setTickLabelsVisible(false);
        hops.setTickMarksVisible(false);
        // Every group in the middle of an equal share of the height, where its name stands.
        double gaps = GROUP_GAP / (kinds.size() * BAR + GROUP_GAP);
        hops.setLowerMargin(gaps / 2 / groups.size());
        hops.setUpperMargin(gaps / 2 / groups.size());
        hops.setCategoryMargin(gaps * (groups.size() - 1) / groups.size());
        NumberAxis frames = new NumberAxis(text.said(FigureWords.FRAMES));
        frames.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        // Room for the number beyond the longest bar.
        frames.setUpperMargin(MARGIN + DIGIT * longest());
        frames.setNumberFormatOverride(ChartText.wholeNumbers());
        text.dress(hops);
        text.dress(frames);
        CategoryPlot plot = new CategoryPlot(dataset(), hops, frames, renderer());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        AxisSpace below = new AxisSpace();
        below.setBottom(AXIS);
        plot.setFixedRangeAxisSpace(below);
        AxisSpace beside = new AxisSpace();
        beside.setLeft(EDGE);
        plot.setFixedDomainAxisSpace(beside);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinePaint(Palette.RULE);
        plot.setRangeGridlineStroke(ChartText.HAIRLINE);
        JFreeChart chart = text.chart(plot);
        chart.setPadding(new RectangleInsets(0, 0, 0, LAST_TICK));
        return chart;
    }

    /** Digits of the largest number. */
    private int longest() {
        return groups.stream()
                .flatMap(group -> group.frames().values().stream())
                .mapToInt(frames -> Long.toString(frames).length())
                .max()
                .orElse(1);
    }

    private BarRenderer renderer() {
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new HatchedBars(kinds));
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0.08);
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", ChartText.wholeNumbers()));
        renderer.setDefaultItemLabelFont(text.ticks());
        renderer.setDefaultItemLabelPaint(Palette.INK);
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        return renderer;
    }

    private static String meaning(FrameKind kind) {
        return kind == FrameKind.ESP_OUT ? FigureWords.ESP_OUT_MEANING : kind.toString();
    }

    private static List<Group> groups(RouteMap map, List<OuterPath> paths) {
        Map<Integer, Map<FrameKind, Long>> counted = new TreeMap<>();
        for (OuterPath path : paths) {
            map.routerAt(RouteMap.farStation(path)).ifPresent(router -> {
                for (FrameKind kind : FrameKind.values()) {
                    if (kind.covers(path)) {
                        counted.computeIfAbsent(router, key -> new TreeMap<>())
                                .merge(kind, path.span().frames(), Long::sum);
                    }
                }
            });
        }
        List<Group> all = new ArrayList<>();
        counted.forEach((router, frames) -> all.add(new Group(name(map, router), frames)));
        all.sort(Comparator.comparingLong(Group::total).reversed());
        if (all.size() <= MOST) {
            return List.copyOf(all);
        }
        List<Group> rest = all.subList(MOST - 1, all.size());
        Map<FrameKind, Long> sum = new TreeMap<>();
        rest.forEach(group -> group.frames().forEach((kind, frames) -> sum.merge(kind, frames, Long::sum)));
        List<Group> kept = new ArrayList<>(all.subList(0, MOST - 1));
        kept.add(new Group(FigureWords.otherNextHops(rest.size()), sum));
        return kept;
    }

    private static String name(RouteMap map, int router) {
        return WayWords.line(map.routers().get(router)) + WayWords.suffix(map.standing(router));
    }

    /** The frames of one next hop by kind. */
    private record Group(String name, Map<FrameKind, Long> frames) {
        long frames(FrameKind kind) {
            return frames.getOrDefault(kind, 0L);
        }

        long total() {
            return frames.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
