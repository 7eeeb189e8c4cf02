package io.github.espial.report.summary;

import io.github.espial.report.route.DrawnWay;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * The line of one way.
 *
 * @param way what it shows
 * @param from where it leaves the server
 * @param lane y of the level part beside the next hop
 * @param router the box of the next hop
 * @param to where it reaches the peer
 */
record WayLine(DrawnWay way, Port from, double lane, Rectangle2D router, Port to) {
    private static final double ARROW_LENGTH = 7;
    private static final double ARROW_HALF = 3.4;
    private static final double FAR_SIGN = 8;
    /** Where a detour leaves a box, as a part of its width. */
    private static final double DETOUR = 0.75;

    private static final double SMALL_ARROW = 5;

    /** A point on the side of a box. */
    record Port(double x, double y) {}

    /** Draws the part beyond the next hop: nobody saw it, so it is thinner. */
    void drawFan(Graphics2D g) {
        WayStyle style = WayStyle.of(way.kind());
        g.setPaint(style.color());
        g.setStroke(thinner(style.stroke()));
        double left = router.getMaxX();
        boolean arrives = way.kind() != DrawnWay.Kind.WRONG;
        double right = arrives ? to.x() - ARROW_LENGTH : to.x();
        g.draw(curve(left, lane, right, to.y()));
        if (arrives) {
            arrow(g, to.x(), to.y());
        }
    }

    /** Draws how the next hop handed packets on to another one, whose box is {@code onward}: from box to box. */
    void drawDetour(Graphics2D g, Rectangle2D onward) {
        WayStyle style = WayStyle.of(way.kind());
        double x = router.getX() + router.getWidth() * DETOUR;
        boolean isBelow = onward.getY() > router.getY();
        double from = isBelow ? router.getMaxY() : router.getY();
        double to = isBelow ? onward.getY() : onward.getMaxY();
        double before = isBelow ? -SMALL_ARROW : SMALL_ARROW;
        g.setPaint(style.color());
        g.setStroke(thinner(style.stroke()));
        g.draw(new Line2D.Double(x, from, x, to + before));
        Path2D head = new Path2D.Double();
        head.moveTo(x, to);
        head.lineTo(x - ARROW_HALF, to + before);
        head.lineTo(x + ARROW_HALF, to + before);
        head.closePath();
        g.fill(head);
    }

    /** Crosses a wrong way out beyond the next hop, above the lines of all others. */
    void drawFarSign(Graphics2D g) {
        if (way.kind() != DrawnWay.Kind.WRONG) {
            return;
        }
        WayStyle style = WayStyle.of(way.kind());
        // A cubic with level ends is halfway down at half its width.
        double x = (router.getMaxX() + to.x() - FAR_SIGN) / 2;
        style.mark().draw(g, x, (lane + to.y() - FAR_SIGN) / 2, FAR_SIGN, style.color());
    }

    /** Draws the part from the server to the next hop, which the capture shows, with its sign and its label. */
    void drawLane(Graphics2D g, LaneText text) {
        WayStyle style = WayStyle.of(way.kind());
        double start = from.x() + text.laneLeft();
        Path2D line = new Path2D.Double(curve(from.x(), from.y(), start, lane));
        line.append(new Line2D.Double(start, lane, router.getX() - ARROW_LENGTH, lane), true);
        g.setPaint(style.color());
        g.setStroke(style.stroke());
        g.draw(line);
        arrow(g, router.getX(), lane);
        style.mark().draw(g, start, lane - LaneText.SIGN / 2, LaneText.SIGN, style.color());
        text.draw(g, way, start, lane);
    }

    private static CubicCurve2D curve(double x1, double y1, double x2, double y2) {
        double middle = (x1 + x2) / 2;
        return new CubicCurve2D.Double(x1, y1, middle, y1, middle, y2, x2, y2);
    }

    private static void arrow(Graphics2D g, double x, double y) {
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - ARROW_LENGTH, y - ARROW_HALF);
        head.lineTo(x - ARROW_LENGTH, y + ARROW_HALF);
        head.closePath();
        g.fill(head);
    }

    private static BasicStroke thinner(BasicStroke stroke) {
        return new BasicStroke(
                stroke.getLineWidth() * 0.6f,
                stroke.getEndCap(),
                stroke.getLineJoin(),
                stroke.getMiterLimit(),
                stroke.getDashArray(),
                stroke.getDashPhase());
    }
}
