package io.github.espial.report.pdf;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.sheet.Picture;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.Summary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** The summary on A4 pages: vector graphics, and text that can be selected, in embedded fonts. */
public final class PdfReport implements ReportWriter {
    /** In place of the time and the file name that PDFBox would make the document's id of. */
    private static final long DOCUMENT_ID = 0;

    private final String tool;

    /** Reports that name the program and its version, {@code tool}. */
    public PdfReport(String tool) {
        this.tool = tool;
    }

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        Typefaces fonts = Typefaces.load();
        List<Page> pages = Page.of(Picture.strips(Summary.blocks(report, tool, fonts), Page.WIDTH));
        try (PDDocument document = new PDDocument();
                PagePrinter printer = new PagePrinter(document, Summary.title(report), tool, fonts)) {
            document.setDocumentId(DOCUMENT_ID);
            document.setDocumentInformation(information(Summary.title(report)));
            document.getDocumentCatalog().setLanguage("en");
            for (int i = 0; i < pages.size(); i++) {
                printer.print(pages.get(i), i + 1, pages.size());
            }
            document.save(out);
        }
    }

    /** Without times: the same case gives the same octets. */
    private PDDocumentInformation information(String title) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setSubject("Where IPsec traffic went, and where it should have gone");
        information.setCreator(tool);
        information.setProducer(tool);
        return information;
    }
}
