package io.github.espial.redact;

import io.github.espial.redact.mapping.Mapping;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that an output has as they were, where there may be a name among them. Not thread-safe. */
final class PlainWords {
    /** What is wrong with a line may quote it. */
    private static final String PROBLEM = "something is wrong here; what, is left out, for it may quote the file";

    /** Tables that Linux and macOS have on their own. */
    private static final Set<String> TABLES = Set.of("main", "local", "default", "all", "ifscope");

    /** Kinds of tunnel interfaces, and what counters count. */
    private static final Set<String> KINDS = Set.of(
            "vti",
            "vti6",
            "xfrm",
            "gre",
            "gretap",
            "ip6gre",
            "ipip",
            "ip6tnl",
            "sit",
            "gif",
            "ipsec",
            "enc",
            "tun",
            "tap",
            "wireguard",
            "ppp",
            "bytes",
            "packets");

    private static final Set<String> INTERFACE_CONDITIONS = Set.of("iif", "oif");
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-Fx/:,.-]{1,24}");
    private static final Pattern KEYWORD = Pattern.compile("[a-z_]{1,16}");
    private static final Pattern STATE = Pattern.compile("\\p{L}{1,16}");

    private final Mapping mapping;

    PlainWords(Mapping mapping) {
        this.mapping = mapping;
    }

    /** What a problem may say. */
    String problem() {
        return PROBLEM;
    }

    /** What a machine calls itself, without its domain: outputs have it with or without. */
    String host(String name) {
        int dot = name.indexOf('.');
        String label = dot < 0 ? name : name.substring(0, dot);
        return mapping.names().of("host", label.toLowerCase(Locale.ROOT));
    }

    /** A routing table, by its number or name. */
    String table(String table) {
        return TABLES.contains(table) || isNumber(table)
                ? table
                : mapping.names().of("table", table);
    }

    /** What else must hold of a packet: a keyword, and its value. */
    String condition(String condition) {
        int space = condition.indexOf(' ');
        String keyword = space < 0 ? condition : condition.substring(0, space);
        if (!KEYWORD.matcher(keyword).matches()) {
            return mapping.names().of("condition", condition);
        }
        return space < 0 ? keyword : keyword + ' ' + value(keyword, condition.substring(space + 1));
    }

    private String value(String keyword, String value) {
        if (INTERFACE_CONDITIONS.contains(keyword)) {
            return mapping.names().ofInterface(value);
        }
        return isNumber(value) ? value : mapping.names().of("value", value);
    }

    /** The kind of a tunnel interface, or what a counter counts. */
    String kind(String kind) {
        return KINDS.contains(kind) ? kind : mapping.names().of("kind", kind);
    }

    /** A mark and its mask. */
    String mark(String mark) {
        return isNumber(mark) ? mark : mapping.names().of("mark", mark);
    }

    /** The state of a neighbor, as its language has it. */
    String state(String state) {
        return STATE.matcher(state).matches() ? state : mapping.names().of("state", state);
    }

    /** Whether it is a number or several, and no address. */
    private boolean isNumber(String value) {
        return NUMBERS.matcher(value).matches()
                && mapping.names().address(value).isEmpty();
    }
}
