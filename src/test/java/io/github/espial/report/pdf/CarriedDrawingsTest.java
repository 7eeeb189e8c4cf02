package io.github.espial.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleReports;
import io.github.espial.report.sheet.Drawing;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.Figure;
import io.github.espial.report.summary.Figures;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawings by themselves, each carried by a page of its own, or by pixels. */
class CarriedDrawingsTest {
    static List<CaseReport> reports() {
        return List.of(
                SampleReports.misrouted(),
                SampleReports.twoServers(),
                SampleReports.cooked(),
                SampleReports.empty(),
                SampleReports.extreme());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void areAsLargeAsTheySay(CaseReport report) throws IOException {
        Typefaces fonts = Typefaces.load();
        for (Figure figure : Figures.of(report, fonts)) {
            Drawing drawing = figure.drawing(400);
            try (PDDocument document = new PDDocument();
                    SheetPrinter printer = new SheetPrinter(document, fonts)) {
                printer.print(drawing);
                assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(400);
                assertThat((double) document.getPage(0).getMediaBox().getHeight())
                        .isCloseTo(drawing.height(), offset(0.01));
                assertThat(new PDFTextStripper().getText(document)).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void leaveThePlaceOfTheNextDrawingAlone(CaseReport report) throws IOException {
        Graphics2D g = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB).createGraphics();
        g.translate(3, 4);
        AffineTransform before = g.getTransform();
        for (Figure figure : Figures.of(report, Typefaces.load())) {
            figure.drawing(400).draw(g);
            assertThat(g.getTransform()).as(figure.name()).isEqualTo(before);
        }
    }
}
