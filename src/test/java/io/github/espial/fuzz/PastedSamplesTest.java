package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.ContextEntries;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outputs as forums, mails and tickets show them are read as they were printed. */
class PastedSamplesTest {
    /** Where an entry stood, which pasting may change. */
    private static final Pattern LINE = Pattern.compile("line=\\d+");

    /** Ways in which nothing of an output is lost. */
    private enum Pasted {
        QUOTED(text -> eachLine(text, line -> "> " + line)),
        QUOTED_CLOSELY(text -> eachLine(text, line -> ">" + line)),
        QUOTED_TWICE(text -> eachLine(text, line -> "> > " + line)),
        INDENTED(text -> eachLine(text, line -> "    " + line)),
        WITH_A_TAB(text -> eachLine(text, line -> "\t" + line)),
        AS_CODE_AMONG_PROSE(text ->
                "Hello,\n\nthis is what it prints:\n\n" + eachLine(text, line -> "    " + line) + "\nAny idea?\n"),
        IN_BARS(text -> eachLine(text, line -> "| " + line + " |")),
        NUMBERED(text -> numbered(text)),
        STAMPED(text -> eachLine(text, line -> "2026-01-05 10:11:12  " + line)),
        STAMPED_BY_A_TERMINAL(text -> eachLine(text, line -> "[10:11:12] " + line)),
        QUOTED_AND_INDENTED(text -> eachLine(text, line -> ">     " + line)),
        WITH_NO_BREAK_SPACES(text -> text.replace("  ", " \u00a0")),
        WITH_NO_BREAK_SPACES_ONLY(text -> text.replace(' ', '\u00a0')),
        DOUBLE_SPACED(text -> text.replace("\n", "\n\n")),
        IN_BRACKETS(text -> "[code]" + text + "[/code]\n"),
        AS_JIRA_HAS_IT(text -> "{noformat:title=x}\n" + text + "{noformat}\n"),
        AS_A_PAGE(text -> "<html><body><pre>"
                + text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("'", "&#x27;")
                + "</pre></body></html>\n"),
        FENCED(text -> "Hello,\nhere it is:\n```\n" + text + "```\n"),
        COLORED(text -> eachLine(text, line -> "\u001b[32m" + line + "\u001b[0m")),
        WITH_BLANKS_BEHIND(text -> eachLine(text, line -> line + "  ")),
        FROM_WINDOWS(text -> text.replace("\n", "\r\n"));

        @SuppressWarnings("ImmutableEnumChecker") // None of the functions holds anything.
        private final UnaryOperator<String> how;

        Pasted(UnaryOperator<String> how) {
            this.how = how;
        }

        private static String numbered(String text) {
            StringBuilder numbered = new StringBuilder();
            int number = 1;
            for (String line : text.split("\n", -1)) {
                numbered.append(String.format("%6d\t%s%n", number++, line));
            }
            return numbered.toString();
        }
    }

    private static String eachLine(String text, UnaryOperator<String> how) {
        StringBuilder all = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            all.append(how.apply(line)).append('\n');
        }
        return all.toString();
    }

    private static Stream<String> samples() {
        return Seeds.context()
                .map(octets -> new String(octets, StandardCharsets.UTF_8))
                .filter(text -> text.indexOf('\ufffd') < 0 && text.indexOf('\0') < 0)
                .map(text -> text.replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsThemAsTheyWerePrinted(String sample) throws IOException {
        ContextFile printed = read(sample);
        List<String> wrong = new ArrayList<>();
        for (Pasted pasted : Pasted.values()) {
            ContextFile read = read(pasted.how.apply(sample));
            if (!facts(read).equals(facts(printed))) {
                wrong.add(told(pasted, read, printed));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What a narrow column, or a page that joins blanks, makes of outputs cannot always be mended: then it is said. */
    @ParameterizedTest
    @MethodSource("samples")
    void losesNothingInSilence(String sample) throws IOException {
        ContextFile printed = read(sample);
        List<String> wrong = new ArrayList<>();
        for (Broken broken : Broken.values()) {
            ContextFile read = read(broken.how.apply(sample));
            boolean isSaid = read.problems().size() > printed.problems().size() || unread(read) > unread(printed);
            if (!facts(read).equals(facts(printed)) && !isSaid) {
                wrong.add(told(broken, read, printed));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Ways in which columns or ends of lines are lost. */
    private enum Broken {
        WRAPPED_AT_64(text -> eachLine(text, line -> wrapped(line, 64))),
        WRAPPED_AT_72(text -> eachLine(text, line -> wrapped(line, 72))),
        WRAPPED_AT_80(text -> eachLine(text, line -> wrapped(line, 80))),
        WRAPPED_AT_WORDS(text -> eachLine(text, line -> line.replaceAll("(?=.{73})(.{1,72}) ", "$1\n"))),
        WITH_SINGLE_BLANKS(text -> eachLine(text, line -> line.strip().replaceAll("[ \t]+", " ")));

        @SuppressWarnings("ImmutableEnumChecker") // None of the functions holds anything.
        private final UnaryOperator<String> how;

        Broken(UnaryOperator<String> how) {
            this.how = how;
        }

        private static String wrapped(String line, int width) {
            return line.replaceAll("(.{" + width + "})(?=.)", "$1\n");
        }
    }

    private static long unread(ContextFile file) {
        return file.unrecognised().stream()
                .mapToLong(range -> range.last() - range.first() + 1L)
                .sum();
    }

    private static ContextFile read(String text) throws IOException {
        return ContextReader.read("words", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String told(Enum<?> how, ContextFile read, ContextFile printed) {
        return how + ": " + facts(read) + " instead of " + facts(printed);
    }

    private static List<String> facts(ContextFile file) {
        ContextEntries entries = file.entries();
        return Stream.of(
                        entries.routes(),
                        entries.rules(),
                        entries.neighbors(),
                        entries.interfaces(),
                        entries.policies(),
                        entries.keys(),
                        entries.ikeKeys(),
                        entries.sightings().counts(),
                        entries.sightings().ownAddresses())
                .flatMap(List::stream)
                .map(entry -> LINE.matcher(entry.toString()).replaceAll("line=0"))
                .toList();
    }
}
