package io.github.espial.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleReports;
import io.github.espial.report.SampleTraffic;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.sheet.Typefaces;
import java.io.IOException;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;

class EspOverTimeTest {
    private static final double START_MILLIS = SampleTraffic.START / 1e6;

    @Test
    void hasALineForEachNextHopAndOneForWhatIsWrongThere() throws IOException {
        XYSeriesCollection dataset = chart(SampleReports.twoPeers()).dataset();
        // What the gateway rightly took of one peer, what it wrongly took of the other, and what that one's router
        // took.
        assertThat(List.of(dataset.getSeries(0), dataset.getSeries(1), dataset.getSeries(2)))
                .extracting(XYSeries::getDescription)
                .containsExactly(
                        "192.0.2.1 · 00:1b:21:aa:00:01 · eth0 · default gateway",
                        "192.0.2.1 · 00:1b:21:aa:00:01 · eth0 · default gateway",
                        "192.0.2.254 · 00:1b:21:bb:00:fe · eth0 · other router");
        assertThat(List.of(sum(dataset, 0), sum(dataset, 1), sum(dataset, 2))).containsExactly(77.0, 58.0, 12.0);
    }

    @Test
    void countsOutboundFramesOnly() throws IOException {
        assertThat(sum(chart(SampleReports.healthy()).dataset(), 0)).isEqualTo(410);
    }

    @Test
    void beginsAtZeroAndDoesNotEndWhereItGoesOn() throws IOException {
        XYSeries series = chart(SampleReports.misrouted()).dataset().getSeries(0);
        assertThat(series.getY(0)).isEqualTo(0L);
        assertThat(series.getY(series.getItemCount() - 1).longValue()).isPositive();
    }

    /** Of two lines, the one that ends before the other comes down. */
    @Test
    void comesDownToZeroWhereItEnds() throws IOException {
        XYSeriesCollection dataset = chart(SampleReports.twoPeers()).dataset();
        long ends = IntStream.range(0, dataset.getSeriesCount())
                .filter(series -> dataset.getYValue(series, dataset.getItemCount(series) - 1) == 0)
                .count();
        assertThat(ends).isLessThan(dataset.getSeriesCount());
    }

    @Test
    void keepsTheNumberOfPointsReadable() throws IOException {
        assertThat(chart(SampleReports.healthy()).dataset().getItemCount(0)).isBetween(20, 43);
    }

    @Test
    void hasAnAxisOfUtcTimes() throws IOException {
        XYPlot plot = chart(SampleReports.misrouted()).chart().getXYPlot();
        DateAxis axis = (DateAxis) plot.getDomainAxis();
        assertThat(axis.getTimeZone()).isEqualTo(TimeZone.getTimeZone("UTC"));
        assertThat(axis.getLabel()).isEqualTo("Time (UTC), 2026-11-23");
        assertThat(axis.getRange().getLowerBound()).isBetween(START_MILLIS + 2_500, START_MILLIS + 5_000);
        assertThat(axis.getRange().getUpperBound()).isBetween(START_MILLIS + 38_000, START_MILLIS + 40_500);
        assertThat(plot.getRangeAxis().getLabel()).isEqualTo("Frames per 1.1 s");
    }

    @Test
    void saysSoWhereNoFrameHasATime() throws IOException {
        assertThat(chart(SampleReports.extreme()).dataset().getSeriesCount()).isZero();
        assertThat(chart(SampleReports.extreme()).strips(500)).hasSize(1);
    }

    private static double sum(XYSeriesCollection dataset, int series) {
        return IntStream.range(0, dataset.getItemCount(series))
                .mapToDouble(item -> dataset.getYValue(series, item))
                .sum();
    }

    private static EspOverTime chart(CaseReport report) throws IOException {
        return new EspOverTime(RouteMap.of(report), report.topology().paths(), Typefaces.load());
    }
}
