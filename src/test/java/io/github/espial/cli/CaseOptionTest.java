package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseOptionTest {
    @TempDir
    Path folder;

    @Test
    void putsTheNumberOfTheCaseAndItsDayOnWhatIsHandedOn() throws IOException {
        Path json = folder.resolve("x.json");
        Path html = folder.resolve("x.html");
        Path pdf = folder.resolve("x.pdf");
        Path capture = Run.MISROUTED.toAbsolutePath();
        Run run = Run.of("analyze", capture, "--case", "A<4711", "-o", json, "-o", html, "-o", pdf);
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);

        assertThat(Files.readString(json)).contains("\"case\": \"A<4711\"");
        String first = firstPage(pdf);
        assertThat(first).contains("case A<4711 · 2026-11-23 · capture.pcap", "espial compare capture.pcap AFTER");
        String page = Files.readString(html, StandardCharsets.UTF_8);
        assertThat(page).contains("case A&lt;4711 · 2026-11-23 · capture.pcap");
        String local = String.valueOf(capture.getParent());
        assertThat(first).as("names no folder of this machine").doesNotContain(local);
        assertThat(page).as("names no folder of this machine").doesNotContain(local);
        assertThat(run.out()).as("what is typed here works here").contains("espial compare " + capture + " AFTER");
    }

    @Test
    void aTicketTellsItsNumber() throws IOException {
        Path ticket = Files.createDirectories(folder.resolve("tickets/4711 Oslo is dead"));
        Files.copy(Run.MISROUTED, ticket.resolve("eth0.pcap"));
        Run.of("batch", folder.resolve("tickets"), "-o", folder.resolve("out"), "--reports", "json,pdf");
        Path reports = folder.resolve("out/cases/4711 Oslo is dead");
        assertThat(Files.readString(reports.resolve("report.json"))).contains("\"case\": \"4711 Oslo is dead\"");
        assertThat(firstPage(reports.resolve("report.pdf")))
                .contains("case 4711 Oslo is dead · 2026-11-23 · eth0.pcap");
    }

    private static String firstPage(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            return stripper.getText(document);
        }
    }
}
