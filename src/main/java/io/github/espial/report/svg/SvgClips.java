package io.github.espial.report.svg;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what is drawn within bounds: most of it is anyhow, and then nothing has to be said. */
final class SvgClips {
    private final SvgText out;
    private final String name;
    /** In the order in which they were needed: the same bounds are set again and again. */
    private final Map<Shape, String> ids = new LinkedHashMap<>();

    private boolean isOpen;

    SvgClips(SvgText out, String name) {
        this.out = out;
        this.name = name;
    }

    /**
     * Begins what is to be cut at {@code clip}.
     *
     * @param width of the outline, in the units of {@code shape}
     * @return false where nothing of {@code shape} is within
     */
    boolean begin(Optional<Shape> clip, Shape shape, AffineTransform transform, double width) {
        isOpen = false;
        if (clip.isEmpty()) {
            return true;
        }
        Rectangle2D bounds = shape.getBounds2D();
        Rectangle2D room = new Rectangle2D.Double(
                bounds.getX() - width / 2,
                bounds.getY() - width / 2,
                bounds.getWidth() + width,
                bounds.getHeight() + width);
        Rectangle2D drawn = placed(room, transform).getBounds2D();
        if (!clip.get().getBounds2D().intersects(drawn)) {
            return false;
        }
        if (!clip.get().contains(drawn)) {
            isOpen = true;
            out.raw("<g clip-path=\"url(#").raw(id(clip.get())).raw(")\">");
        }
        return true;
    }

    /** Ends what {@link #begin} began. */
    void end() {
        if (isOpen) {
            isOpen = false;
            out.raw("</g>");
        }
    }

    private String id(Shape clip) {
        return ids.computeIfAbsent(clip, unnamed -> name + "-clip-" + (ids.size() + 1));
    }

    /** Writes the elements that {@link #begin} refers to. */
    void define() {
        if (ids.isEmpty()) {
            return;
        }
        out.raw("<defs>");
        ids.forEach((clip, id) -> out.raw("<clipPath id=\"")
                .raw(id)
                .raw("\"><path")
                .path(clip, new AffineTransform(), "clip-rule")
                .raw("/></clipPath>"));
        out.raw("</defs>");
    }

    /** A shape where {@code transform} puts it; a rectangle stays one where that is possible. */
    static Shape placed(Shape shape, AffineTransform transform) {
        boolean isMoved = (transform.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
        return isMoved && shape instanceof Rectangle2D box
                ? new Rectangle2D.Double(
                        box.getX() + transform.getTranslateX(),
                        box.getY() + transform.getTranslateY(),
                        box.getWidth(),
                        box.getHeight())
                : transform.createTransformedShape(shape);
    }

    /** What {@link #placed} was given. */
    static Shape taken(Shape shape, AffineTransform transform) {
        try {
            return placed(shape, transform.createInverse());
        } catch (NoninvertibleTransformException e) {
            // What is drawn flat has no inside to keep it in.
            return new Rectangle2D.Double();
        }
    }

    /** What two have in common. */
    static Shape common(Shape one, Shape other) {
        if (one instanceof Rectangle2D box && other instanceof Rectangle2D second) {
            Rectangle2D both = box.createIntersection(second);
            return both.getWidth() < 0 || both.getHeight() < 0 ? new Rectangle2D.Double() : both;
        }
        Area both = new Area(one);
        both.intersect(new Area(other));
        return both;
    }
}
