package io.github.espial.report.png;

import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Picture;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** One picture, {@value #WIDTH} pixels wide and as high as it needs, up to {@value #MOST_HEIGHT}. */
final class Sheet {
    static final int WIDTH = 1240;
    static final int MOST_HEIGHT = 12_000;

    private static final double SCALE = 2;
    private static final double MARGIN = 30;
    private static final double CONTENT = WIDTH / SCALE - 2 * MARGIN;
    private static final double MOST_CONTENT = MOST_HEIGHT / SCALE - 2 * MARGIN;

    private Sheet() {}

    /** Writes {@code blocks} one below the other; leaves {@code out} open. */
    static void write(List<Block> blocks, Typefaces fonts, OutputStream out) throws IOException {
        List<Strip> strips = fitting(Picture.strips(blocks, CONTENT), fonts);
        int height = (int) Math.ceil((Picture.height(strips) + 2 * MARGIN) * SCALE);
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setPaint(Palette.PAPER);
            g.fillRect(0, 0, WIDTH, height);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(SCALE, SCALE);
            Picture.draw(g, strips, MARGIN, MARGIN);
        } finally {
            g.dispose();
        }
        encode(image, out);
    }

    /** As many strips as fit, with a line that says so where some do not. */
    private static List<Strip> fitting(List<Strip> strips, Typefaces fonts) {
        if (Picture.height(strips) <= MOST_CONTENT) {
            return strips;
        }
        TextStyle style = new TextStyle(fonts.bold(9), Palette.INK);
        List<Strip> fitting = new ArrayList<>();
        double room = MOST_CONTENT - 2 * style.lineHeight();
        for (Strip strip : strips) {
            room -= strip.height();
            if (room < 0) {
                break;
            }
            fitting.add(strip);
        }
        fitting.add(Strip.gap(style.lineHeight()));
        fitting.addAll(Paragraph.of("There is more than one picture holds: see the report as text, JSON or PDF", style)
                .strips(CONTENT));
        return fitting;
    }

    /** Writes without a temporary file, which the image library would make otherwise. */
    private static void encode(BufferedImage image, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream octets = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(octets);
            writer.write(image);
            octets.flush();
        } finally {
            writer.dispose();
        }
    }
}
