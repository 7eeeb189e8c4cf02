package io.github.espial.batch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.diagnose.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexSearchTest {
    @TempDir
    private Path folder = Path.of("");

    private Path index = Path.of("");

    @BeforeEach
    void writeIndex() throws IOException {
        index = folder.resolve("an index #1%.sqlite");
        new SqliteTables()
                .write(
                        List.of(
                                row("4711", "misrouted", "100% lost", "198.51.100.20", "esp-wrong-next-hop"),
                                row("4712", "healthy", "asked twice", "198.51.100.20", "esp-rekeyed"),
                                row(
                                        "4713",
                                        "misrouted",
                                        "it's lost; DROP TABLE cases",
                                        "203.0.113.30",
                                        "esp-wrong-next-hop")),
                        index);
    }

    private static CaseRow row(String id, String verdict, String title, String partner, String finding) {
        return new CaseRow(
                new CaseName(id, id, title, "Example", ""),
                new Diagnosed(
                        verdict,
                        "as it is",
                        new Diagnosed.Extent(1, 10, 1_000, "2026-11-02T13:00:00Z", "2026-11-02T13:01:00Z"),
                        new Diagnosed.Parties(List.of("192.0.2.10"), List.of(partner), List.of("192.0.2.1")),
                        List.of(new Found(finding, Severity.INFO, "found", partner, ""))),
                List.of(),
                List.of());
    }

    @Test
    void findsByEachOfWhatIsAsked() throws IOException {
        assertThat(ids(search("", "misrouted", "", ""))).containsExactly("4711", "4713");
        assertThat(ids(search("", "", "esp-rekeyed", ""))).containsExactly("4712");
        assertThat(ids(search("", "", "", "198.51.100.20"))).containsExactly("4711", "4712");
        assertThat(ids(search("LOST", "", "", ""))).containsExactly("4711", "4713");
        assertThat(ids(search("lost", "misrouted", "", "203.0.113.30"))).containsExactly("4713");
        assertThat(ids(search("", "", "", ""))).containsExactly("4711", "4712", "4713");
    }

    @Test
    void takesTextsForTexts() throws IOException {
        assertThat(ids(search("100%", "", "", ""))).containsExactly("4711");
        assertThat(ids(search("1%0", "", "", ""))).isEmpty();
        assertThat(ids(search("_", "", "", ""))).isEmpty();
        assertThat(ids(search("it's", "", "", ""))).containsExactly("4713");
        assertThat(ids(search("' OR 1=1 --", "", "", ""))).isEmpty();
    }

    @Test
    void goesByPage() throws IOException {
        IndexSearch.Hits hits = search("", "", "", "").in(index, 1, 1);
        assertThat(hits.total()).isEqualTo(3);
        assertThat(hits.cases()).extracting(hit -> hit.columns().get("id")).containsExactly("4712");
        assertThat(hits.cases().get(0).findings()).containsExactly("esp-rekeyed");
    }

    @Test
    void writesNothing() throws IOException {
        byte[] before = Files.readAllBytes(index);
        ids(search("lost", "", "", ""));
        assertThat(index).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(index);
        }
    }

    @Test
    void refusesWhatIsNoIndex() throws IOException, SQLException {
        Path text = Files.writeString(folder.resolve("text.sqlite"), "no database at all, but a text of some length");
        assertThatThrownBy(() -> ids(search("", "", "", ""), text)).isInstanceOf(IOException.class);
        Path views = folder.resolve("views.sqlite");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + views);
                Statement statement = database.createStatement()) {
            statement.executeUpdate("CREATE TABLE findings (case_id, id)");
            statement.executeUpdate("CREATE TABLE addresses (case_id, address)");
            statement.executeUpdate(
                    "CREATE VIEW cases AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
                            + " SELECT id FROM n");
        }
        assertThatThrownBy(() -> ids(search("", "", "", ""), views)).hasMessageContaining("no such tables");
    }

    private List<String> ids(IndexSearch search) throws IOException {
        return ids(search, index);
    }

    private static List<String> ids(IndexSearch search, Path file) throws IOException {
        return search.in(file, 0, 100).cases().stream()
                .map(hit -> String.valueOf(hit.columns().get("id")))
                .toList();
    }

    private static IndexSearch search(String text, String verdict, String finding, String address) {
        return new IndexSearch(given(text), given(verdict), given(finding), given(address));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }
}
