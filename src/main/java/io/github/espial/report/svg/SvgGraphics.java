package io.github.espial.report.svg;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is drawn as elements of SVG, each with the attributes it needs, as it is drawn: a general library, which builds
 * a document first, took ten times as long, and most of the time that a whole page takes. Paints are plain colors.
 */
final class SvgGraphics extends ShapeGraphics {
    /** Text as it is measured everywhere: no hinting. */
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** What SVG takes for granted (SVG 1.1 §11.4). */
    private static final float MITER_LIMIT = 4;

    private final SvgText out;
    private final SvgClips clips;
    private final RenderingHints hints;
    private AffineTransform transform = new AffineTransform();
    private Color color = Color.BLACK;
    private Color background = Color.WHITE;
    private Composite composite = AlphaComposite.SrcOver;
    private Stroke stroke = new BasicStroke();
    private Font font = new Font(Font.DIALOG, Font.PLAIN, 12);
    /** Where nothing is drawn outside of, before any transform; empty for everywhere. */
    private Optional<Shape> clip = Optional.empty();

    /** @param name what ids begin with */
    SvgGraphics(SvgText out, String name) {
        this.out = out;
        this.clips = new SvgClips(out, name);
        this.hints = new RenderingHints(Map.of());
    }

    private SvgGraphics(SvgGraphics other) {
        this.out = other.out;
        this.clips = other.clips;
        this.hints = new RenderingHints(Map.of());
        this.hints.add(other.hints);
        this.transform = new AffineTransform(other.transform);
        this.color = other.color;
        this.background = other.background;
        this.composite = other.composite;
        this.stroke = other.stroke;
        this.font = other.font;
        this.clip = other.clip;
    }

    @Override
    public void fill(Shape shape) {
        if (clips.begin(clip, shape, transform, 0)) {
            element(shape).color("fill", color, alpha()).raw("/>");
            clips.end();
        }
    }

    @Override
    public void draw(Shape shape) {
        if (!(stroke instanceof BasicStroke pen)) {
            fill(stroke.createStrokedShape(shape));
        } else if (clips.begin(clip, shape, transform, pen.getLineWidth())) {
            element(shape).raw(" fill=\"none\"").color("stroke", color, alpha());
            outline(pen);
            out.raw("/>");
            clips.end();
        }
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank()) {
            return;
        }
        Shape room = clip.isEmpty()
                ? new Rectangle2D.Float()
                : new Rectangle2D.Double(
                        x,
                        y - font.getSize2D(),
                        font.getStringBounds(text, CONTEXT).getWidth(),
                        1.5 * font.getSize2D());
        if (clips.begin(clip, room, transform, 0)) {
            out.raw("<text");
            out.attribute("x", isMoved() ? x + transform.getTranslateX() : x);
            out.attribute("y", isMoved() ? y + transform.getTranslateY() : y);
            place();
            out.attribute("font-family", font.getFamily());
            out.attribute("font-size", font.getSize2D());
            if (font.isBold() || font.getFontName().endsWith("Bold")) {
                out.raw(" font-weight=\"bold\"");
            }
            out.color("fill", color, alpha()).raw(">").escaped(text).raw("</text>");
            clips.end();
        }
    }

    /** Begins an element of that shape. */
    private SvgText element(Shape shape) {
        if (isMoved() && shape instanceof Rectangle2D box && box.getWidth() > 0 && box.getHeight() > 0) {
            out.raw("<rect");
            box(box.getX(), box.getY(), box.getWidth(), box.getHeight());
        } else if (isMoved() && shape instanceof RoundRectangle2D box && !box.isEmpty()) {
            out.raw("<rect");
            box(box.getX(), box.getY(), box.getWidth(), box.getHeight());
            out.attribute("rx", box.getArcWidth() / 2).attribute("ry", box.getArcHeight() / 2);
        } else {
            out.raw("<path").path(shape, isMoved() ? transform : new AffineTransform(), "fill-rule");
            place();
        }
        return out;
    }

    private void box(double x, double y, double width, double height) {
        out.attribute("x", x + transform.getTranslateX()).attribute("y", y + transform.getTranslateY());
        out.attribute("width", width).attribute("height", height);
    }

    /** Whether coordinates need no more than an addition. */
    private boolean isMoved() {
        return (transform.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0;
    }

    private void place() {
        if (!isMoved()) {
            out.raw(" transform=\"matrix(");
            out.raw(Double.toString(transform.getScaleX())).raw(" ");
            out.raw(Double.toString(transform.getShearY())).raw(" ");
            out.raw(Double.toString(transform.getShearX())).raw(" ");
            out.raw(Double.toString(transform.getScaleY())).raw(" ");
            out.number(transform.getTranslateX()).raw(" ");
            out.number(transform.getTranslateY()).raw(")\"");
        }
    }

    private void outline(BasicStroke pen) {
        out.attribute("stroke-width", pen.getLineWidth());
        if (pen.getEndCap() != BasicStroke.CAP_BUTT) {
            out.attribute("stroke-linecap", pen.getEndCap() == BasicStroke.CAP_ROUND ? "round" : "square");
        }
        if (pen.getLineJoin() != BasicStroke.JOIN_MITER) {
            out.attribute("stroke-linejoin", pen.getLineJoin() == BasicStroke.JOIN_ROUND ? "round" : "bevel");
        } else if (pen.getMiterLimit() != MITER_LIMIT) {
            out.attribute("stroke-miterlimit", pen.getMiterLimit());
        }
        float @Nullable [] dashes = pen.getDashArray();
        if (dashes != null) {
            out.raw(" stroke-dasharray=\"");
            for (int i = 0; i < dashes.length; i++) {
                out.raw(i == 0 ? "" : ",").number(dashes[i]);
            }
            out.raw("\"");
            if (pen.getDashPhase() != 0) {
                out.attribute("stroke-dashoffset", pen.getDashPhase());
            }
        }
    }

    private double alpha() {
        return composite instanceof AlphaComposite ofAlpha ? ofAlpha.getAlpha() : 1;
    }

    /** Writes what elements refer to; once, after all. */
    void define() {
        clips.define();
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void dispose() {
        // Holds nothing.
    }

    @Override
    public void clip(@Nullable Shape more) {
        if (more != null) {
            Shape placed = SvgClips.placed(more, transform);
            clip = Optional.of(clip.isEmpty() ? placed : SvgClips.common(clip.get(), placed));
        }
    }

    @Override
    public void setClip(@Nullable Shape other) {
        clip = Optional.ofNullable(other).map(shape -> SvgClips.placed(shape, transform));
    }

    @Override
    public @Nullable Shape getClip() {
        return clip.map(shape -> SvgClips.taken(shape, transform)).orElse(null);
    }

    @Override
    public void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public void setTransform(AffineTransform other) {
        transform = new AffineTransform(other);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setPaint(@Nullable Paint paint) {
        if (paint instanceof Color plain) {
            color = plain;
        } else if (paint != null) {
            throw new IllegalArgumentException("drawings have plain colors, not " + paint);
        }
    }

    @Override
    public Paint getPaint() {
        return color;
    }

    @Override
    public void setColor(@Nullable Color other) {
        setPaint(other);
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setBackground(Color other) {
        background = other;
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public void setComposite(Composite other) {
        composite = other;
    }

    @Override
    public Composite getComposite() {
        return composite;
    }

    @Override
    public void setStroke(Stroke other) {
        stroke = other;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setFont(@Nullable Font other) {
        if (other != null) {
            font = other;
        }
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return CONTEXT;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
        hints.put(key, value);
    }

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> others) {
        hints.clear();
        hints.putAll(others);
    }

    @Override
    public void addRenderingHints(Map<?, ?> others) {
        hints.putAll(others);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return (RenderingHints) hints.clone();
    }
}
