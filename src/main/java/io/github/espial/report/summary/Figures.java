package io.github.espial.report.summary;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.infer.OuterPath;
import io.github.espial.report.chart.EspOverTime;
import io.github.espial.report.chart.FramesByNextHop;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.FigureWords;
import java.util.ArrayList;
import java.util.List;

/** All that is drawn of a case: the list that every report with drawings walks. */
public final class Figures {
    private Figures() {}

    /** In the order in which a reader wants them, the network first; charts with nothing in them are left out. */
    public static List<Figure> of(CaseReport report, Typefaces fonts) {
        List<OuterPath> paths = report.topology().paths();
        RouteMap map = RouteMap.of(report);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("network", FigureWords.NETWORK, new TopologyDrawing(map, fonts)));
        EspOverTime overTime = new EspOverTime(map, paths, fonts);
        if (!overTime.isEmpty()) {
            figures.add(new Figure("esp-over-time", FigureWords.ESP_OVER_TIME, overTime));
        }
        FramesByNextHop byNextHop = new FramesByNextHop(map, paths, fonts);
        if (!byNextHop.isEmpty()) {
            figures.add(new Figure("next-hops", FigureWords.FRAMES_BY_NEXT_HOP, byNextHop));
        }
        return List.copyOf(figures);
    }
}
