package io.github.espial.report.summary;

import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.report.route.DrawnWay;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.FigureWords;
import io.github.espial.report.words.WayWords;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;

/** The label of a way: above its line what it carries, below it for whom, where there are several peers. */
final class LaneText {
    /** From the start of a lane to its text: the fan of lines, then the sign. */
    static final double SIGN = 11;

    private static final double ARROW = 9;
    private static final double FAN_PART = 0.18;
    private static final double FROM_LINE = 3;
    private static final double BETWEEN = 7;

    private final TextStyle label;
    private final TextStyle whom;
    private final double laneLeft;
    private final double textWidth;
    private final boolean namesPeers;
    private final Map<Peer, List<IpAddress>> alike;

    /**
     * Labels in a gap between two columns.
     *
     * @param gap width of the gap
     * @param namesPeers whether a label says for whom
     * @param alike the addresses that a peer stands for, where these are several
     */
    LaneText(Typefaces fonts, double gap, boolean namesPeers, Map<Peer, List<IpAddress>> alike) {
        this.label = fonts.heavy(7, Palette.INK);
        this.whom = fonts.running(6.5, Palette.INK);
        this.laneLeft = gap * FAN_PART;
        this.textWidth = gap - laneLeft - SIGN - 4 - ARROW;
        this.namesPeers = namesPeers;
        this.alike = alike;
    }

    /** From the left edge of the gap to where lines run level. */
    double laneLeft() {
        return laneLeft;
    }

    /** Room that the label takes above the line; points. */
    double above(DrawnWay way) {
        return Math.max(SIGN / 2, labelLines(way).size() * label.lineHeight() + FROM_LINE) + BETWEEN / 2;
    }

    /** All the room that a lane takes; points. */
    double height(DrawnWay way) {
        double below = whomLines(way).size() * whom.lineHeight() + FROM_LINE;
        return above(way) + Math.max(SIGN / 2, below) + BETWEEN / 2;
    }

    /** Draws the label of a lane that begins at {@code x} and runs at {@code y}. */
    void draw(Graphics2D g, DrawnWay way, double x, double y) {
        TextStyle colored = label.colored(WayStyle.of(way.kind()).color());
        double left = x + SIGN + 4;
        List<String> lines = labelLines(way);
        double top = y - FROM_LINE - lines.size() * label.lineHeight();
        for (String line : lines) {
            colored.drawLine(g, line, left, top);
            top += label.lineHeight();
        }
        top = y + FROM_LINE;
        for (String line : whomLines(way)) {
            whom.drawLine(g, line, left, top);
            top += whom.lineHeight();
        }
    }

    private List<String> labelLines(DrawnWay way) {
        return label.lines(WayWords.label(way), textWidth);
    }

    private List<String> whomLines(DrawnWay way) {
        if (!namesPeers) {
            return List.of();
        }
        int count = alike.getOrDefault(way.peer(), List.of()).size();
        Object peers = count == 0 ? way.peer().address() : FigureWords.peers(count);
        return whom.lines(FigureWords.whom(peers), textWidth);
    }
}
