package io.github.espial.report.svg;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.jspecify.annotations.Nullable;

/**
 * The many methods of {@link Graphics2D} in terms of few: what is left is to fill a shape, to draw its outline, and to
 * write text. Drawings hold no images, and nothing is read back.
 */
abstract class ShapeGraphics extends Graphics2D {
    private static final FontMetricsSource METRICS = new FontMetricsSource();

    /** What Java measures text with. */
    private static final class FontMetricsSource {
        private final Graphics2D any = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();

        synchronized FontMetrics of(Font font) {
            return any.getFontMetrics(font);
        }
    }

    @Override
    public final FontMetrics getFontMetrics(Font font) {
        return METRICS.of(font);
    }

    @Override
    public final void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public final void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    /** The text without its attributes. */
    @Override
    public final void drawString(AttributedCharacterIterator text, float x, float y) {
        StringBuilder plain = new StringBuilder();
        for (char character = text.first(); text.getIndex() < text.getEndIndex(); character = text.next()) {
            plain.append(character);
        }
        drawString(plain.toString(), x, y);
    }

    @Override
    public final void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public final void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public final void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public final void clearRect(int x, int y, int width, int height) {
        Color before = getColor();
        setColor(getBackground());
        fillRect(x, y, width, height);
        setColor(before);
    }

    @Override
    public final void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public final void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public final void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public final void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public final void drawArc(int x, int y, int width, int height, int start, int extent) {
        draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
    }

    @Override
    public final void fillArc(int x, int y, int width, int height, int start, int extent) {
        fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
    }

    @Override
    public final void drawPolyline(int[] xs, int[] ys, int points) {
        Path2D line = new Path2D.Double();
        for (int i = 0; i < points; i++) {
            if (i == 0) {
                line.moveTo(xs[i], ys[i]);
            } else {
                line.lineTo(xs[i], ys[i]);
            }
        }
        draw(line);
    }

    @Override
    public final void drawPolygon(int[] xs, int[] ys, int points) {
        draw(new Polygon(xs, ys, points));
    }

    @Override
    public final void fillPolygon(int[] xs, int[] ys, int points) {
        fill(new Polygon(xs, ys, points));
    }

    @Override
    public final void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle(x, y, width, height));
    }

    @Override
    public final void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle(x, y, width, height));
    }

    @Override
    public final @Nullable Rectangle getClipBounds() {
        @Nullable Shape clip = getClip();
        return clip == null ? null : clip.getBounds();
    }

    @Override
    public final void translate(int x, int y) {
        translate((double) x, (double) y);
    }

    @Override
    public final void translate(double x, double y) {
        transform(AffineTransform.getTranslateInstance(x, y));
    }

    @Override
    public final void rotate(double angle) {
        transform(AffineTransform.getRotateInstance(angle));
    }

    @Override
    public final void rotate(double angle, double x, double y) {
        transform(AffineTransform.getRotateInstance(angle, x, y));
    }

    @Override
    public final void scale(double x, double y) {
        transform(AffineTransform.getScaleInstance(x, y));
    }

    @Override
    public final void shear(double x, double y) {
        transform(AffineTransform.getShearInstance(x, y));
    }

    @Override
    public final boolean hit(Rectangle area, Shape shape, boolean onStroke) {
        Stroke stroke = getStroke();
        Shape drawn = onStroke ? stroke.createStrokedShape(shape) : shape;
        return getTransform().createTransformedShape(drawn).intersects(area);
    }

    @Override
    public final void setPaintMode() {
        // The only one there is.
    }

    @Override
    public final void setXORMode(Color color) {
        throw unsupported("XOR");
    }

    @Override
    public final void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw unsupported("copies of areas");
    }

    @Override
    public final GraphicsConfiguration getDeviceConfiguration() {
        throw unsupported("a device");
    }

    @Override
    public final boolean drawImage(Image image, AffineTransform place, @Nullable ImageObserver observer) {
        throw unsupported("images");
    }

    @Override
    public final void drawImage(BufferedImage image, @Nullable BufferedImageOp operation, int x, int y) {
        throw unsupported("images");
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        throw unsupported("images");
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        throw unsupported("images");
    }

    @Override
    public final boolean drawImage(
            Image image, int x, int y, @Nullable Color ground, @Nullable ImageObserver observer) {
        throw unsupported("images");
    }

    @Override
    public final boolean drawImage(
            Image image,
            int x,
            int y,
            int width,
            int height,
            @Nullable Color ground,
            @Nullable ImageObserver observer) {
        throw unsupported("images");
    }

    @Override
    public final boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            @Nullable ImageObserver observer) {
        throw unsupported("images");
    }

    @Override
    public final boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            @Nullable Color ground,
            @Nullable ImageObserver observer) {
        throw unsupported("images");
    }

    @Override
    public final void drawRenderedImage(RenderedImage image, AffineTransform place) {
        throw unsupported("images");
    }

    @Override
    public final void drawRenderableImage(RenderableImage image, AffineTransform place) {
        throw unsupported("images");
    }

    private static UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException("drawings are made of shapes and text, not of " + what);
    }
}
