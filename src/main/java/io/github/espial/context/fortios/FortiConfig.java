package io.github.espial.context.fortios;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts of a FortiGate's configuration: static routes, addresses of interfaces, and the ends and networks of tunnels.
 * Whatever else is set is passed over, and secrets are not looked at.
 */
public final class FortiConfig implements ContextParser {
    private static final Pattern BEGIN = Pattern.compile(
            "\\s*config (router static6?|system interface|vpn ipsec phase1(?:-interface)?|vpn ipsec phase2(?:-interface)?)\\s*");
    private static final Pattern EDIT = Pattern.compile("\\s*edit \"?([^\"]+?)\"?\\s*");
    private static final Pattern SET = Pattern.compile("\\s*set ([a-z0-9-]+) (\\S.*?)\\s*");

    /** Tunnels whose ends are remembered: an end to the memory that a hostile file takes. */
    private static final int MOST = 10_000;

    /** Settings of one entry that are kept. */
    private static final int MOST_SETTINGS = 100;

    @Override
    public String kind() {
        return "config";
    }

    @Override
    public Platform platform() {
        return Platform.FORTIOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return BEGIN.matcher(lines.peek()).matches()
                && EDIT.matcher(lines.peek(1)).matches();
    }

    /** Phase 1 stands before phase 2, maybe with other parts between them. */
    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Map<String, Map<String, String>> ends = new HashMap<>();
        while (recognises(lines)) {
            Matcher begin = BEGIN.matcher(lines.next());
            section(begin.matches() ? begin.group(1) : "", lines, ends, notes);
        }
    }

    private static void section(String section, Lines lines, Map<String, Map<String, String>> ends, ContextNotes notes)
            throws IOException {
        int depth = 0;
        int line = 0;
        String name = "";
        Map<String, String> settings = new HashMap<>();
        while (!lines.peek().isBlank()) {
            int number = lines.number();
            String text = lines.next();
            String word = text.strip();
            Matcher edit = EDIT.matcher(text);
            Matcher set = SET.matcher(text);
            if (word.startsWith("config ")) {
                depth++;
            } else if (word.equals("end")) {
                if (depth == 0) {
                    return;
                }
                depth--;
            } else if (depth == 0 && edit.matches()) {
                line = number;
                name = edit.group(1);
                settings = new HashMap<>();
            } else if (depth == 0 && set.matches() && settings.size() < MOST_SETTINGS) {
                settings.put(set.group(1), set.group(2).replace("\"", ""));
            } else if (depth == 0 && word.equals("next")) {
                if (section.startsWith("vpn ipsec phase1") && ends.size() < MOST) {
                    ends.put(name, settings);
                }
                add(section, line, name, settings, ends, notes);
            }
        }
    }

    private static void add(
            String section,
            int line,
            String name,
            Map<String, String> settings,
            Map<String, Map<String, String>> ends,
            ContextNotes notes) {
        if (section.startsWith("router static")) {
            addRoute(line, settings, section.endsWith("6") ? 6 : 4, notes);
        } else if (section.equals("system interface")) {
            own(settings)
                    .ifPresent(address -> notes.add(new InterfaceEntry(
                            line, name, Optional.empty(), Optional.empty(), List.of(address), List.of())));
        } else if (section.startsWith("vpn ipsec phase2")) {
            addPolicy(line, settings, ends, notes);
        }
    }

    /** Without a destination it is the default route. */
    private static void addRoute(int line, Map<String, String> settings, int version, ContextNotes notes) {
        String destination = settings.getOrDefault("dst", "");
        Optional<IpPrefix> prefix = destination.isEmpty() ? Optional.of(IpPrefix.all(version)) : network(destination);
        if (settings.getOrDefault("status", "enable").equals("disable") || settings.containsKey("dstaddr")) {
            return;
        }
        if (prefix.isEmpty()) {
            notes.problem(line, "not a destination of a static route");
            return;
        }
        Optional<IpAddress> router = Words.address(settings.getOrDefault("gateway", ""));
        boolean discards = settings.getOrDefault("blackhole", "disable").equals("enable");
        notes.add(new RouteEntry(
                line,
                prefix.get(),
                discards
                        ? new Target.Discard()
                        : router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new),
                Optional.ofNullable(settings.get("device")),
                Optional.empty(),
                settings.containsKey("distance") ? Words.number(settings.get("distance")) : OptionalLong.empty(),
                Store.PERSISTENT,
                Optional.empty()));
    }

    private static void addPolicy(
            int line, Map<String, String> settings, Map<String, Map<String, String>> ends, ContextNotes notes) {
        String tunnel = settings.getOrDefault("phase1name", "");
        Map<String, String> end = ends.getOrDefault(tunnel, Map.of());
        IpPrefix all = IpPrefix.all(4);
        Optional<IpPrefix> source =
                settings.containsKey("src-subnet") ? network(settings.get("src-subnet")) : Optional.of(all);
        Optional<IpPrefix> destination =
                settings.containsKey("dst-subnet") ? network(settings.get("dst-subnet")) : Optional.of(all);
        Optional<IpAddress> peer = Words.address(end.getOrDefault("remote-gw", ""));
        if (source.isPresent() && destination.isPresent() && !tunnel.isEmpty()) {
            notes.add(new PolicyEntry(
                    line,
                    Selector.between(source.get(), destination.get()),
                    Way.OUT,
                    Action.PROTECT,
                    new PolicyEntry.Template(
                            Words.address(end.getOrDefault("local-gw", "")),
                            peer,
                            Optional.of(SaMode.TUNNEL),
                            Optional.empty()),
                    Optional.of(tunnel),
                    Optional.empty(),
                    Standing.CONFIGURED));
        }
    }

    private static Optional<IpPrefix> network(String words) {
        int space = words.indexOf(' ');
        return space < 0
                ? Words.destination(words)
                : Words.destination(
                        words.substring(0, space), words.substring(space + 1).strip());
    }

    private static Optional<OwnAddress> own(Map<String, String> settings) {
        List<String> words = Words.of(settings.getOrDefault("ip", ""));
        OptionalInt length = words.size() == 2 ? Words.netmask(words.get(1)) : OptionalInt.empty();
        return words.isEmpty()
                ? Optional.empty()
                : Words.address(words.get(0))
                        .filter(address -> !address.isUnspecified())
                        .map(address -> new OwnAddress(address, length));
    }
}
