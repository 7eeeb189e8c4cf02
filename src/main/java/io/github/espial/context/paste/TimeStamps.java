package io.github.espial.context.paste;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time before each line, as terminals, consoles and syslog put it. */
final class TimeStamps {
    private static final int PERCENT = 90;
    private static final String CLOCK = "\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?";
    private static final Pattern STAMP = Pattern.compile("(?:"
            + "\\[?\\d{4}[-/]\\d{2}[-/]\\d{2}[T ]" + CLOCK + "(?:Z| ?[+-]\\d{2}:?\\d{2})?\\]?"
            + "|\\[?" + CLOCK + "\\]?"
            + "|[A-Z][a-z]{2} [ \\d]?\\d " + CLOCK + "(?: [\\w.-]+ [\\w/.-]+(?:\\[\\d+\\])?:)?"
            + ")(?:(?=[ \t])|$)(.*)");

    private TimeStamps() {}

    static Optional<Peel> of(List<String> start) {
        if (!Shares.isMost(start, PERCENT, line -> STAMP.matcher(line).matches())) {
            return Optional.empty();
        }
        int indent = Shares.indent(start.stream().map(TimeStamps::behind).toList());
        return Optional.of(lines -> new PeeledLines(lines, line -> Shares.without(behind(line), indent)));
    }

    private static String behind(String line) {
        Matcher stamped = STAMP.matcher(line);
        return stamped.matches() ? stamped.group(1) : line;
    }
}
