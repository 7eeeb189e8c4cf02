package io.github.espial.context.windows;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.context.Prompt;
import java.io.IOException;

/**
 * {@code route print} and {@code netstat -r} of Windows 2000 and later, in any language: tables are told by the shape
 * of their lines, and persistent routes by their place, not by headings.
 */
public final class RoutePrint implements ContextParser {
    @Override
    public String kind() {
        return "route print";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public Program program() {
        return Program.ROUTE_PRINT;
    }

    /** A rule of equals signs with a list of interfaces or a table after it, a heading of one, or a line of either. */
    @Override
    public boolean recognises(Lines lines) throws IOException {
        if (RouteRow.isRow(lines.peek())) {
            return true;
        }
        boolean isHeading = RouteRow.isRule(lines.peek(1)) && !Prompt.isAt(lines.peek());
        if (!RouteRow.isRule(lines.peek()) && !isHeading) {
            return false;
        }
        for (int ahead = 1; ahead < 6; ahead++) {
            if (RouteRow.isRow(lines.peek(ahead))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        RouteTables tables = new RouteTables(notes);
        boolean afterRule = false;
        while (!lines.atEnd() && (belongs(lines) || (afterRule && isEmptyList(lines)))) {
            if (afterRule && isEmptyList(lines)) {
                lines.next();
            }
            int number = lines.number();
            String line = lines.next();
            if (RouteRow.isBeginning(line) && RouteRow.isRest(line, lines.peek())) {
                line = line + " " + lines.next().strip();
            }
            tables.read(number, line);
            afterRule = RouteRow.isRule(line);
        }
        tables.finish();
    }

    private static boolean isEmptyList(Lines lines) throws IOException {
        return RouteRow.isEmptyList(lines.peek(), lines.peek(1));
    }

    /** Headings and what is said of empty tables stand before or after a rule, and are no prompt. */
    private static boolean belongs(Lines lines) throws IOException {
        for (int ahead = 0; ahead < 5; ahead++) {
            String line = lines.peek(ahead);
            if (RouteRow.isRow(line) || RouteRow.isRule(line) || (ahead == 0 && RouteRow.isBeginning(line))) {
                return true;
            }
            if (Prompt.isAt(line)) {
                return false;
            }
        }
        return false;
    }
}
