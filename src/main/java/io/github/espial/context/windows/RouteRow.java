package io.github.espial.context.windows;

import java.util.regex.Pattern;

/** The shapes of the lines of {@code route print}. */
final class RouteRow {
    private static final String IPV4 = "(\\d{1,3}(?:\\.\\d{1,3}){3})";

    /** Destination, netmask, router or a word for none, own address, metric. */
    static final Pattern ACTIVE_4 =
            Pattern.compile("\\s*" + IPV4 + "\\s+" + IPV4 + "\\s+(\\S.*?)\\s+" + IPV4 + "\\s+(\\d+)\\s*");

    /** Destination, netmask, router, metric or a word for the default one. */
    static final Pattern PERSISTENT_4 = Pattern.compile(
            "\\s*" + IPV4 + "\\s+" + IPV4 + "\\s+(" + IPV4 + "|\\p{L}[\\p{L}\\s-]*?)\\s+(\\d+|\\p{L}[^\\d.:]*?)\\s*");

    /** Interface, metric, prefix, router or a word for none; where the prefix is long, the router is on the next line. */
    static final Pattern ROUTE_6 =
            Pattern.compile("\\s*(\\d+)\\s+(\\d+)\\s+([0-9a-fA-F:.]*:[0-9a-fA-F:.]*/\\d{1,3})(?:\\s+(\\S.*?))?\\s*");

    /** Index, MAC, description; a tunnel has an address of eight octets, a loopback none. */
    static final Pattern INTERFACE =
            Pattern.compile("\\s*(0x[0-9a-fA-F]+|\\d+)\\s?\\.{3}\\s?((?:[0-9a-fA-F]{2} )*)\\s?\\.{2,}\\s?(\\S.*?)\\s*");

    private static final Pattern RULE = Pattern.compile("\\s*={20,}\\s*");
    private static final Pattern LONG_PREFIX = Pattern.compile("\\s*\\d+\\s+\\d+\\s+[0-9a-fA-F:.]+/\\d{1,3}\\s*");
    private static final Pattern CONTINUATION = Pattern.compile("\\s{20,}\\S.*");
    private static final Pattern PROMPT = Pattern.compile("\\s*(?:PS )?[A-Za-z]:\\\\.*>.*");

    private RouteRow() {}

    static boolean isRow(String line) {
        return ACTIVE_4.matcher(line).matches()
                || PERSISTENT_4.matcher(line).matches()
                || ROUTE_6.matcher(line).matches()
                || INTERFACE.matcher(line).matches();
    }

    static boolean isRule(String line) {
        return RULE.matcher(line).matches();
    }

    static boolean isPrompt(String line) {
        return PROMPT.matcher(line).matches();
    }

    static boolean startsLongPrefix(String line) {
        return LONG_PREFIX.matcher(line).matches();
    }

    static boolean isContinuation(String line) {
        return CONTINUATION.matcher(line).matches() && !isRow(line);
    }
}
