package io.github.espial.report.chart;

import io.github.espial.infer.OuterPath;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.FigureWords;
import io.github.espial.report.words.Numbers;
import io.github.espial.report.words.WayWords;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Outbound ESP, AH and UDP-encapsulated ESP over time, a line for each next hop. */
public final class EspOverTime implements Block {
    private static final double HEIGHT = 170;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Curves curves;
    private final List<LineStyle> styles;
    private final ChartText text;

    public EspOverTime(RouteMap map, List<OuterPath> paths, Typefaces fonts) {
        this.curves = Curves.of(map, paths);
        this.styles = LineStyle.of(
                curves.curves().stream().map(Curves.Curve::standing).toList());
        this.text = ChartText.of(fonts);
    }

    /** Whether no outbound frame has a time. */
    public boolean isEmpty() {
        return curves.curves().isEmpty();
    }

    @Override
    public List<Strip> strips(double width) {
        if (curves.curves().isEmpty()) {
            return Paragraph.of(FigureWords.NO_TIMES, text.note()).strips(width);
        }
        List<Strip> strips = new ArrayList<>();
        strips.add(new Strip(HEIGHT, true, g -> chart().draw(g, new Rectangle2D.Double(0, 0, width, HEIGHT))));
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < styles.size(); i++) {
            Curves.Curve curve = curves.curves().get(i);
            LineStyle style = styles.get(i);
            entries.add(new Legend.Entry(meaning(curve), g -> sample(g, style)));
        }
        strips.addAll(Legend.strips(entries, text.legend(), width));
        strips.add(Strip.gap(4));
        return strips;
    }

    /**
     * Frames by middle of the bucket in milliseconds since the epoch, with zeros where a line comes down before the last
     * frames of the case.
     */
    XYSeriesCollection dataset() {
        XYSeriesCollection dataset = new XYSeriesCollection();
        for (int i = 0; i < curves.curves().size(); i++) {
            // Two next hops may have one name, series must not.
            XYSeries series = new XYSeries(i);
            series.setDescription(curves.curves().get(i).name());
            var frames = curves.curves().get(i).frames();
            // What still went on when the last frames were captured did not come to an end.
            boolean goesOn = frames.lastKey() == curves.lastBucket();
            for (long bucket = frames.firstKey() - 1; bucket <= frames.lastKey() + (goesOn ? 0 : 1); bucket++) {
                series.add(millis(bucket + 0.5), frames.getOrDefault(bucket, 0L));
            }
            dataset.addSeries(series);
        }
        return dataset;
    }

    JFreeChart chart() {
        DateAxis time = TimeAxis.from(millis(curves.firstBucket() - 0.5), millis(curves.lastBucket() + 1.5));
        time.setLabel(text.said(time.getLabel()));
        NumberAxis frames = new NumberAxis(text.said(FigureWords.framesPer(curves.bucketNanos())));
        frames.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        frames.setNumberFormatOverride(ChartText.wholeNumbers());
        frames.setAutoRangeIncludesZero(true);
        text.dress(time);
        text.dress(frames);
        XYPlot plot = new XYPlot(dataset(), time, frames, renderer());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinePaint(Palette.RULE);
        plot.setRangeGridlinePaint(Palette.RULE);
        plot.setDomainGridlineStroke(ChartText.HAIRLINE);
        plot.setRangeGridlineStroke(ChartText.HAIRLINE);
        return text.chart(plot);
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new MarkedLines();
        // One path a line: dashes would begin anew at every point otherwise.
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < styles.size(); i++) {
            LineStyle style = styles.get(i);
            renderer.setSeriesPaint(i, style.color());
            renderer.setSeriesStroke(i, style.stroke());
            renderer.setSeriesShape(i, style.marker());
            renderer.setSeriesShapesFilled(i, true);
            renderer.setSeriesFillPaint(i, style.isFilled() ? style.color() : Palette.PAPER);
        }
        renderer.setUseFillPaint(true);
        renderer.setDefaultOutlineStroke(ChartText.HAIRLINE);
        return renderer;
    }

    private static void sample(Graphics2D g, LineStyle style) {
        g.setPaint(style.color());
        g.setStroke(style.stroke());
        g.draw(new Line2D.Double(0, 0, Legend.SAMPLE, 0));
        Shape marker =
                AffineTransform.getTranslateInstance(Legend.SAMPLE / 2, 0).createTransformedShape(style.marker());
        g.setPaint(style.isFilled() ? style.color() : Palette.PAPER);
        g.fill(marker);
        g.setPaint(style.color());
        g.setStroke(ChartText.HAIRLINE);
        g.draw(marker);
    }

    private static String meaning(Curves.Curve curve) {
        return curve.name() + ": " + Numbers.counted(curve.total(), "frame") + WayWords.suffix(curve.standing());
    }

    private double millis(double bucket) {
        return bucket * curves.bucketNanos() / NANOS_PER_MILLI;
    }

    /** Lines with a marker wherever there are frames. */
    private static final class MarkedLines extends XYLineAndShapeRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            return getPlot().getDataset().getYValue(series, item) > 0;
        }
    }
}
