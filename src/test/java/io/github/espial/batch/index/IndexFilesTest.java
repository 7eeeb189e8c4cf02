package io.github.espial.batch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.espial.diagnose.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of an index over cases whose names and texts were written by strangers. */
class IndexFilesTest {
    private static final String EVIL = "</script><script>alert(1)</script><!-- \" ' \u2028 =1+1";

    private static final List<CaseRow> ROWS = List.of(
            misrouted("4711", "Oslo is dead", "2026-10-31T12:00:00Z", "198.51.100.20"),
            misrouted("4712", EVIL, "2026-11-01T12:00:00Z", "198.51.100.20"),
            misrouted("4713", "=HYPERLINK(\"http://192.0.2.1\")", "2026-11-02T12:00:00Z", "203.0.113.30"),
            new CaseRow(
                    new CaseName("4714", "4714", "@healthy", "", ""),
                    new Diagnosed(
                            "healthy",
                            "all outbound IPsec traffic takes its proper next hop",
                            new Diagnosed.Extent(1, 10, 1_000, "2026-11-02T13:00:00Z", "2026-11-02T13:01:00Z"),
                            new Diagnosed.Parties(
                                    List.of("192.0.2.10"), List.of("198.51.100.20"), List.of("192.0.2.1")),
                            List.of(new Found("esp-rekeyed", Severity.INFO, "a new SA", "198.51.100.20", ""))),
                    List.of("a remark"),
                    List.of("cases/4714/report.json")),
            new CaseRow(
                    new CaseName("4715", "4715", "-1", "", ""),
                    new Failed(Failed.Kind.UNREADABLE, "4715: the folder is empty"),
                    List.of(),
                    List.of()));

    @TempDir
    private Path folder = Path.of("");

    private static CaseRow misrouted(String id, String title, String first, String partner) {
        return new CaseRow(
                new CaseName(id, id, title, "Example, Ltd", "two\twords"),
                new Diagnosed(
                        "misrouted",
                        "ESP leaves for the default gateway",
                        new Diagnosed.Extent(2, 1_019, 103_133, first, first),
                        new Diagnosed.Parties(List.of("192.0.2.10"), List.of(partner), List.of("192.0.2.1")),
                        List.of(
                                new Found("esp-wrong-next-hop", Severity.ERROR, "wrong", partner, "192.0.2.1"),
                                new Found("esp-one-way", Severity.WARNING, "no answer", partner, ""))),
                List.of(),
                List.of("cases/" + id + "/report.json", "cases/" + id + "/report.txt"));
    }

    private Path write(IndexFile index) throws IOException {
        Path file = folder.resolve(index.name());
        index.write(ROWS, file);
        return file;
    }

    @Test
    void rowsAreReadAsTheyWereWritten() throws IOException {
        for (CaseRow row : ROWS) {
            try (JsonParser json = new JsonFactory().createParser(RowWriter.line(row))) {
                json.nextToken();
                assertThat(RowReader.read(json)).isEqualTo(row);
            }
        }
    }

    @Test
    void aRowWithASeverityThatIsNoneIsNoRow() throws IOException {
        String line = RowWriter.line(ROWS.get(0)).replace("\"severity\":\"warning\"", "\"severity\":\"dire\"");
        try (JsonParser json = new JsonFactory().createParser(line)) {
            json.nextToken();
            assertThatThrownBy(() -> RowReader.read(json))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("dire");
        }
    }

    @Test
    void jsonLinesAreOneObjectEach() throws IOException {
        List<String> lines = Files.readAllLines(write(new JsonLines()));
        assertThat(lines).hasSize(ROWS.size());
        JsonNode row = new ObjectMapper().readTree(lines.get(1));
        assertThat(row.get("schema").asText()).isEqualTo("espial/batch/1");
        assertThat(row.get("title").asText()).isEqualTo(EVIL);
        assertThat(row.at("/findings/0/gateway").asText()).isEqualTo("192.0.2.1");
        assertThat(new ObjectMapper().readTree(lines.get(4)).get("reason").asText())
                .isEqualTo("4715: the folder is empty");
    }

    @Test
    void spreadsheetsFindNoFormula() throws IOException {
        try (CSVParser table = CSVParser.parse(
                write(new CsvTable()),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            List<CSVRecord> records = table.getRecords();
            assertThat(records).hasSize(ROWS.size());
            for (CSVRecord row : records) {
                assertThat(row.stream()).noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n].*"));
            }
            assertThat(records.get(2).get("title")).isEqualTo("'=HYPERLINK(\"http://192.0.2.1\")");
            assertThat(records.get(3).get("title")).isEqualTo("'@healthy");
            assertThat(records.get(4).get("title")).isEqualTo("'-1");
            assertThat(records.get(0).get("customer")).isEqualTo("Example, Ltd");
            assertThat(records.get(0).get("findings")).isEqualTo("esp-wrong-next-hop esp-one-way");
            assertThat(records.get(0).get("errors")).isEqualTo("1");
            assertThat(records.get(4).get("failure")).isEqualTo("unreadable");
        }
    }

    @Test
    void thePageRunsItsOwnScriptOnly() throws Exception {
        String page = Files.readString(write(new HtmlPage(RunNote.NONE)));

        Matcher script =
                Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
        assertThat(script.results().count()).isEqualTo(1);
        script.reset();
        assertThat(script.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page)
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .contains("default-src 'none'")
                .doesNotContain("alert(1)</script>")
                .doesNotContain("innerHTML", "src=", "@import", "url(");
    }

    @Test
    void thePageHoldsEveryRow() throws IOException {
        String page = Files.readString(write(new HtmlPage(RunNote.NONE)));
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(data.find()).isTrue();
        JsonNode rows = new ObjectMapper().readTree(data.group(1));
        assertThat(rows).hasSize(ROWS.size());
        assertThat(rows.get(1).get(2).asText()).isEqualTo(EVIL);
        assertThat(rows.get(4).get(6).asText()).isEqualTo("4715: the folder is empty");
    }

    /** As a reader's browser shows it, where there is one: what was written by strangers is text, and nothing runs. */
    @Test
    void aBrowserShowsTheCases() throws Exception {
        Path output = folder.resolve("page.txt");
        Process browser;
        try {
            browser = new ProcessBuilder(
                            "chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--user-data-dir=" + folder.resolve("browser"),
                            "--dump-dom",
                            write(new HtmlPage(RunNote.NONE)).toUri().toString())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            abort("no Chromium here: " + e.getMessage());
            return;
        }
        assumeTrue(browser.waitFor() == 0, "Chromium does not start here");
        String shown = Files.readString(output);
        assertThat(shown)
                .contains("5 cases</span>")
                .contains("misrouted 3</button>", "healthy 1</button>", "failed 1</button>")
                .contains(">4715: the folder is empty</div>")
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)")
                .contains("href=\"cases/4711/report.json\"");
    }

    @Test
    void theQueriesOfThePageOnBatchesTell() throws Exception {
        List<String> queries = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/batch.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        Path file = write(new SqliteTables());
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(queries).hasSize(3);
            assertThat(rows(database, queries.get(0))).containsExactly("198.51.100.20|2", "203.0.113.30|1");
            assertThat(rows(database, queries.get(1)))
                    .containsExactly("2026-10|misrouted|1", "2026-11|healthy|1", "2026-11|misrouted|2");
            assertThat(rows(database, queries.get(2))).containsExactly("192.0.2.1|3");
            assertThat(rows(database, "SELECT title FROM cases WHERE id = '4712'"))
                    .containsExactly(EVIL);
            assertThat(rows(database, "SELECT failure, first FROM cases WHERE verdict = 'failed'"))
                    .containsExactly("unreadable|null");
        }
    }

    @Test
    void theSameRowsMakeTheSameOctets() throws IOException {
        for (IndexFile index :
                List.of(new HtmlPage(RunNote.NONE), new CsvTable(), new JsonLines(), new SqliteTables())) {
            byte[] once = Files.readAllBytes(write(index));
            Files.delete(folder.resolve(index.name()));
            assertThat(write(index)).hasBinaryContent(once);
        }
    }

    private static List<String> rows(Connection database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(found.getString(column)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}
