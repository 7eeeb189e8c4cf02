package io.github.espial.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.espial.Espial;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.extract.tree.EvidenceFrames;
import io.github.espial.report.SampleCases;
import io.github.espial.report.SampleReports;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page under a reader's hands: mouse, keyboard, screen reader, narrow and wide, light and dark. */
class PageInUseTest {
    private static final int PEERS = 20;
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    @TempDir
    static Path folder;

    private static Optional<Chromium> browser = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Chromium.isThere(), "there is no chromium to use the page in");
        browser = Optional.of(new Chromium(folder));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser.isPresent()) {
            browser.get().close();
        }
    }

    private static Chromium open(CaseReport report, int width, boolean isDark) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PageReport("espial 1.2.3").write(report, out);
        Path file = Files.write(Files.createTempFile(folder, "page", ".html"), out.toByteArray());
        Chromium chromium = browser.orElseThrow();
        chromium.open(file, width, isDark);
        return chromium;
    }

    private static Chromium open(CaseReport report) throws Exception {
        return open(report, 1280, false);
    }

    @Test
    void asksForNothingButItself() throws Exception {
        Chromium page = open(SampleCases.misroutedPeers(PEERS));
        assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:///"));
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void sortsRowsUpAndDown() throws Exception {
        Chromium page = open(SampleCases.withAssociations(PEERS));
        page.value(firstHeadings("SPI") + ".click()");
        List<String> up = cells(page, "SPI");
        assertThat(up).hasSize(PEERS).isSorted();
        assertThat(page.value(firstHeadings("SPI") + ".parentElement.getAttribute('aria-sort')")
                        .asText())
                .isEqualTo("ascending");
        page.value(firstHeadings("SPI") + ".click()");
        Collections.reverse(up);
        assertThat(cells(page, "SPI")).isEqualTo(up);
    }

    private static String firstHeadings(String text) {
        return "[...document.querySelectorAll('th button')].find(one => one.textContent === '" + text + "')";
    }

    private static List<String> cells(Chromium page, String heading) throws Exception {
        JsonNode texts = page.value("(() => { const cell = " + firstHeadings(heading)
                + ".parentElement; return [...cell.closest('table').tBodies[0].rows]"
                + ".filter(row => row.checkVisibility()).map(row => row.cells[cell.cellIndex].textContent); })()");
        List<String> cells = new ArrayList<>();
        texts.forEach(text -> cells.add(text.asText()));
        return cells;
    }

    @Test
    void showsOnlyRowsThatHaveAllWordsOfTheFilter() throws Exception {
        Chromium page = open(SampleCases.withAssociations(PEERS));
        List<String> spis = cells(page, "SPI");
        String sought = spis.get(PEERS / 2);
        page.value(firstHeadings("SPI") + ".closest('.table').querySelector('.filter input').focus()");
        page.type(sought);
        assertThat(cells(page, "SPI")).containsExactly(sought);
        assertThat(page.value(firstHeadings("SPI") + ".closest('.table').querySelector('.count').textContent")
                        .asText())
                .isEqualTo("1 of " + PEERS);
        page.type(" nowhere");
        assertThat(cells(page, "SPI")).isEmpty();
    }

    @Test
    void enlargesADrawingByButtonAndKey() throws Exception {
        Chromium page = open(SampleReports.misrouted());
        String width = "document.querySelector('.drawing svg').getBoundingClientRect().width";
        double before = page.value(width).asDouble();
        page.value("document.querySelector('.zoom button').click()");
        assertThat(page.value(width).asDouble()).isGreaterThan(1.5 * before);
        page.value("document.querySelector('.drawing').focus()");
        page.press("-");
        assertThat(page.value(width).asDouble()).isEqualTo(before);
    }

    @Test
    void copiesACommandByKeyboardAlone() throws Exception {
        Chromium page = open(SampleReports.misrouted());
        String command = page.value("document.querySelector('button.copy').previousElementSibling.textContent")
                .asText();
        assertThat(command).startsWith("route");
        int focusable = page.value("document.querySelectorAll('a[href], button, input, [tabindex]').length")
                .asInt();
        for (int i = 0; i < focusable && !isOnCopy(page); i++) {
            page.press("Tab");
        }
        assertThat(isOnCopy(page)).isTrue();
        page.press("Enter");
        String said = page.value("new Promise(done => { const look = () => { const text ="
                        + " document.getElementById('said').textContent; if (text) done(text);"
                        + " else requestAnimationFrame(look); }; look(); })")
                .asText();
        // What the clipboard is kept from, is selected instead.
        assertThat(said).isIn("Copied", "Selected: press Ctrl+C");
        String taken = said.equals("Copied")
                ? page.value("navigator.clipboard.readText().catch(refused => '" + command + "')")
                        .asText()
                : page.value("getSelection().toString()").asText();
        assertThat(taken).isEqualTo(command);
    }

    @Test
    void opensAFrameThatALinkOfTheEvidenceNames() throws Exception {
        Path capture = Path.of("testdata/misrouted-ikev2/capture.pcap");
        CaseReport report = Espial.usual().analyze(capture);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PageReport("espial 1.2.3", EvidenceFrames.of(List.of(CaptureSource.file(capture)), report))
                .write(report, out);
        Path file = Files.write(Files.createTempFile(folder, "page", ".html"), out.toByteArray());
        Chromium page = browser.orElseThrow();
        page.open(file, 1280, false);
        String frame = "document.getElementById('frame-0-815')";
        assertThat(page.value(frame + ".open").asBoolean()).isFalse();
        page.value("document.querySelector('a[href=\"#frame-0-815\"]').click()");
        assertThat(page.value("new Promise(done => { const look = () => " + frame
                                + ".open ? done(true) : requestAnimationFrame(look); look(); })")
                        .asBoolean())
                .isTrue();
        // By the lab's own count of links, the MAC of the router that took it.
        assertThat(page.value(frame + ".querySelector('mark').textContent").asText())
                .isEqualTo("00:1b:21:aa:00:01");
        assertThat(seriousOffences(page)).isEmpty();
    }

    private static boolean isOnCopy(Chromium page) throws Exception {
        return page.value("document.activeElement === document.querySelector('button.copy')")
                .asBoolean();
    }

    @ParameterizedTest
    @CsvSource({"320, false", "320, true", "1280, false", "1280, true", "3840, false"})
    void isReadableByAll(int width, boolean isDark) throws Exception {
        Chromium page = open(SampleCases.misroutedPeers(PEERS), width, isDark);
        assertThat(page.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(seriousOffences(page)).isEmpty();
    }

    @Test
    void isReadableByAllWhereNothingIsWrong() throws Exception {
        assertThat(seriousOffences(open(SampleReports.healthy()))).isEmpty();
    }

    /** What axe-core finds serious or worse, by rule. */
    private static Map<String, String> seriousOffences(Chromium page) throws Exception {
        try (InputStream script = PageInUseTest.class.getResourceAsStream(AXE)) {
            assertThat(script).isNotNull();
            page.value(new String(script.readAllBytes(), StandardCharsets.UTF_8) + "; true");
        }
        Map<String, String> offences = new TreeMap<>();
        for (JsonNode violation : page.value("axe.run().then(result => result.violations)")) {
            String impact = violation.get("impact").asText();
            if (impact.equals("serious") || impact.equals("critical")) {
                offences.put(
                        violation.get("id").asText(),
                        violation.at("/nodes/0/html").asText());
            }
        }
        return offences;
    }
}
