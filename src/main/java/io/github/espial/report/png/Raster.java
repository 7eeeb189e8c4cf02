package io.github.espial.report.png;

import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Drawing;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Picture;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.Titles;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of pixels, {@value #SCALE} for each point. */
public final class Raster {
    /** Pixels of a summary's picture. */
    static final int WIDTH = 1240;

    static final int MOST_HEIGHT = 12_000;

    private static final int SCALE = 2;
    private static final double MARGIN = 30;

    private Raster() {}

    /** The picture of a summary: as high as it needs, up to {@value #MOST_HEIGHT} pixels. */
    static Picture summary(List<Block> blocks, Typefaces fonts) {
        double width = (double) WIDTH / SCALE;
        Picture whole = Picture.of(blocks, MARGIN, width);
        return whole.within((double) MOST_HEIGHT / SCALE, room -> rest(fonts, room));
    }

    private static List<Strip> rest(Typefaces fonts, double room) {
        TextStyle style = fonts.heavy(9, Palette.INK);
        List<Strip> rest = new ArrayList<>();
        rest.add(Strip.gap(style.lineHeight()));
        rest.addAll(Paragraph.of(Titles.TOO_MUCH, style).strips(room));
        return rest;
    }

    /** Writes {@code drawing} on white; leaves {@code out} open. */
    public static void write(Drawing drawing, OutputStream out) throws IOException {
        int width = (int) Math.ceil(drawing.width() * SCALE);
        int height = (int) Math.ceil(drawing.height() * SCALE);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setPaint(Palette.PAPER);
            g.fillRect(0, 0, width, height);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(SCALE, SCALE);
            drawing.draw(g);
        } finally {
            g.dispose();
        }
        encode(image, out);
    }

    /** Writes without a temporary file, which the image library would make otherwise. */
    private static void encode(BufferedImage image, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream octets = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(octets);
            writer.write(image);
            octets.flush();
        } catch (IIOException e) {
            // The library's own words do not tell why.
            throw e.getCause() instanceof IOException reason ? reason : e;
        } finally {
            writer.dispose();
        }
    }
}
