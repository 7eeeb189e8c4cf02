package io.github.espial.context.windows;

import java.util.regex.Pattern;

/** The shapes of the lines of {@code route print}. */
final class RouteRow {
    private static final String IPV4 = "(\\d{1,3}(?:\\.\\d{1,3}){3})";

    /** Destination, netmask, router or a word for none, own address or the index of a card without one, metric. */
    static final Pattern ACTIVE_4 = Pattern.compile(
            "\\s*" + IPV4 + "\\s+" + IPV4 + "\\s+(\\S.*?)(?<!\\s)\\s++(" + IPV4 + "|[0-9a-fA-F]{1,8})\\s+(\\d+)\\s*");

    /** Destination, netmask, router or a word for none, metric or a word for the default one. */
    static final Pattern PERSISTENT_4 = Pattern.compile("\\s*" + IPV4 + "\\s+" + IPV4 + "\\s+(" + IPV4
            + "|\\p{L}[^\\d.:]{0,60}?)(?<!\\s)\\s++(\\d+|\\p{L}[^\\d.:]{0,60}?)\\s*");

    /** Interface, metric, prefix, router or a word for none; where the prefix is long, the router is on the next line. */
    static final Pattern ROUTE_6 = Pattern.compile(
            "\\s*(\\d+)\\s+(\\d+)\\s+((?=[0-9a-fA-F.]*+:)[0-9a-fA-F.:]++/\\d{1,3})(?:\\s+(\\S(?:.*\\S)?))?\\s*");

    /** Index, MAC, description; a tunnel has an address of eight octets, a loopback none. */
    static final Pattern INTERFACE = Pattern.compile("\\s*(0x[0-9a-fA-F]+|\\d+)\\s?\\.{3}\\s?"
            + "(?:((?:[0-9a-fA-F]{2} ){6,8})\\s?\\.*|()\\.{2,})\\s?([^\\s.](?:.*\\S)?)\\s*");

    private static final Pattern RULE = Pattern.compile("\\s*={20,}\\s*");
    private static final Pattern LONG_PREFIX = Pattern.compile("\\s*\\d+\\s+\\d+\\s+[0-9a-fA-F:.]+/\\d{1,3}\\s*");
    private static final Pattern REST = Pattern.compile("\\s{8,}\\S.*|\\s*[0-9a-fA-F:.]+\\s*|\\s*\\p{L}+-\\p{L}+\\s*");
    private static final Pattern BEGINNING_4 = Pattern.compile("\\s*" + IPV4 + "\\s+\\d{1,3}(?:\\.[\\d.]*)?(?:\\s.*)?");
    private static final Pattern HEADING = Pattern.compile("\\S.{0,80}:\\s*");
    private static final Pattern NONE = Pattern.compile("\\s{1,8}\\p{L}[^\\d.:]{0,40}");

    private RouteRow() {}

    static boolean isRow(String line) {
        return Character.isDigit(firstOf(line))
                && (ACTIVE_4.matcher(line).matches()
                        || PERSISTENT_4.matcher(line).matches()
                        || ROUTE_6.matcher(line).matches()
                        || INTERFACE.matcher(line).matches());
    }

    static boolean isRule(String line) {
        return firstOf(line) == '=' && RULE.matcher(line).matches();
    }

    /** Whether it can only be the beginning of a row, for it has no router yet or stops somewhere. */
    static boolean isBeginning(String line) {
        return isRow(line)
                ? LONG_PREFIX.matcher(line).matches()
                : Character.isDigit(firstOf(line)) && BEGINNING_4.matcher(line).matches();
    }

    /** Whether {@code next} may go on with the row that {@code line} begins. */
    static boolean isRest(String line, String next) {
        boolean isPossible = !next.isBlank() && !isRule(next) && !isRow(next) && isRow(line + " " + next.strip());
        // Where only the router is missing, any words would complete the row.
        return isPossible
                && (!LONG_PREFIX.matcher(line).matches() || REST.matcher(next).matches());
    }

    /** A heading such as "Persistent Routes:", with a word for none after it. */
    static boolean isEmptyList(String heading, String none) {
        return HEADING.matcher(heading).matches() && NONE.matcher(none).matches();
    }

    private static char firstOf(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (!Character.isWhitespace(line.charAt(i))) {
                return line.charAt(i);
            }
        }
        return ' ';
    }
}
