package io.github.espial.context.routeros;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code export}: a menu, then what is added to it. Lines that end in a backslash go on in the next. */
public final class Export implements ContextParser {
    private static final Pattern MENU =
            Pattern.compile("(/(?:ip|ipv6) (?:address|route|ipsec policy|ipsec peer|arp))(?: (add .*))?\\s*");
    private static final Pattern ANY_MENU = Pattern.compile("/[a-z][a-z0-9 -]*");
    private static final Pattern ENTRY = Pattern.compile("(?:add|set) .*");

    /** Lines of one entry. */
    private static final int MOST = 40;

    /** Peers that are remembered: an end to the memory that a hostile file takes. */
    private static final int MOST_PEERS = 10_000;

    @Override
    public String kind() {
        return "export";
    }

    @Override
    public Platform platform() {
        return Platform.ROUTEROS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        Matcher menu = MENU.matcher(lines.peek());
        return menu.matches()
                && (menu.group(2) != null || ENTRY.matcher(lines.peek(1)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Map<String, String> peers = new LinkedHashMap<>();
        String menu = "";
        while (true) {
            int number = lines.number();
            String line = lines.peek();
            Matcher begin = MENU.matcher(line);
            boolean isMenu = ANY_MENU.matcher(line.strip()).matches();
            if (begin.matches()) {
                menu = begin.group(1);
            } else if (isMenu) {
                menu = "";
            } else if (!ENTRY.matcher(line).matches()) {
                return;
            }
            StringBuilder whole = new StringBuilder(lines.next());
            for (int i = 1; i < MOST && whole.length() > 0 && whole.charAt(whole.length() - 1) == '\\'; i++) {
                whole.setLength(whole.length() - 1);
                whole.append(lines.next().strip());
            }
            if (!menu.isEmpty() && whole.indexOf("=") > 0) {
                Map<String, String> properties = new LinkedHashMap<>();
                PrintDetail.take(whole.toString(), properties);
                entry(number, menu, properties, peers, notes);
            }
        }
    }

    private static void entry(
            int line, String menu, Map<String, String> properties, Map<String, String> peers, ContextNotes notes) {
        if (menu.endsWith("peer")) {
            if (peers.size() < MOST_PEERS) {
                peers.put(
                        properties.getOrDefault("name", ""),
                        properties.getOrDefault("address", "").replaceFirst("/\\d+$", ""));
            }
            return;
        }
        if (menu.endsWith("route")) {
            properties.putIfAbsent("dst-address", "0.0.0.0/0");
        }
        String peer = peers.get(properties.getOrDefault("peer", ""));
        if (menu.endsWith("policy") && peer != null) {
            properties.putIfAbsent("sa-dst-address", peer);
        }
        new Item(line, "", properties, true).add(notes);
    }
}
