package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.RuleEntry;
import io.github.espial.context.Words;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ip rule}. */
public final class IpRule implements ContextParser {
    /** A source follows {@code from} in every rule. */
    private static final Pattern RULE = Pattern.compile(
            "(\\d{1,10}):\\s+(not\\s+)?from\\s+(all|[0-9a-fA-F.:]+(?:/\\d{1,3})?)(?:\\s++((?:.*\\S)?))?\\s*");

    @Override
    public String kind() {
        return "ip rule";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return RULE.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            Matcher rule = RULE.matcher(lines.peek());
            if (!rule.matches()) {
                return;
            }
            lines.next();
            read(number, rule, notes);
        }
    }

    private static void read(int number, Matcher rule, ContextNotes notes) {
        Optional<IpPrefix> destination = Optional.empty();
        Optional<String> table = Optional.empty();
        OptionalInt suppressedLength = OptionalInt.empty();
        OptionalLong goesTo = OptionalLong.empty();
        boolean discards = false;
        List<String> conditions = new ArrayList<>();
        List<String> words = Words.of(rule.group(4) == null ? "" : rule.group(4));
        for (int i = 0; i < words.size(); i++) {
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            switch (words.get(i)) {
                case "to" -> destination = Words.prefix(value);
                case "lookup", "table" -> table = Optional.of(TableName.of(value));
                case "fwmark",
                        "iif",
                        "oif",
                        "tos",
                        "dsfield",
                        "uidrange",
                        "ipproto",
                        "sport",
                        "dport",
                        "tun_id",
                        "suppress_ifgroup" -> conditions.add(words.get(i) + " " + value);
                case "suppress_prefixlength" -> suppressedLength = Words.smallNumber(value);
                case "goto" -> goesTo = Words.number(value);
                case "unreachable", "prohibit", "blackhole" -> discards = true;
                default -> {
                    // A value, or what does not decide which table is looked up.
                }
            }
        }
        notes.add(new RuleEntry(
                number,
                Long.parseLong(rule.group(1)),
                new RuleEntry.Packets(Words.prefix(rule.group(3)), destination, conditions, rule.group(2) != null),
                new RuleEntry.Action(table, suppressedLength, goesTo, discards)));
    }
}
