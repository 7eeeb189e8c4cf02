package io.github.espial.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RectangularShape;
import java.util.List;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/** Paints each series' bars with the hatch of its kind. */
final class HatchedBars implements BarPainter {
    private final List<FrameKind> kinds;

    HatchedBars(List<FrameKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public void paintBar(
            Graphics2D g, BarRenderer renderer, int row, int column, RectangularShape bar, RectangleEdge base) {
        FrameKind kind = kinds.get(row);
        Color color = kind.color();
        kind.hatch().fill(g, bar.getFrame(), color);
    }

    @Override
    public void paintBarShadow(
            Graphics2D g,
            BarRenderer renderer,
            int row,
            int column,
            RectangularShape bar,
            RectangleEdge base,
            boolean pegged) {
        // Bars have none.
    }
}
