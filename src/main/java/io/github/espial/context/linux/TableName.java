package io.github.espial.context.linux;

import java.util.regex.Pattern;

/** What a routing table is called. */
final class TableName {
    /** UniFi gateways show a number and a name of it, and take either. */
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,10})\\.[A-Za-z][\\w.-]{0,32}");

    private TableName() {}

    /** The number, where a word has it beside a name. */
    static String of(String word) {
        var numbered = NUMBERED.matcher(word);
        return numbered.matches() ? numbered.group(1) : word;
    }
}
