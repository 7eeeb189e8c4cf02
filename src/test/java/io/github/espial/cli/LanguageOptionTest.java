package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageOptionTest {
    @TempDir
    Path folder;

    @Test
    void textAndPageAreGerman() throws IOException {
        Path page = folder.resolve("report.html");
        Run run = Run.of("analyze", Run.MISROUTED, "--lang", "de", "-o", page);
        assertThat(run.out())
                .startsWith("MISROUTED (fehlgeleitet) gestört: ESP für 198.51.100.20 geht über das Default-Gateway")
                .contains("\n  Belege (", "route -p add", "esp.spi == ")
                .doesNotContain("proper next hop", "Evidence");
        assertThat(Files.readString(page))
                .contains("<html lang=\"de\">", "class=\"answer misrouted\"", "Zum Bericht", "aria-label=\"Bilder\"");
    }

    @Test
    void whatScriptsReadIsEnglish() {
        assertThat(Run.of("analyze", Run.MISROUTED, "-f", "json", "--lang", "de")
                        .out())
                .isEqualTo(Run.of("analyze", Run.MISROUTED, "-f", "json").out());
    }

    @Test
    void englishIsTheDefault() {
        assertThat(Run.of("analyze", Run.MISROUTED, "--lang", "en").out())
                .isEqualTo(Run.of("analyze", Run.MISROUTED).out());
    }

    @Test
    void comparisonsAreGerman() {
        assertThat(Run.of("compare", Run.MISROUTED, Run.FIXED, "--lang", "de").out())
                .startsWith("MENDED (behoben)  ESP für 198.51.100.20 nimmt jetzt seinen richtigen Next Hop")
                .contains("\nFälle\n");
    }

    @Test
    void pagesOfFindingsHaveGermanHeadings() {
        Run run = Run.of("explain", "esp-one-way", "--lang", "de");
        assertThat(run.out())
                .startsWith("esp-one-way: ESP geht hinaus")
                .contains("\n  Die Seite selbst ist auf Englisch.\n")
                .containsSubsequence("\nWas es bedeutet\n", "\nWie man es behebt\n", "\nQuellen\n");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void aBatchInAnotherLanguageIsWrittenAnew() throws IOException {
        Path cases = Files.createDirectory(folder.resolve("cases"));
        Files.copy(Run.MISROUTED, cases.resolve("one.pcap"));
        Path out = folder.resolve("out");
        Run.of("batch", cases, "-o", out, "--reports", "txt");
        Run.of("batch", cases, "-o", out, "--reports", "txt", "--lang", "de");
        assertThat(Files.readString(out.resolve("cases/one/report.txt"))).startsWith("MISROUTED (fehlgeleitet)");
    }

    /** What a person reads beside frames is German; rules and filters are as they were. */
    @Test
    void commentsOfEvidenceAreGerman() throws IOException {
        Path evidence = folder.resolve("evidence.pcapng");
        Path german = folder.resolve("de.txt");
        Path english = folder.resolve("en.txt");
        Run.of("extract", Run.MISROUTED, "--lang", "de", "-o", evidence, "-o", german);
        Run.of("extract", Run.MISROUTED, "-o", english);
        assertThat(Files.readString(evidence, StandardCharsets.ISO_8859_1))
                .contains("esp-wrong-next-hop", "wurden", "Frame ")
                .doesNotContain("handed to", "its proper next hop", "packets ");
        assertThat(Files.readString(german)).contains("# Anzeigefilter").doesNotContain("handed to");
        assertThat(rules(german)).isEqualTo(rules(english)).isNotEmpty();
    }

    private static List<String> rules(Path filters) throws IOException {
        return Files.readAllLines(filters).stream()
                .filter(line -> line.startsWith("@"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "", "german"})
    void anotherLanguageIsRefused(String language) {
        Run.of("analyze", Run.MISROUTED, "--lang", language)
                .assertFailed(ExitStatus.USAGE, "--lang " + language + ": expected en or de");
    }

    @Test
    void aMistypedLanguageIsGuessed() {
        Run.of("analyze", Run.MISROUTED, "--lang", "DE").assertFailed(ExitStatus.USAGE, "did you mean de?");
    }
}
