package io.github.espial.report.pdf;

import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Picture;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.Titles;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A document of A4 pages. */
final class PagedDocument {
    /** In place of the time and the file name that PDFBox would make the document's id of. */
    private static final long DOCUMENT_ID = 0;

    private final String title;
    private final String tool;
    private final Typefaces fonts;

    /**
     * An empty one.
     *
     * @param title in the header of each page
     * @param tool name and version of the program, in the footer
     */
    PagedDocument(String title, String tool, Typefaces fonts) {
        this.title = title;
        this.tool = tool;
        this.fonts = fonts;
    }

    /** Writes {@code blocks} on as many pages as they need; leaves {@code out} open. */
    void write(List<Block> blocks, OutputStream out) throws IOException {
        TextStyle style = fonts.running(7.5, Palette.FAINT);
        List<Page> pages = Page.of(Picture.strips(blocks, Page.WIDTH));
        try (PDDocument document = new PDDocument();
                SheetPrinter printer = new SheetPrinter(document, fonts)) {
            document.setDocumentId(DOCUMENT_ID);
            document.setDocumentInformation(information());
            document.getDocumentCatalog()
                    .setLanguage(fonts.translation().language().code());
            for (int i = 0; i < pages.size(); i++) {
                String number = Titles.page(i + 1, pages.size());
                printer.print(new Sheet(pages.get(i), title, tool, number, style));
            }
            Bookmarks.add(pages, document);
            document.save(out);
        }
    }

    /** Without times: the same case gives the same octets. */
    private PDDocumentInformation information() {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(fonts.translation().of(title));
        information.setSubject(fonts.translation().of(Titles.SUBJECT));
        information.setCreator(tool);
        information.setProducer(tool);
        return information;
    }
}
