package io.github.espial;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.check.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of files, findings, floors and classes is so. */
class DocumentsTest {
    private static final Path README = Path.of("README.md");
    private static final Path DOCUMENTS = Path.of("src/docs");
    private static final Path DEVELOPING = DOCUMENTS.resolve("developing.md");

    /** Somebody reads it at night, with a customer on the telephone. */
    private static final int MOST_WORDS = 1400;

    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|\\b(?:src|href)=\"([^\"]+)\"");
    private static final Pattern IN_CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\|((?: `[^`]+`,?)+) \\|");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]\\w*");

    static List<Path> documents() throws IOException {
        try (Stream<Path> pages = Files.list(DOCUMENTS)) {
            return Stream.concat(
                            Stream.of(README),
                            pages.filter(page -> page.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        List<String> dangling = new ArrayList<>();
        for (String link : links(document)) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
            boolean leads = Files.exists(target)
                    && (parts.length == 1 || anchors(target).contains(parts[1]));
            if (!leads) {
                dangling.add(link);
            }
        }
        assertThat(dangling).isEmpty();
    }

    @Test
    void everyDocumentIsLinkedFromTheReadme() throws IOException {
        assertThat(links(README))
                .containsAll(documents().stream()
                        .filter(document -> !document.equals(README))
                        .map(Path::toString)
                        .toList());
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readString(README).split("\\s+")).hasSizeLessThan(MOST_WORDS);
    }

    @Test
    void theTableOfFindingsHoldsExactlyTheChecks() throws IOException {
        String findings = Files.readString(DOCUMENTS.resolve("findings.md"));
        assertThat(firstCells(findings))
                .containsExactlyInAnyOrderElementsOf(
                        Checks.all().stream().map(Check::id).toList());
    }

    @Test
    void theTableOfFloorsHoldsExactlyTheFloorsFromTheGroundUp() throws IOException {
        String floors = section(Files.readString(DEVELOPING), "Floors");
        assertThat(firstCells(floors)).isEqualTo(FloorsTest.FLOORS);
    }

    @Test
    void everyClassThatDevelopersAreToldOfExists() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(toSet());
        }
        assertThat(inCode(Files.readString(DEVELOPING))
                        .map(code -> code.split("[.#(]", 2)[0])
                        .filter(CLASS.asMatchPredicate()))
                .isNotEmpty()
                .isSubsetOf(classes);
    }

    @Test
    void everyFileThatDevelopersAreToldOfExists() throws IOException {
        List<String> missing = inCode(Files.readString(DEVELOPING))
                .filter(code -> code.startsWith("src/") || code.startsWith("testdata/"))
                .filter(code -> !code.contains("ID") && !code.contains(" "))
                .filter(code -> !Files.exists(Path.of(code)))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static List<String> links(Path document) throws IOException {
        return LINK.matcher(FENCED.matcher(Files.readString(document)).replaceAll(""))
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /** The anchors that GitHub gives to headings: letters, digits, hyphens; a number where one comes again. */
    private static Set<String> anchors(Path document) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        return HEADING.matcher(FENCED.matcher(Files.readString(document)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .map(anchor -> {
                    int before = seen.merge(anchor, 1, Integer::sum) - 1;
                    return before == 0 ? anchor : anchor + "-" + before;
                })
                .collect(toSet());
    }

    /** What stands under a heading of the second level. */
    private static String section(String text, String heading) {
        String from = text.substring(text.indexOf("\n## " + heading + "\n") + 1);
        int next = from.indexOf("\n## ");
        return next < 0 ? from : from.substring(0, next);
    }

    /** What is in code in the first cells of tables, in order. */
    private static List<String> firstCells(String text) {
        return FIRST_CELL
                .matcher(text)
                .results()
                .flatMap(row -> inCode(row.group(1)))
                .toList();
    }

    private static Stream<String> inCode(String text) {
        return IN_CODE.matcher(text).results().map((MatchResult code) -> code.group(1));
    }
}
