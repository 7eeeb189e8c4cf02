package io.github.espial.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.compare.Comparison;
import io.github.espial.report.SampleComparisons;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfComparisonTest {
    private static final String TOOL = "espial 0.1.0";

    static List<Comparison> all() {
        return SampleComparisons.all();
    }

    @Test
    void saysAllOnOnePageInSelectableText() throws IOException {
        try (PDDocument document = Loader.loadPDF(octets(SampleComparisons.partlyMended()))) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Espial: partly mended · capture-0.pcap and then capture-0.pcap");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("partly mended", "still leaves for 192.0.2.1", "before", "after", TOOL, "Page 1 of 1")
                    .contains("192.0.2.254 (00:1b:21:bb:00:fe), proper", "40 frames", "32 frames")
                    .contains("10.20.0.0/16", "wrong by 192.0.2.1")
                    .contains("ESP for 198.51.100.20 gets no answer (espial explain esp-one-way)")
                    .contains(
                            "gone",
                            "came",
                            "stayed",
                            "error",
                            "leaves for the wrong next hop (espial explain esp-wrong");
        }
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        try (PDDocument document = Loader.loadPDF(octets(SampleComparisons.cannotTell()))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("cannot tell", "What is missing", "AFTER: Capture on the server's outside interface");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesTheSameOctetsTwice(Comparison comparison) throws IOException {
        assertThat(octets(comparison)).isEqualTo(octets(comparison));
    }

    private static byte[] octets(Comparison comparison) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfComparison(TOOL).write(comparison, out);
        return out.toByteArray();
    }
}
