package io.github.espial.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleReports;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.sheet.Typefaces;
import java.io.IOException;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.CategoryDataset;
import org.junit.jupiter.api.Test;

class FramesByNextHopTest {
    @Test
    void countsByNextHopAndKind() throws IOException {
        FramesByNextHop chart = chart(SampleReports.misrouted());
        CategoryDataset frames = chart.dataset();
        assertThat(chart.names())
                .containsExactly(
                        "192.0.2.1 · 00:1b:21:aa:00:01 · eth0 · default gateway, not the proper next hop",
                        "192.0.2.254 · 00:1b:21:bb:00:fe · eth0 · other router, proper next hop");
        assertThat(frames.getValue(FrameKind.ESP_OUT, 0)).isEqualTo(58.0);
        assertThat(frames.getValue(FrameKind.IKE, 0)).isEqualTo(0.0);
        assertThat(frames.getValue(FrameKind.IKE, 1)).isEqualTo(6.0);
        assertThat(frames.getValue(FrameKind.ESP_OUT, 1)).isEqualTo(0.0);
    }

    @Test
    void countsAnswersWhereTheyCameFrom() throws IOException {
        CategoryDataset frames = chart(SampleReports.healthy()).dataset();
        assertThat(frames.getValue(FrameKind.ESP_IN, 0)).isEqualTo(402.0);
    }

    @Test
    void leavesOutL2tpWhereThereIsNone() throws IOException {
        CategoryDataset frames = chart(SampleReports.healthy()).dataset();
        assertThat(frames.getRowCount()).isEqualTo(3);
        assertThat(frames.getRowIndex(FrameKind.L2TP)).isNegative();
    }

    @Test
    void sumsUpWhatIsBeyondSixNextHops() throws IOException {
        FramesByNextHop chart = chart(SampleReports.extreme());
        assertThat(chart.names()).hasSize(6).last().isEqualTo("4 other next hops");
    }

    @Test
    void countsOnAnAxisFromZero() throws IOException {
        CategoryPlot plot = chart(SampleReports.misrouted()).chart().getCategoryPlot();
        assertThat(plot.getRangeAxis().getLabel()).isEqualTo("Frames");
        assertThat(plot.getRangeAxis().getLowerBound()).isZero();
        assertThat(plot.getRangeAxis().getUpperBound()).isBetween(60.0, 70.0);
    }

    private static FramesByNextHop chart(CaseReport report) throws IOException {
        return new FramesByNextHop(RouteMap.of(report), report.topology().paths(), Typefaces.load());
    }
}
