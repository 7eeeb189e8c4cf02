package io.github.espial.report.pdf;

import io.github.espial.report.sheet.Strip;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** The list of contents that readers show beside a document (ISO 32000-1 §12.3.3). */
final class Bookmarks {
    private Bookmarks() {}

    /** Adds one for each heading of {@code pages}, which {@code document} has printed. */
    static void add(List<Page> pages, PDDocument document) {
        PDDocumentOutline outline = new PDDocumentOutline();
        for (int i = 0; i < pages.size(); i++) {
            double top = Page.TOP;
            for (Strip strip : pages.get(i).strips()) {
                if (!strip.heading().isEmpty()) {
                    PDPageXYZDestination place = new PDPageXYZDestination();
                    place.setPage(document.getPage(i));
                    place.setTop((int) (Page.SHEET_HEIGHT - top));
                    PDOutlineItem item = new PDOutlineItem();
                    item.setTitle(strip.heading());
                    item.setDestination(place);
                    outline.addLast(item);
                }
                top += strip.height();
            }
        }
        if (outline.hasChildren()) {
            document.getDocumentCatalog().setDocumentOutline(outline);
            document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
        }
    }
}
