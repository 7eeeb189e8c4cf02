package io.github.espial.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleCases;
import io.github.espial.report.SampleReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfReportTest {
    private static final String TOOL = "espial 0.1.0";

    @Test
    void saysTheCaseInSelectableText() throws IOException {
        String text = text(octets(SampleReports.misrouted()));
        assertThat(text)
                .contains("misrouted", "58 ESP frames for 198.51.100.20 left for the default gateway")
                .contains("capture.pcap", "1544 frames", "2026-11-23T08:51:29.891683Z", TOOL)
                .contains("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01", "00:1b:21:bb:00:fe")
                .contains("192.0.2.10", "192.0.2.1", "192.0.2.254", "198.51.100.20")
                .contains("taken: 58 ESP frames", "proper: IKE goes here")
                .contains("error: ESP for 198.51.100.20 goes to the default gateway")
                .contains("warning: No ESP comes back from 198.51.100.20")
                .contains("isakmp && ip.dst == 198.51.100.20", "+4.0 3 IKE frames", "frames 12 ... 14")
                .contains("route -p add INNER-NETWORK mask MASK 192.0.2.254")
                .contains("espial explain esp-wrong-next-hop", "espial explain esp-one-way")
                .contains("Time (UTC)", "IKE, out and in", "Page 1 of");
    }

    @Test
    void saysWhatEachKindOfFindingMeans() throws IOException {
        String text = text(octets(SampleReports.extreme())).replaceAll("\\s+", " ");
        assertThat(text)
                .containsOnlyOnce("What these findings mean")
                .containsOnlyOnce("A sender numbers the packets of an SA one by one.");
        assertThat(text(octets(SampleReports.healthy()))).doesNotContain("What these findings mean");
    }

    @Test
    void saysWhatHealthyRestsOn() throws IOException {
        assertThat(text(octets(SampleCases.healthyInTwoCaptures())))
                .contains("ESP for 2001:db8:ffff::20 takes its proper next hop", "IKE goes the same way");
        assertThat(text(octets(SampleReports.misrouted()))).doesNotContain("takes its proper next hop");
    }

    @Test
    void hasABookmarkOnThePageOfEachPart() throws IOException {
        try (PDDocument document = Loader.loadPDF(octets(SampleReports.misrouted()))) {
            List<String> parts = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                PDFTextStripper page = new PDFTextStripper();
                int number = document.getPages().indexOf(item.findDestinationPage(document)) + 1;
                page.setStartPage(number);
                page.setEndPage(number);
                assertThat(page.getText(document).lines().map(String::strip)).contains(item.getTitle());
                parts.add(item.getTitle());
            }
            assertThat(parts).contains("Findings", "What these findings mean").doesNotHaveDuplicates();
        }
    }

    @Test
    void hasNoLigatureThatASearchWouldMiss() throws IOException {
        assertThat(text(octets(SampleReports.misrouted())))
                .contains("confidence", "What these findings mean")
                .doesNotContainPattern("[\\ufb00-\\ufb06]");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(text(octets(SampleReports.cooked())))
                .contains("undetermined", "What is missing", "Linux cooked frames have", "Next hop not in the");
    }

    @Test
    void embedsEveryFont() throws IOException {
        try (PDDocument document = Loader.loadPDF(octets(SampleReports.misrouted()))) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                addFonts(page.getResources(), fonts);
            }
            assertThat(fonts)
                    .isNotEmpty()
                    .allMatch(PDFont::isEmbedded)
                    .allMatch(font -> font.getName().contains("DejaVu"));
        }
    }

    @Test
    void drawsNoRasterImages() throws IOException {
        try (PDDocument document = Loader.loadPDF(octets(SampleReports.misrouted()))) {
            for (PDPage page : document.getPages()) {
                assertThat(images(page.getResources())).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesTheSameOctetsTwice(CaseReport report) throws IOException {
        assertThat(octets(report)).isEqualTo(octets(report));
    }

    @ParameterizedTest
    @MethodSource("all")
    void numbersEveryPage(CaseReport report) throws IOException {
        byte[] octets = octets(report);
        try (PDDocument document = Loader.loadPDF(octets)) {
            int pages = document.getNumberOfPages();
            String text = new PDFTextStripper().getText(document);
            for (int page = 1; page <= pages; page++) {
                assertThat(text).contains("Page " + page + " of " + pages);
            }
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Espial: " + report.verdict());
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    static List<CaseReport> all() {
        return List.of(
                SampleReports.misrouted(),
                SampleReports.healthy(),
                SampleReports.twoPeers(),
                SampleReports.twoServers(),
                SampleReports.cooked(),
                SampleReports.empty(),
                SampleReports.extreme());
    }

    private static byte[] octets(CaseReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(TOOL).write(report, out);
        return out.toByteArray();
    }

    private static String text(byte[] octets) throws IOException {
        try (PDDocument document = Loader.loadPDF(octets)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static void addFonts(PDResources resources, List<PDFont> fonts) throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                addFonts(form.getResources(), fonts);
            }
        }
    }

    private static int images(PDResources resources) throws IOException {
        int images = 0;
        for (COSName name : resources.getXObjectNames()) {
            PDXObject content = resources.getXObject(name);
            images += content instanceof PDFormXObject form ? images(form.getResources()) : 1;
        }
        return images;
    }
}
