package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code espial batch}, as a user meets it. */
class BatchCommandTest {
    private static final int PCAP_HEADER = 24;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private Path tickets = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void makeTickets() throws IOException {
        tickets = Files.createDirectories(folder.resolve("tickets"));
        out = folder.resolve("reports");
        put("4711 Oslo is dead/eth0.pcap", Run.MISROUTED);
        put("4712.pcap", Run.FIXED);
    }

    private Path put(String name, Path capture) throws IOException {
        Path file = tickets.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.copy(capture, file);
    }

    private Path put(String name, String text) throws IOException {
        Path file = tickets.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Run batch(Object... options) {
        Object[] arguments = new Object[options.length + 4];
        arguments[0] = "batch";
        arguments[1] = tickets;
        arguments[2] = "-o";
        arguments[3] = out;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Run.of(arguments);
    }

    /** The lines of {@code index.jsonl} by case. */
    private Map<String, JsonNode> index() throws IOException {
        Map<String, JsonNode> rows = new HashMap<>();
        for (String line : Files.readAllLines(out.resolve("index.jsonl"))) {
            JsonNode row = JSON.readTree(line);
            rows.put(row.get("case").asText(), row);
        }
        return rows;
    }

    private JsonNode row(String name) throws IOException {
        return Objects.requireNonNull(index().get(name), name);
    }

    @Test
    void writesReportsAndAnIndex() throws IOException {
        Run run = batch();

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out())
                .containsSubsequence(
                        "misrouted     4711 Oslo is dead  esp-wrong-next-hop", "2 cases: 1 healthy, 1 misrouted");
        assertThat(row("4711 Oslo is dead").get("ticket").asText()).isEqualTo("4711");
        assertThat(row("4711 Oslo is dead").get("title").asText()).isEqualTo("Oslo is dead");
        assertThat(row("4712").get("verdict").asText()).isEqualTo("healthy");
        assertThat(out).isDirectoryContaining("glob:**/index.{html,csv,jsonl,sqlite}");
        for (String name : List.of("index.html", "index.csv", "index.jsonl", "index.sqlite")) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
    }

    @Test
    void reportsAreThoseOfAnalyze() throws IOException {
        batch("--reports", "json,txt,pdf,png");

        Path reports = out.resolve("cases/4711 Oslo is dead");
        JsonNode analyzed = Run.of("analyze", "-f", "json", Run.MISROUTED).json();
        JsonNode report = JSON.readTree(reports.resolve("report.json").toFile());
        for (String member : List.of("verdict", "conclusion", "servers", "peers", "securityAssociations", "findings")) {
            assertThat(report.get(member)).as(member).isEqualTo(analyzed.get(member));
        }
        assertThat(reports.resolve("report.txt")).content().startsWith("MISROUTED  broken: ESP for 198.51.100.20");
        assertThat(reports.resolve("report.pdf"))
                .content(StandardCharsets.ISO_8859_1)
                .startsWith("%PDF");
        assertThat(reports.resolve("report.png")).isNotEmptyFile();
    }

    @Test
    void scansNoLargeCaptureAgainWhenOnlyAFileBesideItIsNew() throws IOException {
        Path capture = tickets.resolve("4711 Oslo is dead/eth0.pcap");
        byte[] octets = Files.readAllBytes(capture);
        while (Files.size(capture) < 1 << 20) {
            Files.write(capture, Arrays.copyOfRange(octets, PCAP_HEADER, octets.length), StandardOpenOption.APPEND);
        }
        batch();
        Path scans = out.resolve("cases/4711 Oslo is dead/scans");
        assertThat(scans).isDirectoryContaining("glob:**/*.scan");

        put("4711 Oslo is dead/xfrm-policy.txt", Run.MISROUTED.resolveSibling("xfrm-policy.txt"));
        batch();

        JsonNode report =
                JSON.readTree(out.resolve("cases/4711 Oslo is dead/report.json").toFile());
        JsonNode fresh = Run.of("analyze", "-f", "json", tickets.resolve("4711 Oslo is dead"))
                .json();
        assertThat(report.get("findings")).isEqualTo(fresh.get("findings"));
        assertThat(report.at("/findings/0/innerDestinations")).hasSize(2);
        try (Stream<Path> kept = Files.list(scans)) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void diagnosesOnlyWhatIsNew() throws IOException {
        batch();
        put("4713.pcap", Path.of("testdata/no-ipsec/capture.pcap"));

        assertThat(batch().out()).contains("no-ipsec", "2 unchanged").doesNotContain("4711 Oslo is dead  ");
        assertThat(batch().out()).contains("3 unchanged").doesNotContain("4713  ");
        assertThat(batch("--force").out()).contains("4711 Oslo is dead  ").doesNotContain("unchanged");
        assertThat(batch("--gateway", "192.0.2.1").out())
                .contains("4711 Oslo is dead  ")
                .doesNotContain("unchanged");
    }

    @Test
    void seesWhatHasChanged() throws IOException {
        batch();
        Files.copy(Run.FIXED, tickets.resolve("4711 Oslo is dead/eth0.pcap"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(batch().out()).contains("healthy       4711 Oslo is dead", "1 unchanged");

        Files.delete(out.resolve("cases/4712/report.txt"));
        assertThat(batch().out()).contains("healthy       4712", "1 unchanged");
        assertThat(out.resolve("cases/4712/report.txt")).exists();
    }

    @Test
    void aCaseThatIsGoneLeavesTheIndex() throws IOException {
        batch();
        Files.delete(tickets.resolve("4712.pcap"));
        assertThat(batch().out()).contains("1 case: 1 misrouted; 1 unchanged");
        assertThat(index()).containsOnlyKeys("4711 Oslo is dead");
    }

    @Test
    void brokenCasesStopNothing() throws IOException {
        put("5001/trace.cap", "The customer could not make one.");
        put("5002.pcap", "Nor this one.");
        Files.createDirectories(tickets.resolve("5003"));
        put("5004.zip", "PK but no archive");
        put("notes.txt", "Call them back.");

        Run run = batch();

        assertThat(run.status()).isEqualTo(ExitStatus.UNREADABLE);
        assertThat(run.err().lines())
                .hasSize(5)
                .allMatch(line -> line.startsWith("espial: "))
                .anyMatch(line -> line.contains("5001/trace.cap: not a capture"))
                .anyMatch(line -> line.contains("5002.pcap: not a capture"))
                .anyMatch(line -> line.contains("5003: the folder is empty"))
                .anyMatch(line -> line.contains("5004.zip: neither a ZIP"))
                .anyMatch(line -> line.contains("passed over notes.txt"));
        assertThat(index()).hasSize(6);
        assertThat(row("5003").get("failure").asText()).isEqualTo("unreadable");
        assertThat(row("4712").get("verdict").asText()).isEqualTo("healthy");
        Run again = batch();
        assertThat(again.out()).contains("6 unchanged");
        assertThat(again.err().lines())
                .as("failed cases are named each time")
                .containsExactlyInAnyOrderElementsOf(run.err().lines().toList());
    }

    @Test
    void failsOnWhatIsNewOnly() throws IOException {
        assertThat(batch("--fail-on", "new").status())
                .as("of a first run all is new")
                .isEqualTo(ExitStatus.FINDINGS);
        assertThat(batch().status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(batch("--fail-on", "new").status()).isEqualTo(ExitStatus.CLEAN);

        put("4713.pcap", "The customer could not make one.");
        assertThat(batch("--fail-on", "new").status()).isEqualTo(ExitStatus.UNREADABLE);
        assertThat(batch("--fail-on", "new").status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(batch().status()).isEqualTo(ExitStatus.UNREADABLE);

        put("4714.pcap", Path.of("testdata/nat-t/capture.pcap"));
        assertThat(batch("--fail-on", "new").status()).isEqualTo(ExitStatus.FINDINGS);
    }

    /** The same finding of a case that is diagnosed anew is not new; one of another peer is. */
    @Test
    void takesForNewWhatTheSameCaseDidNotHave() throws IOException {
        batch();
        assertThat(batch("--fail-on", "new", "--force").status()).isEqualTo(ExitStatus.CLEAN);
        Files.copy(
                Path.of("testdata/two-peers/capture.pcap"),
                tickets.resolve("4712.pcap"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(batch("--fail-on", "new").status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(batch("--fail-on", "new", "--fail-on", "warning").status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void sumsUpForAChat() throws IOException {
        put("4713.pcap", "The customer could not make one.");
        Path summary = folder.resolve("summary.txt");
        batch("-o", summary);
        assertThat(Files.readString(summary))
                .matches(
                        "(?s)3 cases: 1 failed, 1 healthy, 1 misrouted\nRun of \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC\n\n"
                                + "Errors \\(there is no earlier run\\) \\(1\\):\n- 4711 Oslo is dead: misrouted: ESP for 198.51.100.20.*")
                .contains("\n\nFailed (1):\n- 4713: ", "not a capture", " (new)\n");
        put("4714 Bergen.pcap", Path.of("testdata/nat-t/capture.pcap"));
        batch("-o", summary);
        assertThat(Files.readString(summary))
                .contains("; the run before ended at ", "\n\nNew since the last run (1):\n- 4714 Bergen: misrouted: ")
                .doesNotContain("- 4711", "(new)\n");
        batch("-o", summary);
        assertThat(Files.readString(summary))
                .contains("\n\nFailed (1):\n- 4713: ")
                .doesNotContain("New since", "(new)");
    }

    /** What the page says is new is what --fail-on new counts. */
    @Test
    void thePageSaysWhatIsNewSinceTheLastRun() throws IOException {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        batch();
        JsonNode first = run();
        assertThat(first.get("before").asText()).isEmpty();
        assertThat(first.get("news")).isEmpty();
        Instant at =
                Instant.parse(first.get("at").asText().replace(" UTC", ":00Z").replace(' ', 'T'));
        assertThat(at).isBetween(before, Instant.now());

        put("4713.pcap", "The customer could not make one.");
        Files.copy(
                Path.of("testdata/two-peers/capture.pcap"),
                tickets.resolve("4712.pcap"),
                StandardCopyOption.REPLACE_EXISTING);
        batch();
        JsonNode second = run();
        assertThat(second.get("before").asText()).isNotEmpty();
        assertThat(second.get("news").fieldNames()).toIterable().containsExactlyInAnyOrder("4712", "4713");
        assertThat(second.at("/news/4712/0").asText()).isEqualTo("esp-wrong-next-hop");
        assertThat(second.at("/news/4713/0").asText()).isEqualTo("failed");

        batch();
        assertThat(run().get("news")).isEmpty();
    }

    /** What the page of the index holds of its run. */
    private JsonNode run() throws IOException {
        String page = Files.readString(out.resolve("index.html"));
        String begin = "<script type=\"application/json\" id=\"run\">";
        int from = page.indexOf(begin) + begin.length();
        return JSON.readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    @Test
    void namesAFailedCaseByItsTicket() throws IOException {
        put("5001/trace.cap", "The customer could not make one.");
        put("5001/ticket.yaml", "id: A-17\ncustomer: Example Ltd\n");
        assertThat(batch().err()).contains("espial: ticket A-17: 5001: no capture in it");
        assertThat(row("5001").get("ticket").asText()).isEqualTo("A-17");
        assertThat(row("5001").get("customer").asText()).isEqualTo("Example Ltd");
        assertThat(row("5001").get("failure").asText()).isEqualTo("unreadable");
    }

    @Test
    void tellsOnlyOfWhatIsAskedFor() throws IOException {
        Run all = batch("-f", "json");
        assertThat(all.out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).isIn(Files.readAllLines(out.resolve("index.jsonl"))));

        assertThat(batch("-f", "json").out()).isEmpty();
        assertThat(batch("-f", "json", "--all").out().lines())
                .containsExactlyInAnyOrderElementsOf(all.out().lines().toList());
        assertThat(batch("-f", "json", "--all", "--only", "esp-one-way").out().lines())
                .hasSize(1)
                .allMatch(line -> line.contains("4711"));
        assertThat(batch("--only", "path-mtu").status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(batch("--only", "esp-one-way").status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(batch("--only", "esp-one-way", "--fail-on", "warning").status())
                .isEqualTo(ExitStatus.FINDINGS);
        assertThat(batch("-q").out()).isEmpty();
    }

    @Test
    void theTicketStates() throws IOException {
        put("4711 Oslo is dead/ticket.yaml", """
                id: A-17
                customer: Example Ltd
                nextHops: { 198.51.100.20: 192.0.2.1 }
                color: red
                """);
        batch();
        JsonNode row = row("4711 Oslo is dead");
        assertThat(row.get("verdict").asText()).isEqualTo("healthy");
        assertThat(row.get("ticket").asText()).isEqualTo("A-17");
        assertThat(row.get("customer").asText()).isEqualTo("Example Ltd");
        assertThat(row.get("remarks").get(0).asText())
                .isEqualTo("4711 Oslo is dead/ticket.yaml: line 4: unknown member color; there are id, title,"
                        + " customer, server, gateway, nextHops, keys, notes");
    }

    @Test
    void showsProgress() {
        assertThat(batch("--progress", "always").err())
                .contains("batch")
                .contains("MiB")
                .contains("/2 ");
    }

    @Test
    void outputsThatCannotBeWrittenStopNothing() throws IOException {
        Files.createDirectories(out.resolve("index.html/taken"));
        Files.createDirectories(out.resolve("cases/4712/report.json/taken"));

        Run run = batch();

        assertThat(run.status()).isEqualTo(ExitStatus.UNREADABLE);
        assertThat(run.err().lines())
                .allMatch(line -> line.startsWith("espial: "))
                .anyMatch(line -> line.contains("index.html: cannot be written"))
                .anyMatch(line -> line.contains("report.json: cannot be written"));
        assertThat(row("4712").get("failure").asText()).isEqualTo("output");
        assertThat(row("4711 Oslo is dead").get("verdict").asText()).isEqualTo("misrouted");

        Files.delete(out.resolve("cases/4712/report.json/taken"));
        Files.delete(out.resolve("cases/4712/report.json"));
        Files.delete(out.resolve("index.html/taken"));
        Files.delete(out.resolve("index.html"));
        assertThat(batch().status()).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    void refusesWrongCommandLines() throws IOException {
        Run.of("batch", tickets).assertFailed(ExitStatus.USAGE, "-o OUT");
        Run.of("batch", "-o", out).assertFailed(ExitStatus.USAGE, "batch takes one folder");
        batch("--reports", "json,docx").assertFailed(ExitStatus.USAGE, "--reports json,docx", "pdf");
        batch("--fail-on", "info").assertFailed(ExitStatus.USAGE, "--fail-on info");
        batch("--only", "no-such").assertFailed(ExitStatus.USAGE, "--only no-such");
        batch("--max-time", "soon").assertFailed(ExitStatus.USAGE, "--max-time soon");
        batch("--memory", "900T").assertFailed(ExitStatus.USAGE, "--memory", "ESPIAL_OPTS");
        Run.of("batch", tickets, "-o", tickets).assertFailed(ExitStatus.USAGE, "elsewhere");
        Run.of("batch", tickets.resolve("4712.pcap"), "-o", out).assertFailed(ExitStatus.UNREADABLE, "not a folder");
        Run.of("batch", tickets.resolve("none"), "-o", out).assertFailed(ExitStatus.UNREADABLE, "no such folder");
        Path file = Files.writeString(folder.resolve("file"), "");
        Run.of("batch", tickets, "-o", file).assertFailed(ExitStatus.UNREADABLE, "it is no folder");
        assertThat(out).doesNotExist();
    }

    @Test
    void theReportsMayLieAmongTheCases() throws IOException {
        out = tickets.resolve("reports");
        batch();
        assertThat(batch().out()).contains("2 cases", "2 unchanged");
    }

    @Test
    void anEmptyFolderIsNoError() throws IOException {
        tickets = Files.createDirectories(folder.resolve("empty"));
        Run run = batch();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.out()).startsWith("0 cases");
    }
}
