package io.github.espial.context.routeros;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code print} as a table, of routes, addresses and ARP: columns by their headings, rows by what their words are. */
public final class PrintTable implements ContextParser {
    private static final Pattern FLAGS =
            Pattern.compile("Flags: [A-Za-z*+] - .*|(?:Columns: )[A-Z0-9-]+(?:, [A-Z0-9-]+)*\\s*");
    private static final Pattern HEADING = Pattern.compile("\\s*#\\s+((?:[A-Z][A-Z0-9.-]*\\s*)+)");
    private static final Pattern ROW = Pattern.compile(
            "\\s{0,6}(?:(\\d{1,6})\\s+|\\s{2,})((?:[A-Za-z+*]{1,6}\\s+){0,5})((?:[0-9a-fA-F.:]+(?:/\\d{1,3})?)\\s+\\S.*)");
    private static final Pattern COMMENT = Pattern.compile("\\s*(?:\\d+\\s+)?(?:[A-Za-z]+\\s+)?;;;.*");

    @Override
    public String kind() {
        return "print";
    }

    @Override
    public Platform platform() {
        return Platform.ROUTEROS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        for (int ahead = 0; ahead < 6; ahead++) {
            String line = lines.peek(ahead);
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                return isKnown(heading.group(1));
            }
            if (!isOfFlags(line)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOfFlags(String line) {
        return FLAGS.matcher(line).matches()
                || PrintDetail.MORE_FLAGS.matcher(line).matches();
    }

    private static boolean isKnown(String columns) {
        return (columns.contains("DST-ADDRESS") && columns.contains("GATEWAY"))
                || (columns.contains("ADDRESS") && columns.contains("INTERFACE"));
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        String columns = "";
        while (true) {
            int number = lines.number();
            String line = lines.peek();
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                columns = heading.group(1);
            } else if (row.matches() && !columns.isEmpty()) {
                Optional<Item> item = item(number, columns, row.group(2).replaceAll("\\s", ""), Words.of(row.group(3)));
                if (item.isPresent()) {
                    item.get().add(notes);
                } else {
                    notes.problem(number, "not a row of " + columns.strip());
                }
            } else if (!isOfFlags(line) && !COMMENT.matcher(line).matches()) {
                return;
            }
            lines.next();
        }
    }

    private static Optional<Item> item(int line, String columns, String flags, List<String> words) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (columns.contains("DST-ADDRESS")) {
            properties.put("dst-address", words.get(0));
            int at = 1;
            // The preferred source stands before the gateway; most routes have none.
            boolean hasSource = columns.contains("PREF-SRC") && words.size() >= 4;
            if (hasSource) {
                properties.put("pref-src", words.get(at++));
            }
            if (at >= words.size()) {
                return Optional.empty();
            }
            boolean isDistance = words.get(at).matches("\\d{1,3}") && at == words.size() - 1;
            properties.put("gateway", isDistance ? "blackhole" : words.get(at++));
            table(columns, words, at, properties);
        } else if (columns.contains("MAC-ADDRESS")) {
            if (words.size() < 3 || Words.mac(words.get(1)).isEmpty()) {
                // An entry that is not resolved has no MAC.
                return Optional.of(new Item(line, "X", Map.of(), false));
            }
            properties.put("address", words.get(0));
            properties.put("mac-address", words.get(1));
            properties.put("interface", words.get(2));
        } else {
            properties.put("address", words.get(0));
            properties.put("interface", words.get(words.size() > 2 ? 2 : words.size() - 1));
        }
        return Optional.of(new Item(line, flags, properties, false));
    }

    /** What stands behind the gateway: a table, if the heading has one, then the distance. */
    private static void table(String columns, List<String> words, int from, Map<String, String> properties) {
        int at = from;
        if (columns.contains("ROUTING-TABLE")
                && at < words.size()
                && !words.get(at).matches("\\d{1,3}")) {
            properties.put("routing-table", words.get(at++));
        }
        if (at < words.size()) {
            properties.put("distance", words.get(at));
        }
    }
}
