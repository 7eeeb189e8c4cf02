package io.github.espial.report.pdf;

import io.github.espial.report.sheet.Drawing;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Picture;
import io.github.espial.report.sheet.TextStyle;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;

/**
 * A sheet of A4: a page with a header and a footer.
 *
 * @param page what stands between them
 * @param title in the header
 * @param tool in the footer, to the left
 * @param number in the footer, to the right
 * @param style of header and footer
 */
record Sheet(Page page, String title, String tool, String number, TextStyle style) implements Drawing {
    private static final double HEADER = 26;
    private static final double FOOTER = 816;
    private static final BasicStroke RULE = new BasicStroke(0.5f);

    @Override
    public double width() {
        return Page.SHEET_WIDTH;
    }

    @Override
    public double height() {
        return Page.SHEET_HEIGHT;
    }

    @Override
    public void draw(Graphics2D g) {
        double right = Page.SHEET_WIDTH - Page.MARGIN;
        g.setPaint(Palette.RULE);
        g.setStroke(RULE);
        g.draw(new Line2D.Double(Page.MARGIN, HEADER + 14, right, HEADER + 14));
        g.draw(new Line2D.Double(Page.MARGIN, FOOTER - 5, right, FOOTER - 5));
        style.drawLine(g, style.fitting(title, Page.WIDTH), Page.MARGIN, HEADER);
        style.drawLine(g, style.fitting(tool, Page.WIDTH / 2), Page.MARGIN, FOOTER);
        style.draw(g, number, right - style.width(number), FOOTER);
        AffineTransform before = g.getTransform();
        g.translate(Page.MARGIN, Page.TOP);
        new Picture(page.strips(), 0, Page.WIDTH).draw(g);
        g.setTransform(before);
    }
}
