package io.github.espial.report.pdf;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import io.github.espial.report.sheet.BundledFont;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Picture;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Puts pages into a document, each with a header and a footer. */
final class PagePrinter implements Closeable {
    private static final double HEADER = 26;
    private static final double FOOTER = 816;
    private static final BasicStroke RULE = new BasicStroke(0.5f);

    private final PDDocument document;
    private final String title;
    private final String tool;
    private final TextStyle style;
    private final PdfBoxGraphics2DFontTextDrawer text = new PdfBoxGraphics2DFontTextDrawer();

    PagePrinter(PDDocument document, String title, String tool, Typefaces fonts) throws IOException {
        this.document = document;
        this.title = title;
        this.tool = tool;
        this.style = new TextStyle(fonts.regular(7.5), Palette.FAINT);
        register(fonts.regular(), BundledFont.REGULAR);
        register(fonts.bold(), BundledFont.BOLD);
        register(fonts.mono(), BundledFont.MONO);
    }

    void print(Page page, int number, int count) throws IOException {
        PDPage sheet = new PDPage(new PDRectangle(Page.SHEET_WIDTH, Page.SHEET_HEIGHT));
        document.addPage(sheet);
        PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, Page.SHEET_WIDTH, Page.SHEET_HEIGHT);
        g.setFontTextDrawer(text);
        drawEdges(g, "Page " + number + " of " + count);
        Picture.draw(g, page.strips(), Page.MARGIN, Page.TOP);
        g.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
            content.drawForm(g.getXFormObject());
        }
    }

    @Override
    public void close() {
        text.close();
    }

    private void drawEdges(Graphics2D g, String pageNumber) {
        double right = Page.SHEET_WIDTH - Page.MARGIN;
        g.setPaint(Palette.RULE);
        g.setStroke(RULE);
        g.draw(new Line2D.Double(Page.MARGIN, HEADER + 14, right, HEADER + 14));
        g.draw(new Line2D.Double(Page.MARGIN, FOOTER - 5, right, FOOTER - 5));
        style.draw(g, style.fitting(title, Page.WIDTH), Page.MARGIN, HEADER);
        style.draw(g, style.fitting(tool, Page.WIDTH / 2), Page.MARGIN, FOOTER);
        style.draw(g, pageNumber, right - style.width(pageNumber), FOOTER);
    }

    private void register(Font font, BundledFont file) throws IOException {
        try (InputStream octets = file.open()) {
            text.registerFont(font.getFontName(), PDType0Font.load(document, octets));
        }
    }
}
