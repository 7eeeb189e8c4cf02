package io.github.espial.report.summary;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Places of boxes one below the other, spread evenly over a height.
 *
 * @param places from top to bottom
 */
record Column(List<Rectangle2D> places) {
    static final double BETWEEN = 12;

    /** The height that boxes of these heights need, with room between them. */
    static double height(List<Double> heights) {
        return heights.stream().mapToDouble(Double::doubleValue).sum() + BETWEEN * Math.max(0, heights.size() - 1);
    }

    static Column of(double left, double width, List<Double> heights, double total) {
        double spare = (total - height(heights)) / Math.max(1, heights.size());
        double y = spare / 2;
        List<Rectangle2D> places = new ArrayList<>();
        for (double height : heights) {
            places.add(new Rectangle2D.Double(left, y, width, height));
            y += height + BETWEEN + spare;
        }
        return new Column(places);
    }
}
