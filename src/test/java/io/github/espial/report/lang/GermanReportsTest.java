package io.github.espial.report.lang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.cases.CaseAnalysis;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.cases.Intake;
import io.github.espial.compare.Comparison;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleComparisons;
import io.github.espial.report.page.PageComparison;
import io.github.espial.report.page.PageReport;
import io.github.espial.report.png.PngReport;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextComparison;
import io.github.espial.report.text.TextReport;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.ReadProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of every report on the cases of the laboratory, and on what people pasted, has a German wording. */
class GermanReportsTest {
    private static final Path TESTDATA = Path.of("testdata");

    /** What the same files give in both languages: addresses, MACs, SPIs, numbers with units of their own. */
    private static final Pattern VALUES =
            Pattern.compile("\\b(?:[0-9a-f]{2}(?::[0-9a-f]{2}){5}|0x[0-9a-f]{8}|\\d+(?:\\.\\d+){3}(?:/\\d+)?)");

    private static final Pattern CODE = Pattern.compile("<code>[^<]*</code>");
    private static final Pattern DRAWING = Pattern.compile("(?s)<svg.*?</svg>");

    /** Notes what had no wording. */
    private static final class Noting implements Translation {
        private final CatalogTranslation german =
                new CatalogTranslation(Language.GERMAN, Catalog.load(Language.GERMAN.code() + ".txt"));
        private final Set<String> untold = new TreeSet<>();

        @Override
        public Language language() {
            return Language.GERMAN;
        }

        @Override
        public String of(String english) {
            CatalogTranslation.Said said = german.said(english);
            if (!said.isWhole()) {
                untold.add(english);
            }
            return said.text();
        }
    }

    static Stream<Path> cases() throws Exception {
        Path pasted = Path.of(Objects.requireNonNull(CaseAnalysis.class.getResource("reports"))
                .toURI());
        return Stream.concat(
                folders(TESTDATA).filter(folder -> Files.exists(folder.resolve("truth.json"))),
                folders(pasted).filter(GermanReportsTest::isRead));
    }

    private static Stream<Path> folders(Path top) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(top)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        return folders.stream();
    }

    /** Some of what people pasted is of machines that nothing is read of. */
    private static boolean isRead(Path folder) {
        try {
            intake(folder);
            return true;
        } catch (IOException nothing) {
            return false;
        }
    }

    private static Intake intake(Path folder) throws IOException {
        Intake intake = new Intake(DecompressionLimit.USUAL);
        intake.add(folder, folder.toString());
        return intake;
    }

    private static CaseReport report(Path folder) throws Exception {
        Intake intake = intake(folder);
        return CaseAnalysis.of(intake.files(), CaseQuestion.plain(1), ReadProgress.NONE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTextIsGerman(Path folder) throws Exception {
        Noting german = new Noting();
        CaseReport report = report(folder);
        new TextReport(Palette.plain(), german).write(report, OutputStream.nullOutputStream());
        new PageReport("espial test", List.of(), german).write(report, OutputStream.nullOutputStream());
        assertThat(german.untold).isEmpty();
    }

    @Test
    void aCardIsGerman() throws Exception {
        Noting german = new Noting();
        new PngReport("espial test", german)
                .write(report(TESTDATA.resolve("misrouted-ikev2")), OutputStream.nullOutputStream());
        assertThat(german.untold).isEmpty();
    }

    @Test
    void comparisonsAreGerman() throws Exception {
        Noting german = new Noting();
        CaseReport before = report(TESTDATA.resolve("misrouted-ikev2"));
        for (String after : List.of("fixed-ikev2", "partly-fixed-two-sas", "cooked", "no-ipsec", "rekey-and-fix")) {
            Comparison comparison = Comparison.of(before, report(TESTDATA.resolve(after)));
            new TextComparison(Palette.plain(), german).write(comparison, OutputStream.nullOutputStream());
            new PageComparison("espial test", german).write(comparison, OutputStream.nullOutputStream());
        }
        assertThat(german.untold).isEmpty();
    }

    /** What is written in every language alike is there as often, in the order of each one's sentences. */
    @ParameterizedTest
    @MethodSource("cases")
    void addressesAndCommandsAreTheSame(Path folder) throws Exception {
        CaseReport report = report(folder);
        String english = page(report, Translation.NONE);
        String german = page(report, Language.GERMAN.translation());
        assertThat(all(VALUES, german)).containsExactlyInAnyOrderElementsOf(all(VALUES, english));
        assertThat(all(CODE, german)).isEqualTo(all(CODE, english));
        assertThat(german).contains("<html lang=\"de\">");
    }

    /** Without the drawings, where what does not fit is cut. */
    private static String page(CaseReport report, Translation translation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PageReport("espial test", List.of(), translation).write(report, out);
        return DRAWING.matcher(out.toString(StandardCharsets.UTF_8)).replaceAll("");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void extremeComparisonsAreWritten() throws Exception {
        for (Comparison comparison : SampleComparisons.all()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new TextComparison(Palette.plain(), Language.GERMAN.translation()).write(comparison, out);
            assertThat(out.toString(StandardCharsets.UTF_8)).isNotBlank();
        }
    }
}
