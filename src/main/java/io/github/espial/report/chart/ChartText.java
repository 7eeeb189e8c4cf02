package io.github.espial.report.chart;

import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import java.awt.BasicStroke;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The bundled fonts at the sizes of charts; JFreeChart's own would need fonts of the machine.
 *
 * @param ticks for values on axes and bars
 * @param axes for names of axes
 * @param legend for legends
 * @param note for what is said instead of a chart
 */
record ChartText(Font ticks, Font axes, TextStyle legend, TextStyle note) {
    static final BasicStroke HAIRLINE = new BasicStroke(0.5f);

    static {
        // Text that stands upright is text, too, to search and to copy, and not the outlines of its letters.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    static ChartText of(Typefaces fonts) {
        return new ChartText(
                fonts.regular(7), fonts.bold(7), fonts.running(7.5, Palette.INK), fonts.running(9, Palette.FAINT));
    }

    /** Digits without grouping, as in the rest of a report. */
    static NumberFormat wholeNumbers() {
        return new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** {@code english} in the language of the chart, for what JFreeChart draws itself. */
    String said(String english) {
        return legend.translation().of(english);
    }

    void dress(Axis axis) {
        axis.setLabelFont(axes);
        axis.setTickLabelFont(ticks);
        axis.setLabelPaint(Palette.INK);
        axis.setTickLabelPaint(Palette.INK);
        axis.setAxisLinePaint(Palette.FAINT);
        axis.setTickMarkPaint(Palette.FAINT);
    }

    /** A chart without title and legend: a report has its own. */
    JFreeChart chart(Plot plot) {
        plot.setBackgroundPaint(Palette.PAPER);
        plot.setOutlinePaint(Palette.RULE);
        plot.setOutlineStroke(HAIRLINE);
        plot.setNoDataMessageFont(ticks);
        JFreeChart chart = new JFreeChart(null, ticks, plot, false);
        chart.setBackgroundPaint(Palette.PAPER);
        chart.setPadding(new RectangleInsets(2, 0, 2, 6));
        return chart;
    }
}
