package io.github.espial.report.sheet;

/**
 * A part of a block that is never cut: a line of text, or a whole picture.
 *
 * @param height in points
 * @param keepsWithNext whether no page may end with it while another strip follows
 * @param painter draws it with the origin in its upper left corner
 * @param heading of what begins with it, for a list of contents; empty where nothing does
 */
public record Strip(double height, boolean keepsWithNext, Painter painter, String heading) {
    /** One with which nothing begins. */
    public Strip(double height, boolean keepsWithNext, Painter painter) {
        this(height, keepsWithNext, painter, "");
    }

    /** Room without anything in it. */
    public static Strip gap(double height) {
        return new Strip(height, false, g -> {});
    }

    /** The same, with which what {@code text} names begins. */
    Strip headed(String text) {
        return new Strip(height, keepsWithNext, painter, text);
    }

    /** The same, never the last on its page. */
    public Strip kept() {
        return new Strip(height, true, painter, heading);
    }
}
