package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text tells below the answer, the page tells too: each line of the one stands in the other. */
class WebPageRunTest {
    /** The page lays these out in another way: what takes commands back stands with each, and its own table has headings. */
    private static final List<String> OTHERWISE = List.of("More: ", "to undo: ", "SPI source", "source > destination");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testdata/misrouted-ikev2",
                "testdata/two-peers/capture.pcap",
                "testdata/rekey-and-fix/capture.pcap",
                "testdata/fixed-ikev2/capture.pcap",
                "testdata/l2tp-ipsec",
                "testdata/cooked"
            })
    void tellsWhatTheTextTells(Path input) throws IOException {
        Path page = folder.resolve("report.html");
        Run run = Run.of("analyze", input, "--gateway", "192.0.2.1", "-o", page);
        String told = text(Files.readString(page));
        String details = run.out().substring(run.out().indexOf("\n\n"));
        assertThat(details.lines()
                        .map(line -> line.strip().replaceFirst("^- ", "").replaceAll("\\s+", " "))
                        .filter(line -> OTHERWISE.stream().noneMatch(line::startsWith))
                        // The page has more rows.
                        .filter(line -> !line.matches("and \\d+ more; the JSON report has all")))
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(told).contains(line));
    }

    private static String text(String page) {
        return page.substring(page.indexOf("<header"))
                .replaceAll("(?s)<(script|button)[^>]*>.*?</\\1>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }
}
