package io.github.espial.report.sheet;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * Strips one below the other.
 *
 * @param strips from top to bottom
 * @param margin empty room on all sides
 * @param width with the margins
 */
public record Picture(List<Strip> strips, double margin, double width) implements Drawing {
    public Picture {
        strips = List.copyOf(strips);
    }

    /** All of {@code blocks}, as high as they need. */
    public static Picture of(List<Block> blocks, double margin, double width) {
        return new Picture(strips(blocks, width - 2 * margin), margin, width);
    }

    /** Lays out blocks one below the other. */
    public static List<Strip> strips(List<Block> blocks, double width) {
        return blocks.stream().flatMap(block -> block.strips(width).stream()).toList();
    }

    @Override
    public double height() {
        return height(strips) + 2 * margin;
    }

    @Override
    public void draw(Graphics2D g) {
        AffineTransform before = g.getTransform();
        g.translate(margin, margin);
        for (Strip strip : strips) {
            strip.painter().draw(g);
            g.translate(0, strip.height());
        }
        g.setTransform(before);
    }

    /**
     * The same no higher than {@code most}: where strips do not fit, {@code rest}, which says so, stands in place of the
     * last ones.
     */
    public Picture within(double most, Block rest) {
        if (height() <= most) {
            return this;
        }
        List<Strip> end = rest.strips(width - 2 * margin);
        List<Strip> fitting = new ArrayList<>();
        double room = most - 2 * margin - height(end);
        for (Strip strip : strips) {
            room -= strip.height();
            if (room < 0) {
                break;
            }
            fitting.add(strip);
        }
        fitting.addAll(end);
        return new Picture(fitting, margin, width);
    }

    private static double height(List<Strip> strips) {
        return strips.stream().mapToDouble(Strip::height).sum();
    }
}
