package io.github.espial.report.pdf;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import io.github.espial.report.sheet.BundledFont;
import io.github.espial.report.sheet.Drawing;
import io.github.espial.report.sheet.Typefaces;
import java.awt.Font;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Puts drawings into a document, a page each, with the bundled fonts. */
final class SheetPrinter implements Closeable {
    private final PDDocument document;
    private final PdfBoxGraphics2DFontTextDrawer text = new PdfBoxGraphics2DFontTextDrawer();

    SheetPrinter(PDDocument document, Typefaces fonts) throws IOException {
        this.document = document;
        register(fonts.regular(), BundledFont.REGULAR);
        register(fonts.bold(), BundledFont.BOLD);
        register(fonts.mono(), BundledFont.MONO);
    }

    /** Adds a page as large as {@code drawing}. */
    void print(Drawing drawing) throws IOException {
        float width = (float) drawing.width();
        float height = (float) drawing.height();
        PDPage sheet = new PDPage(new PDRectangle(width, height));
        document.addPage(sheet);
        PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
        g.setFontTextDrawer(text);
        drawing.draw(g);
        g.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
            content.drawForm(g.getXFormObject());
        }
    }

    @Override
    public void close() {
        text.close();
    }

    private void register(Font font, BundledFont file) throws IOException {
        try (InputStream octets = file.open()) {
            TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(octets));
            // Nobody who searches for a word types its ligature.
            face.setEnableGsub(false);
            text.registerFont(font.getFontName(), PDType0Font.load(document, face, true));
        }
    }
}
