package io.github.espial.context.strongswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.SaMode;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ipsec.conf} of strongSwan, libreswan and Openswan: each connection is a policy for what leaves. Left is taken for
 * this machine, as is the custom, unless the right end is said to be where the default route leads.
 */
public final class IpsecConf implements ContextParser {
    private static final Pattern SECTION = Pattern.compile("(conn|config|ca)\\s+(\\S+)\\s*(?:#.*)?");
    private static final Pattern SETTING =
            Pattern.compile("\\s++([\\w-]++)\\s*+=\\s*+(?:\"([^\"]*)\"|\\{([^}]*)\\}|([^#\"{]*+))\\s*+(?:#.*)?");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:#.*)?|include\\s.*|version\\s.*");
    private static final String DEFAULTS = "%default";
    private static final String OWN = "%defaultroute";

    private static final String ALSO = "also";
    private static final Set<String> READ =
            Set.of(ALSO, "type", "left", "right", "leftsubnet", "rightsubnet", "leftsubnets", "rightsubnets");

    /** Connections of one file, and how many of them one may include. */
    /** What somebody is to fill in. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^>]*>");

    private static final int MOST = 10_000;

    private static final int MOST_INCLUDED = 64;

    @Override
    public String kind() {
        return "ipsec.conf";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        int at = 1;
        while (at < Lines.MAX_AHEAD - 1
                && SECTION.matcher(lines.peek()).matches()
                && lines.peek(at).strip().startsWith("#")) {
            at++;
        }
        return SECTION.matcher(lines.peek()).matches()
                && SETTING.matcher(lines.peek(at)).matches();
    }

    private record Section(int line, Map<String, String> settings) {}

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Map<String, Section> connections = new LinkedHashMap<>();
        Map<String, String> settings = new HashMap<>();
        while (!lines.atEnd() && connections.size() < MOST) {
            Matcher section = SECTION.matcher(lines.peek());
            Matcher setting = SETTING.matcher(lines.peek());
            if (section.matches()) {
                settings = new HashMap<>();
                if (section.group(1).equals("conn")) {
                    connections.put(section.group(2), new Section(lines.number(), settings));
                }
            } else if (setting.matches() && READ.contains(setting.group(1))) {
                boolean adds = setting.group(1).equals(ALSO);
                settings.merge(setting.group(1), value(setting), (old, next) -> adds ? old + " " + next : next);
            } else if (setting.matches()) {
                // Of no interest.
            } else if (!BETWEEN.matcher(lines.peek()).matches()) {
                break;
            }
            lines.next();
        }
        connections.forEach((name, section) -> {
            if (!name.equals(DEFAULTS)) {
                add(section.line(), effective(name, connections), notes);
            }
        });
    }

    /** The settings of a connection, then those of what it includes, then those of all. */
    private static Map<String, String> effective(String name, Map<String, Section> connections) {
        Map<String, String> effective = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(name));
        while (!ahead.isEmpty() && seen.size() < MOST_INCLUDED) {
            String next = ahead.removeFirst();
            Section section = connections.get(next);
            if (section != null && seen.add(next)) {
                section.settings().forEach(effective::putIfAbsent);
                ahead.addAll(Words.of(section.settings().getOrDefault(ALSO, "")));
            }
        }
        Section defaults = connections.get(DEFAULTS);
        if (defaults != null) {
            defaults.settings().forEach(effective::putIfAbsent);
        }
        return effective;
    }

    private static String value(Matcher setting) {
        for (int group = 2; group < 4; group++) {
            if (setting.group(group) != null) {
                return setting.group(group).strip();
            }
        }
        return setting.group(4).strip();
    }

    private static void add(int line, Map<String, String> settings, ContextNotes notes) {
        String own = settings.getOrDefault("right", "").equals(OWN) ? "right" : "left";
        String other = own.equals("left") ? "right" : "left";
        Optional<IpAddress> local = Words.address(settings.getOrDefault(own, ""));
        Optional<IpAddress> remote = Words.address(settings.getOrDefault(other, ""));
        String type = settings.getOrDefault("type", "tunnel");
        boolean isTransport = type.equals("transport");
        if (!isTransport && !type.equals("tunnel")) {
            return;
        }
        Tunnel.configured(line, local, remote, Optional.of(isTransport ? SaMode.TRANSPORT : SaMode.TUNNEL))
                .add(networks(own, settings, local), networks(other, settings, remote), notes);
    }

    /** The networks of an end; without any, its address, if that is stated. */
    private static List<String> networks(String end, Map<String, String> settings, Optional<IpAddress> host) {
        String networks = settings.getOrDefault(end + "subnet", settings.getOrDefault(end + "subnets", ""));
        if (PLACEHOLDER.matcher(networks).matches()) {
            return List.of();
        }
        if (!networks.isEmpty()) {
            return Words.of(networks.replace(',', ' ').replace("%dynamic", "dynamic"));
        }
        return host.isPresent() ? List.of("dynamic") : List.of();
    }
}
