package io.github.espial.context.netsh;

import io.github.espial.context.Lines;
import java.io.IOException;
import java.util.regex.Pattern;

/** Shapes of lines that several commands of {@code netsh} print. */
final class Netsh {
    private static final Pattern DASHES = Pattern.compile("\\s*-{2,}(?:\\s+-{2,})*\\s*");

    /** {@code Interface 12: Ethernet0}, in any language. */
    static final Pattern INTERFACE = Pattern.compile("\\p{L}[\\p{L} ]{2,40} (\\d{1,9}): (\\S(?:.*\\S)?)\\s*");

    private static final int HEADING_LINES = 5;

    private Netsh() {}

    /** Whether the line is what stands below the headings of a table: dashes, as long as each column. */
    static boolean isDashes(String line) {
        return line.indexOf("--") >= 0 && DASHES.matcher(line).matches();
    }

    /** Columns that dashes stand for. */
    static int columns(String dashes) {
        return dashes.strip().split("\\s+", -1).length;
    }

    /** Whether an interface follows, and a table of so many columns below it. */
    static boolean isTableOfInterface(Lines lines, int columns) throws IOException {
        if (!INTERFACE.matcher(lines.peek()).matches()) {
            return false;
        }
        int dashes = dashesAhead(lines);
        return dashes > 0 && columns(lines.peek(dashes)) == columns;
    }

    /** Goes to the first row, behind the dashes below the headings, which there are. */
    static void skipHeadings(Lines lines) throws IOException {
        while (!isDashes(lines.next())) {
            // All up to them are headings.
        }
    }

    /** How far ahead the dashes below the headings are; -1 if there are none. */
    static int dashesAhead(Lines lines) throws IOException {
        for (int ahead = 1; ahead < HEADING_LINES; ahead++) {
            if (isDashes(lines.peek(ahead))) {
                return ahead;
            }
        }
        return -1;
    }
}
