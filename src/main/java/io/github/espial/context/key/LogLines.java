package io.github.espial.context.key;

import java.util.regex.Pattern;

/** Lines that other programs may write between those of a log. */
final class LogLines {
    private static final Pattern TIMESTAMPED = Pattern.compile(
            "(?:[A-Z][a-z]{2} +\\d{1,2} \\d{2}:\\d{2}:\\d{2}|\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}).*");

    private LogLines() {}

    /** Whether a line begins with a time, as those of system logs do. */
    static boolean isTimestamped(String line) {
        return TIMESTAMPED.matcher(line).matches();
    }
}
