package io.github.espial.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleCases;
import io.github.espial.report.SampleReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page in Chromium, where there is one: its script runs, its policy lets it, and the browser complains of nothing. */
class PageInBrowserTest {
    private static final String BROWSER = "chromium";
    private static final long SECONDS = 120;

    @TempDir
    Path folder;

    /** What a browser made of a page: the document after its script ran, and what it complained of. */
    private record Shown(String document, List<String> complaints) {}

    static Stream<CaseReport> reports() {
        return Stream.of(
                SampleReports.misrouted(),
                SampleCases.misroutedPeers(20),
                SampleCases.says("<script>alert(1)</script>\"'&\u001b\u202e"),
                SampleCases.withAssociations(10_000));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void runsItsScriptAndBreaksNoRule(CaseReport report) throws Exception {
        Shown shown = show(page(report));
        assertThat(shown.complaints()).isEmpty();
        // Hidden until the script ran.
        assertThat(shown.document())
                .contains("class=\"zoom\"")
                .doesNotContainPattern("<button[^>]*class=\"copy\"[^>]*hidden");
    }

    @Test
    void makesHeadingsButtonsToSortBy() throws Exception {
        assertThat(show(page(SampleCases.misrouted())).document())
                .containsPattern("<th scope=\"col\"[^>]*><button type=\"button\">SPI</button></th>");
    }

    /** The browser would complain, so silence means something. */
    @Test
    void wouldSayWhereAStyleIsRefused() throws Exception {
        String page = page(SampleReports.misrouted()).replace("<body>", "<body style=\"color: red\">");
        assertThat(show(page).complaints()).isNotEmpty();
    }

    private Shown show(String page) throws Exception {
        assumeTrue(isThere(), "there is no " + BROWSER + " to show the page");
        Path file = Files.writeString(folder.resolve("page.html"), page);
        Path document = folder.resolve("document");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        BROWSER,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--v=0",
                        "--dump-dom",
                        file.toUri().toString())
                .redirectOutput(document.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Shown(
                Files.readString(document),
                Files.readString(log, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }

    private static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(BROWSER)));
    }

    private static String page(CaseReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PageReport("espial 1.2.3").write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
