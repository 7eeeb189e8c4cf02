package io.github.espial.context.vyos;

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
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code show ip route} of FRR and Quagga, as on VyOS, and of EdgeOS: those routes that are selected and in the kernel's
 * table, which have an asterisk. Those of other VRFs and tables are in tables of their own.
 */
public final class FrrRoutes implements ContextParser {
    private static final Pattern LEGEND = Pattern.compile(
            "Codes: K - kernel(?: route)?, C - connected, (?:L - local, )?S - static,(?: R - RIP,.*)?\\s*");
    private static final Pattern VRF = Pattern.compile(
            "(?:IP Route Table for |IPv[46] unicast )?VRF \"?([\\w.-]+)\"?(?: table \\d+)?:?\\s*|Table (\\d+):\\s*");

    /** {@code S>* 10.0.0.0/8 [1/0] via 192.0.2.1, eth0} of FRR, {@code S    *> 10.0.0.0/8 ...} of EdgeOS. */
    private static final Pattern ROUTE = Pattern.compile(
            "[A-Za-z](?: ?[A-Z0-9]{2})?\\s*([>*][>* r]{0,2}| {1,4})\\s*([0-9a-fA-F.:]+/\\d{1,3})\\s+(?:\\[\\d+/(\\d+)\\]\\s+)?"
                    + "((?:via|is directly connected|unreachable)\\b.*)");

    /** Another next hop of the route above. */
    private static final Pattern MORE =
            Pattern.compile("\\s{1,4}([*>q])?\\s{3,}(?:\\[\\d+/\\d+\\]\\s+)?((?:via|is directly connected)\\b.*)");

    private static final Pattern VIA = Pattern.compile(
            "via ([0-9a-fA-F.:]+)(?: \\(recursive\\))?(?:, ([A-Za-z][\\w.@-]*))?(?:,.*| inactive.*| onlink.*)?");
    private static final Pattern CONNECTED = Pattern.compile("is directly connected, ([\\w.@-]+)(?:[, ].*)?");

    @Override
    public String kind() {
        return "show ip route (FRR)";
    }

    @Override
    public Platform platform() {
        return Platform.VYOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        String line = lines.peek();
        if (LEGEND.matcher(line).matches()) {
            return true;
        }
        Matcher route = ROUTE.matcher(line);
        return route.matches() && route.group(1).contains(">") && isHop(route.group(4));
    }

    private static boolean isHop(String text) {
        return VIA.matcher(text).matches() || CONNECTED.matcher(text).matches() || text.startsWith("unreachable");
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Optional<String> table = Optional.empty();
        Optional<IpPrefix> prefix = Optional.empty();
        OptionalLong metric = OptionalLong.empty();
        while (true) {
            int number = lines.number();
            String line = lines.peek();
            Matcher route = ROUTE.matcher(line);
            Matcher more = MORE.matcher(line);
            Matcher vrf = VRF.matcher(line);
            if (vrf.matches()) {
                table = table(vrf);
            } else if (route.matches() && isHop(route.group(4))) {
                boolean isInForce = route.group(1).contains("*");
                prefix = isInForce ? Words.prefix(route.group(2)) : Optional.empty();
                metric = route.group(3) == null ? OptionalLong.empty() : Words.number(route.group(3));
                if (isInForce && prefix.isEmpty()) {
                    notes.problem(number, "not a prefix: " + route.group(2));
                } else if (isInForce) {
                    add(number, prefix.get(), route.group(4), metric, table, notes);
                    own(line, prefix.get(), notes);
                }
            } else if (more.matches()) {
                if (prefix.isPresent() && (more.group(1) != null)) {
                    add(number, prefix.get(), more.group(2), metric, table, notes);
                }
            } else if (!isHeading(lines)) {
                return;
            }
            lines.next();
        }
    }

    private static Optional<String> table(Matcher heading) {
        return Optional.ofNullable(heading.group(1))
                .filter(name -> !name.equals("default"))
                .map(name -> "vrf " + name)
                .or(() -> Optional.ofNullable(heading.group(2)));
    }

    /** A route that FRR calls local is that of an address of the machine. */
    private static void own(String line, IpPrefix prefix, ContextNotes notes) {
        if (line.startsWith("L") && prefix.equals(IpPrefix.host(prefix.address()))) {
            notes.own(prefix.address());
        }
    }

    private static boolean isHeading(Lines lines) throws IOException {
        String line = lines.peek();
        if (line.isBlank()) {
            String after = lines.peek(1);
            return ROUTE.matcher(after).matches() || VRF.matcher(after).matches();
        }
        return LEGEND.matcher(line).matches()
                || (Character.isWhitespace(line.charAt(0)) && line.contains(" - "))
                || line.startsWith("Gateway of last resort");
    }

    private static void add(
            int line, IpPrefix prefix, String text, OptionalLong metric, Optional<String> table, ContextNotes notes) {
        Matcher via = VIA.matcher(text);
        Matcher connected = CONNECTED.matcher(text);
        Optional<String> device = Optional.empty();
        Target target = new Target.OnLink();
        if (via.matches()) {
            Optional<IpAddress> router = Words.address(via.group(1));
            if (router.isEmpty() || text.contains(" inactive")) {
                return;
            }
            device = Optional.ofNullable(via.group(2));
            target = new Target.Gateway(router.get());
        } else if (connected.matches()) {
            device = Optional.of(connected.group(1));
        }
        boolean discards = text.startsWith("unreachable")
                || device.filter(name -> name.equals("Null0")).isPresent();
        notes.add(new RouteEntry(
                line,
                prefix,
                discards ? new Target.Discard() : target,
                device,
                Optional.empty(),
                metric,
                Store.ACTIVE,
                table));
    }
}
