package io.github.espial.report.sheet;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/** Strips one below the other. */
public final class Picture {
    private Picture() {}

    /** Draws strips from {@code x}, {@code y} downwards and leaves the transform of {@code g} as it was. */
    public static void draw(Graphics2D g, List<Strip> strips, double x, double y) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        for (Strip strip : strips) {
            strip.drawing().draw(g);
            g.translate(0, strip.height());
        }
        g.setTransform(before);
    }

    /** Height of strips one below the other; points. */
    public static double height(List<Strip> strips) {
        return strips.stream().mapToDouble(Strip::height).sum();
    }

    /** Lays out blocks one below the other. */
    public static List<Strip> strips(List<Block> blocks, double width) {
        return blocks.stream().flatMap(block -> block.strips(width).stream()).toList();
    }
}
