package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ip route}, of one table or all. Which table was asked for is read from the command, if it stands before its
 * output.
 */
public final class IpRoute implements ContextParser {
    private static final Pattern COMMAND = Pattern.compile(
            ".*\\bip\\s+(?:-\\S+\\s+)*r(?:o(?:ute)?)?\\s+(?:(?:s(?:how)?|l(?:ist)?)\\s+)?t(?:able)?\\s+(\\S+)\\s*");
    private static final Pattern ROUTE = Pattern.compile(
            "(?:(?:unicast|local|broadcast|anycast|multicast|throw|unreachable|prohibit|blackhole|nat)\\s+)?"
                    + "(?:default|[0-9a-fA-F.:]+(?:/\\d{1,3})?)"
                    + "(?:\\s+(?:via|dev|proto|scope|src|metric|table|nhid|onlink|tos|from)\\b.*|\\s*)");
    private static final Pattern NEXT_HOP = Pattern.compile("\\s+nexthop\\s+.*");
    private static final List<String> DISCARDING = List.of("unreachable", "prohibit", "blackhole", "throw");
    private static final List<String> TYPES = List.of("unicast", "local", "broadcast", "anycast", "multicast", "nat");

    @Override
    public String kind() {
        return "ip route";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return isRoute(lines, 0) || (COMMAND.matcher(lines.peek()).matches() && isRoute(lines, 1));
    }

    /** A prefix with nothing after it is one of several routers; else it may be anything. */
    private static boolean isRoute(Lines lines, int ahead) throws IOException {
        String line = lines.peek(ahead);
        return ROUTE.matcher(line).matches()
                && (Words.of(line).size() > 2
                        || NEXT_HOP.matcher(lines.peek(ahead + 1)).matches())
                && !IpNeigh.isNeighbour(line);
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Optional<String> table = Optional.empty();
        Matcher command = COMMAND.matcher(lines.peek());
        if (command.matches()) {
            table = Optional.of(command.group(1)).filter(name -> !name.equals("main") && !name.equals("all"));
            lines.next();
        }
        while (isRoute(lines, 0)) {
            RouteWords route = new RouteWords(lines.number(), table);
            route.read(Words.of(lines.next()));
            boolean hasNextHops = false;
            while (NEXT_HOP.matcher(lines.peek()).matches()) {
                hasNextHops = true;
                RouteWords hop = route.forNextHop(lines.number());
                hop.read(Words.of(lines.next()));
                hop.finish(notes);
            }
            if (!hasNextHops) {
                route.finish(notes);
            }
        }
    }

    /** A route of which some words have been read. */
    private static final class RouteWords {
        private final int line;
        private Optional<IpPrefix> destination = Optional.empty();
        private Target target = new Target.OnLink();
        private Optional<String> device = Optional.empty();
        private Optional<IpAddress> source = Optional.empty();
        private OptionalLong metric = OptionalLong.empty();
        private Optional<String> table;
        private String destinationWord = "";
        private boolean isForUnicast = true;

        RouteWords(int line, Optional<String> table) {
            this.line = line;
            this.table = table;
        }

        /** The same route with nothing known of its next hop. */
        RouteWords forNextHop(int line) {
            RouteWords hop = new RouteWords(line, table);
            hop.destination = destination;
            hop.destinationWord = destinationWord;
            hop.source = source;
            hop.metric = metric;
            return hop;
        }

        void read(List<String> words) {
            int at = 0;
            if (DISCARDING.contains(words.get(0))) {
                target = new Target.Discard();
                at = 1;
            } else if (TYPES.contains(words.get(0))) {
                isForUnicast = words.get(0).equals("unicast");
                at = 1;
            }
            if (!words.get(at).equals("nexthop")) {
                destinationWord = words.get(at);
            }
            for (int i = at + 1; i < words.size(); i++) {
                String value = i + 1 < words.size() ? words.get(i + 1) : "";
                switch (words.get(i)) {
                    case "via" -> via(value, i + 2 < words.size() ? words.get(i + 2) : "");
                    case "dev" -> device = Optional.of(value);
                    case "src" -> source = Words.address(value);
                    case "metric" -> metric = Words.number(value);
                    case "table" -> table = Optional.of(value).filter(name -> !name.equals("main"));
                    default -> {
                        // A value, or what does not decide where packets go.
                    }
                }
            }
        }

        /** {@code via inet6 ADDRESS} hands IPv4 to an IPv6 router. */
        private void via(String value, String afterIt) {
            Optional<IpAddress> router = Words.address(value.startsWith("inet") ? afterIt : value);
            router.ifPresent(address -> target = new Target.Gateway(address));
        }

        void finish(ContextNotes notes) {
            if (!isForUnicast) {
                return;
            }
            Optional<IpPrefix> prefix = destination.or(() -> prefixOf(destinationWord));
            if (prefix.isEmpty()) {
                notes.problem(line, "not a prefix: " + destinationWord);
                return;
            }
            notes.add(new RouteEntry(line, prefix.get(), target, device, source, metric, Store.ACTIVE, table));
        }

        /** A default route is of the version of its router; without one, of IPv4. */
        private Optional<IpPrefix> prefixOf(String word) {
            if (!word.equals("default")) {
                return Words.prefix(word);
            }
            boolean isSix = target instanceof Target.Gateway gateway
                    && gateway.address().version() == 6;
            return Optional.of(IpPrefix.all(isSix ? 6 : 4));
        }
    }
}
