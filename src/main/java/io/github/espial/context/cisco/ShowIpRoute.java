package io.github.espial.context.cisco;

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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code show ip route} and {@code show ipv6 route} of IOS, {@code show route} of ASA. Where the prefixes of a classful
 * network have one length, IOS states it once above them. A route with several next hops goes on in further lines.
 */
public final class ShowIpRoute implements ContextParser {
    private static final String IPV4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
    private static final String CODE = "([A-Za-z](?:[ *%+&]{0,3}[A-Za-z0-9]{1,2})?[*%+&p]{0,2})";

    /** FRRouting's, which explains kernel routes too, is none of Cisco's. */
    private static final Pattern LEGEND =
            Pattern.compile("Codes: (?!.*\\bkernel\\b).*\\b(?:C - connected|L - local)\\b.*|IPv6 Routing Table - .*");

    private static final Pattern TABLE = Pattern.compile("Routing Table: (\\S+)\\s*");
    private static final Pattern LAST_RESORT =
            Pattern.compile("Gateway of last resort is (?:not set|\\S+ to network \\S+)\\s*");
    private static final Pattern SUBNETTED =
            Pattern.compile("\\s+" + IPV4 + "(?:/(\\d{1,2})| (" + IPV4 + ")) is (variably )?subnetted, .*");

    /** A route: its code, its prefix in one of three forms, and maybe where it leads. */
    private static final Pattern ROUTE = Pattern.compile(CODE + "\\s+(" + IPV4
            + "|(?=[0-9a-fA-F]*+:)[0-9a-fA-F:.]++)(?:/(\\d{1,3})|\\s+(" + IPV4 + "))?(?:\\s+(\\S(?:.*\\S)?))?\\s*");

    /** Where it leads: the distance and the metric, then router and interface, in the same line or those after it. */
    private static final Pattern VIA = Pattern.compile(
            "\\[\\d+/(\\d+)\\] via ([0-9a-fA-F.:]+)(?:, (?:\\d\\S*|never))?(?:, ([A-Za-z][\\w./:-]*))?\\s*");

    private static final Pattern CONNECTED =
            Pattern.compile("(?:is directly connected|is a summary)(?:, \\d\\S*)?, ([A-Za-z][\\w./:-]*)\\s*");
    private static final Pattern METRIC = Pattern.compile("\\[\\d+/(\\d+)\\]");
    private static final Pattern VIA_SIX = Pattern.compile(
            "\\s+via (?:((?=[0-9a-fA-F.]*+:)[0-9a-fA-F.:]++)(?:, )?)?([A-Za-z][\\w./:-]*)?(?:, (?:directly connected|receive))?\\s*");

    @Override
    public String kind() {
        return "show ip route";
    }

    @Override
    public Platform platform() {
        return Platform.CISCO;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        String line = lines.peek();
        return LEGEND.matcher(line).matches()
                || LAST_RESORT.matcher(line).matches()
                || (TABLE.matcher(line).matches()
                        && LEGEND.matcher(lines.peek(1)).matches())
                || SUBNETTED.matcher(line).matches()
                || isRoute(lines);
    }

    /** A line that begins a route, and says where to, here or in the next line. */
    private static boolean isRoute(Lines lines) throws IOException {
        Matcher route = ROUTE.matcher(lines.peek());
        if (!route.matches()) {
            return false;
        }
        String rest = route.group(5) == null ? "" : route.group(5);
        String after = lines.peek(1);
        boolean isSix = route.group(2).contains(":");
        return VIA.matcher(rest).matches()
                || CONNECTED.matcher(rest).matches()
                || (rest.isEmpty() && VIA.matcher(after.strip()).matches())
                || (isSix
                        && METRIC.matcher(rest).matches()
                        && VIA_SIX.matcher(after).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Table table = new Table(notes);
        while (true) {
            int number = lines.number();
            String line = lines.peek();
            Matcher ofTable = TABLE.matcher(line);
            Matcher subnetted = SUBNETTED.matcher(line);
            if (ofTable.matches()) {
                table.name = Optional.of(ofTable.group(1));
            } else if (subnetted.matches()) {
                table.subnetted(subnetted);
            } else if (isRoute(lines)) {
                table.route(number, ROUTE.matcher(line));
            } else if (table.isGoingOn() && VIA.matcher(line.strip()).matches()) {
                table.hop(number, line.strip());
            } else if (table.isGoingOn() && VIA_SIX.matcher(line).matches()) {
                table.hopSix(number, VIA_SIX.matcher(line));
            } else if (LEGEND.matcher(line).matches()) {
                lines.next();
                while (lines.peek().startsWith(" ") && lines.peek().contains(" - ")) {
                    lines.next();
                }
                continue;
            } else if (!LAST_RESORT.matcher(line).matches() && !(line.isBlank() && goesOn(lines))) {
                return;
            }
            lines.next();
        }
    }

    /** Whether something of the table follows a blank line. */
    private static boolean goesOn(Lines lines) throws IOException {
        String after = lines.peek(1);
        return LAST_RESORT.matcher(after).matches()
                || SUBNETTED.matcher(after).matches()
                || (ROUTE.matcher(after).matches()
                        && (after.contains(" via ") || after.contains(" is directly connected")));
    }

    private static final class Table {
        private final ContextNotes notes;
        private Optional<String> name = Optional.empty();
        private OptionalInt length = OptionalInt.empty();
        private Optional<IpPrefix> prefix = Optional.empty();
        private OptionalLong metric = OptionalLong.empty();

        Table(ContextNotes notes) {
            this.notes = notes;
        }

        boolean isGoingOn() {
            return prefix.isPresent();
        }

        void subnetted(Matcher line) {
            OptionalInt stated =
                    line.group(1) == null ? Words.netmask(line.group(2)) : Words.smallNumber(line.group(1));
            length = line.group(3) == null ? stated : OptionalInt.empty();
            prefix = Optional.empty();
        }

        void route(int line, Matcher route) {
            if (!route.matches()) {
                return;
            }
            OptionalInt stated = route.group(3) != null
                    ? Words.smallNumber(route.group(3))
                    : route.group(4) != null ? Words.netmask(route.group(4)) : length;
            prefix = stated.isPresent() ? Words.prefix(route.group(2) + "/" + stated.getAsInt()) : Optional.empty();
            if (prefix.isEmpty()) {
                notes.problem(line, "not a prefix: " + route.group(2));
                return;
            }
            String rest = route.group(5) == null ? "" : route.group(5);
            Matcher connected = CONNECTED.matcher(rest);
            Matcher ofSix = METRIC.matcher(rest);
            metric = ofSix.matches() ? Words.number(ofSix.group(1)) : OptionalLong.empty();
            if (connected.matches()) {
                boolean discards = connected.group(1).startsWith("Null");
                add(line, discards ? new Target.Discard() : new Target.OnLink(), Optional.of(connected.group(1)));
            } else if (!rest.isEmpty()) {
                hop(line, rest);
            }
        }

        void hop(int line, String text) {
            Matcher via = VIA.matcher(text);
            if (via.matches()) {
                metric = Words.number(via.group(1));
                Optional<IpAddress> router = Words.address(via.group(2));
                router.ifPresent(address -> add(line, new Target.Gateway(address), Optional.ofNullable(via.group(3))));
            }
        }

        void hopSix(int line, Matcher via) {
            if (via.matches()) {
                Optional<String> device = Optional.ofNullable(via.group(2));
                boolean discards = device.filter(any -> any.startsWith("Null")).isPresent();
                Target otherwise = discards ? new Target.Discard() : new Target.OnLink();
                Optional<Target> router = Optional.ofNullable(via.group(1))
                        .flatMap(Words::address)
                        .map(Target.Gateway::new);
                add(line, router.orElse(otherwise), device);
            }
        }

        private void add(int line, Target target, Optional<String> device) {
            prefix.ifPresent(destination -> notes.add(
                    new RouteEntry(line, destination, target, device, Optional.empty(), metric, Store.ACTIVE, name)));
        }
    }
}
