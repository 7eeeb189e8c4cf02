package io.github.espial.batch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.diagnose.Severity;
import io.github.espial.report.page.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code index.html} in a browser, narrow and wide. */
class IndexInUseTest {
    private static final int CASES = 500;
    private static final String CONCLUSION = "ESP for 198.51.100.20 leaves for the default gateway 192.0.2.1"
            + " (00:1b:21:aa:00:01), though its proper next hop is 192.0.2.254 (00:1b:21:bb:00:fe); rightly routed:"
            + " 203.0.113.30 via 192.0.2.1 (00:1b:21:aa:00:01)";

    @TempDir
    static Path folder;

    private static final String OPENED = "The page of a case";

    private static Optional<Chromium> browser = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Chromium.isThere(), "there is no chromium to use the index in");
        browser = Optional.of(new Chromium(folder));
        List<CaseRow> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String id = "case-" + i;
            rows.add(new CaseRow(
                    new CaseName(id, Integer.toString(40_000 + i), "Oslo is dead again", "Example, Ltd", "asked twice"),
                    new Diagnosed(
                            "undetermined",
                            CONCLUSION,
                            new Diagnosed.Extent(1, 10, 1_000, "2026-11-02T13:00:00Z", "2026-11-02T13:01:00Z"),
                            new Diagnosed.Parties(
                                    List.of("192.0.2.10"),
                                    List.of("198.51.100.20", "203.0.113.30"),
                                    List.of("192.0.2.1")),
                            List.of(new Found("next-hops-unclear", Severity.WARNING, "two MACs", "198.51.100.20", ""))),
                    List.of(),
                    List.of(
                            "cases/" + id + "/report.html",
                            "cases/" + id + "/report.json",
                            "cases/" + id + "/report.txt")));
        }
        Path page = folder.resolve("cases/case-0/report.html");
        Files.createDirectories(Objects.requireNonNull(page.getParent()));
        Files.writeString(page, "<!DOCTYPE html><title>" + OPENED + "</title>");
        new HtmlPage(NOTE).write(rows, folder.resolve("index.html"));
    }

    private static final RunNote NOTE = new RunNote(
            "2026-11-30 02:00 UTC", "2026-11-29 02:00 UTC", true, Map.of("case-1", List.of("next-hops-unclear")));

    @AfterAll
    static void stop() {
        browser.ifPresent(Chromium::close);
    }

    private static Chromium open(int width) throws Exception {
        Chromium chromium = browser.orElseThrow();
        chromium.open(folder.resolve("index.html"), width, false);
        return chromium;
    }

    @Test
    void cutsNothingInAWideWindow() throws Exception {
        Chromium page = open(1400);
        assertThat(page.value("[...document.querySelectorAll('.row > *')].filter(cell =>"
                                + " cell.scrollWidth > cell.clientWidth || cell.scrollHeight > cell.clientHeight)"
                                + ".map(cell => cell.textContent).join('; ')")
                        .asText())
                .isEmpty();
        assertThat(page.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 800, 1400})
    void needsNoScrollingSideways(int width) throws Exception {
        Chromium page = open(width);
        assertThat(page.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(page.value("document.getElementById('table').scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(page.value("document.querySelector('.row .conclusion').textContent")
                        .asText())
                .isEqualTo(CONCLUSION);
    }

    @Test
    void opensThePageOfACaseByItsTitle() throws Exception {
        assertThat(open(1400)
                        .value("document.querySelector('.row .title a').getAttribute('href')")
                        .asText())
                .isEqualTo("cases/case-0/report.html");
    }

    @Test
    void findsANoteAndShowsIt() throws Exception {
        Chromium page = open(1400);
        page.value("document.getElementById('search').focus()");
        page.type("40123 asked");
        assertThat(page.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
                                + " done(document.querySelectorAll('.row').length))))")
                        .asInt())
                .isEqualTo(1);
        assertThat(page.value("document.querySelector('.row .findings').textContent")
                        .asText())
                .contains("next-hops-unclear", "asked twice");
    }

    @Test
    void saysWhichRunItIsOfAndShowsWhatIsNew() throws Exception {
        Chromium page = open(1400);
        assertThat(page.value("document.getElementById('ran').textContent").asText())
                .isEqualTo(
                        "Run of 2026-11-30 02:00 UTC; 1 with something new since the run that ended at 2026-11-29 02:00 UTC");
        page.value(
                "[...document.querySelectorAll('#verdicts button')].find(one => one.textContent === 'new 1').click()");
        assertThat(page.value("[...document.querySelectorAll('.row .findings')].map(cell => cell.textContent).join()")
                        .asText())
                .startsWith("new: next-hops-unclear");
        assertThat(page.value("document.querySelectorAll('.row').length").asInt())
                .isEqualTo(1);
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void opensThePageOfACaseByItsRow() throws Exception {
        Chromium page = open(1400);
        page.follow("document.querySelector('.row .conclusion').click()");
        assertThat(page.value("location.pathname").asText()).endsWith("/cases/case-0/report.html");
    }
}
