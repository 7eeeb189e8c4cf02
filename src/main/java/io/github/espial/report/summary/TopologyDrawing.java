package io.github.espial.report.summary;

import io.github.espial.report.route.FoldedMap;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.FigureWords;
import io.github.espial.report.words.WayWords;
import java.util.ArrayList;
import java.util.List;

/** The network as far as the case tells: servers, next hops and peers, with the ways between them. */
final class TopologyDrawing implements Block {
    private static final int MOST_STATIONS = 6;

    /** Points; leaves room for the rest of a page. */
    private static final double MOST_HEIGHT = 560;

    private final RouteMap map;
    private final FoldedMap folded;
    private final Typefaces fonts;
    private final TextStyle note;

    TopologyDrawing(RouteMap map, Typefaces fonts) {
        this.folded = FoldedMap.of(map, MOST_STATIONS);
        this.map = folded.map();
        this.fonts = fonts;
        this.note = fonts.running(7.5, Palette.FAINT);
    }

    @Override
    public List<Strip> strips(double width) {
        if (map.servers().isEmpty() && map.routers().isEmpty()) {
            return Paragraph.of(FigureWords.NO_NETWORK, note).strips(width);
        }
        int most = MOST_STATIONS;
        Shown shown = Shown.of(map, most);
        WayPlan plan = new WayPlan(folded, shown, fonts, width);
        while (plan.height() > MOST_HEIGHT && most > 1) {
            most--;
            shown = Shown.of(map, most);
            plan = new WayPlan(folded, shown, fonts, width);
        }
        return strips(shown, plan, width);
    }

    private List<Strip> strips(Shown shown, WayPlan plan, double width) {
        List<Strip> strips = new ArrayList<>();
        strips.add(new Strip(plan.height(), true, plan::draw));
        strips.add(Strip.gap(4).kept());
        strips.addAll(new WayLegend(shown.kinds(), note).strips(width));
        String rest = rest(shown);
        if (!rest.isEmpty()) {
            strips.addAll(Paragraph.of(rest, note).strips(width));
        }
        return strips;
    }

    private String rest(Shown shown) {
        String left = WayWords.notDrawn(
                map.servers().size() - shown.servers().size(),
                map.routers().size() - shown.routers().size(),
                map.peers().size() - shown.peers().size(),
                map.ways().size() - shown.ways().size());
        boolean isDetour = map.ways().stream().anyMatch(way -> map.detourOf(way).isPresent());
        return left + (map.ways().isEmpty() ? FigureWords.NO_WAYS : isDetour ? FigureWords.DETOUR : "");
    }
}
