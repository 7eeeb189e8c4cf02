package io.github.espial.context.windows;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
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

    /** A rule of equals signs with a list of interfaces or a table after it, or a line of either. */
    @Override
    public boolean recognises(Lines lines) throws IOException {
        if (RouteRow.isRow(lines.peek())) {
            return true;
        }
        if (!RouteRow.isRule(lines.peek())) {
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
        while (!lines.atEnd() && belongs(lines)) {
            int number = lines.number();
            String line = lines.next();
            if (RouteRow.startsLongPrefix(line) && RouteRow.isContinuation(lines.peek())) {
                line = line + " " + lines.next().strip();
            }
            tables.read(number, line);
        }
    }

    /** Headings and what is said of empty tables stand before or after a rule, and are no prompt. */
    private static boolean belongs(Lines lines) throws IOException {
        if (isOfTable(lines.peek())) {
            return true;
        }
        if (RouteRow.isPrompt(lines.peek())) {
            return false;
        }
        for (int ahead = 1; ahead < 5; ahead++) {
            if (isOfTable(lines.peek(ahead))) {
                return true;
            }
            if (RouteRow.isPrompt(lines.peek(ahead))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOfTable(String line) {
        return RouteRow.isRow(line) || RouteRow.isRule(line);
    }
}
