package io.github.espial.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.compare.Comparison;
import io.github.espial.context.Platform;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.SampleCases;
import io.github.espial.report.SampleComparisons;
import io.github.espial.report.sheet.Picture;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.Summary;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextComparison;
import io.github.espial.report.text.TextReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** One case as a text, as a PDF, and as a picture; and two of them compared. */
class OneWordingTest {
    private static final String TOOL = "espial 0.1.0";

    private static final String[] SAID_OF_A_FINDING = {
        "error: ESP for 198.51.100.20 leaves for the wrong next hop",
        "went to 192.0.2.1 (00:1b:21:aa:00:01)",
        "should go to 192.0.2.254 (00:1b:21:bb:00:fe)",
        "confidence 98.7 %",
        "SPI 0xcd1d3508",
        "frames 39",
        "when 2026-10-31T12:00:00.100123Z to 2026-10-31T12:00:09.000000Z, still going on",
        "Evidence (log-odds, which add up to the confidence)",
        "39 frames of ESP were handed to the gateway (frames 21 ... 940 of capture.pcap)",
        "esp.spi == 0xcd1d3508",
        "strong +4.0 IKE to 198.51.100.20 goes to 192.0.2.254",
        "contradicts -1.3 no answer from 198.51.100.20 arrives (frame 21 of capture.pcap)",
        "Remedy windows outlasts a restart route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254",
        "to undo: route delete 10.20.0.0 mask 255.255.0.0 192.0.2.254",
        "any a routed tunnel interface needs no such route",
        "More: espial explain esp-wrong-next-hop",
        "capture.pcap: pcap, 1019 frames, 3 malformed 2026-10-31T12:00:00.000000Z to",
        "12:00:10.000000Z (10 s)"
    };

    private static final String[] SAID_IN_TABLES = {
        "Security associations SPI source > destination direction frames handed to",
        "ESP 0xcd1d3508 192.0.2.10 > 198.51.100.20 outbound 39 00:1b:21:aa:00:01"
    };

    private static final String[] SAID_OF_TWO_CASES = {
        "ESP for 198.51.100.20 still leaves for 192.0.2.1 (00:1b:21:aa:00:01) in 1 of 2 SAs (20 of 32 frames)",
        "198.51.100.20: partly mended before after next hop 192.0.2.1 (00:1b:21:aa:00:01), wrong",
        "sent 40 frames 32 frames received none 12 frames",
        "10.20.0.0/16 wrong by 192.0.2.1 undetermined",
        "gone warning ESP for 198.51.100.20 gets no answer (espial explain esp-one-way)",
        "stayed error ESP for 198.51.100.20 leaves for the wrong next hop (espial explain esp-wrong-next-hop)",
        "before capture-0.pcap: 58 frames, misrouted",
        "after capture-0.pcap: 62 frames, misrouted"
    };

    private static CaseReport report() {
        CaseReport misrouted = SampleCases.misrouted();
        Finding finding = misrouted
                .findings()
                .get(0)
                .mendedBy(List.of(
                        new Fix(
                                Platform.WINDOWS,
                                "route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254",
                                "outlasts a restart",
                                "route delete 10.20.0.0 mask 255.255.0.0 192.0.2.254"),
                        new Fix(Platform.ANY, "", "a routed tunnel interface needs no such route")));
        return new CaseReport(
                misrouted.judgment(), misrouted.inputs().captures(), misrouted.topology(), List.of(finding));
    }

    @Test
    void saysTheSameInEveryFormat() throws IOException {
        assertThat(oneLine(new String(octets(new TextReport(Palette.plain())), StandardCharsets.UTF_8)))
                .contains(SAID_OF_A_FINDING)
                .contains(SAID_IN_TABLES);
        assertThat(pdf()).contains(SAID_OF_A_FINDING).contains(SAID_IN_TABLES);
        assertThat(picture()).contains(SAID_OF_A_FINDING);
    }

    @Test
    void comparesInTheSameWordsInEveryFormat() throws IOException {
        Comparison comparison = SampleComparisons.partlyMended();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new TextComparison(Palette.plain()).write(comparison, text);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfComparison(TOOL).write(comparison, pdf);
        assertThat(oneLine(text.toString(StandardCharsets.UTF_8))).contains(SAID_OF_TWO_CASES);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(text(document)).contains(SAID_OF_TWO_CASES);
        }
    }

    private static String pdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(octets(new PdfReport(TOOL)))) {
            return text(document);
        }
    }

    /** The text of the picture, which a page of its size carries here instead of pixels. */
    private static String picture() throws IOException {
        Typefaces fonts = Typefaces.load();
        try (PDDocument document = new PDDocument();
                SheetPrinter printer = new SheetPrinter(document, fonts)) {
            printer.print(Picture.of(Summary.blocks(report(), TOOL, fonts), 30, 620));
            return text(document);
        }
    }

    private static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return oneLine(stripper.getText(document));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static byte[] octets(ReportWriter writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report(), out);
        return out.toByteArray();
    }
}
