package io.github.espial.context.fortios;

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
 * {@code get router info routing-table all} and its kin. Routes of other VRFs are in tables of their own; those into a
 * tunnel name its far end in place of a router.
 */
public final class RoutingTable implements ContextParser {
    private static final Pattern LEGEND = Pattern.compile("Codes: K - kernel, C - connected, S - static, R - RIP.*");
    /** Lines that explain the codes. */
    private static final int LEGEND_LINES = 12;

    private static final Pattern VRF = Pattern.compile("Routing table for VRF=(\\d{1,5})\\s*");
    private static final String CODE = "[A-Za-z][A-Za-z0-9]?(?: [A-Z][A-Z0-9])?[*>]{0,2}";

    /** A route, what follows its prefix, and what FortiOS alone puts at the end: priority and weight, or an age. */
    private static final Pattern ROUTE = Pattern.compile(
            CODE + "\\s+([0-9a-fA-F.:]+/\\d{1,3})\\s+(?:\\[(\\d+)/\\d+\\]\\s+)?((?:via|is directly connected)\\b.*)");

    /** Another next hop of the route above. */
    private static final Pattern MORE =
            Pattern.compile("\\s+(?:\\[(\\d+)/\\d+\\]\\s+)((?:via|is directly connected)\\b.*)");

    private static final Pattern VIA = Pattern.compile("via ([0-9a-fA-F.:]+), ([\\w./ -]+?)(?:,.*)?");
    private static final Pattern TUNNEL = Pattern.compile("via (\\S+) tunnel ([0-9a-fA-F.:]+)(?:%\\S*)?(?:,.*)?");
    private static final Pattern RECURSIVE = Pattern.compile(
            "via ([0-9a-fA-F.:]+)(?: tag \\S+)? \\(recursive (?:is directly connected, (\\S+?)|(?:via )?(\\S+?)(?: tunnel \\S+)?(?:, (\\S+?))?)\\),?.*");
    private static final Pattern CONNECTED = Pattern.compile("is directly connected, ([\\w./-]+)(?:,.*)?");

    @Override
    public String kind() {
        return "get router info routing-table";
    }

    @Override
    public Platform platform() {
        return Platform.FORTIOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return (LEGEND.matcher(lines.peek()).matches() && !isOfZebra(lines))
                || VRF.matcher(lines.peek()).matches()
                || isTunnelRoute(lines.peek());
    }

    /** Zebra's children tell routes in the kernel's table apart, and explain how. */
    private static boolean isOfZebra(Lines lines) throws IOException {
        for (int ahead = 1; ahead < LEGEND_LINES; ahead++) {
            if (lines.peek(ahead).contains("FIB route")) {
                return true;
            }
        }
        return false;
    }

    /** What no other system writes of a route. */
    private static boolean isTunnelRoute(String line) {
        Matcher route = ROUTE.matcher(line);
        return route.matches() && TUNNEL.matcher(route.group(3)).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Optional<String> table = Optional.empty();
        Optional<IpPrefix> prefix = Optional.empty();
        while (true) {
            int number = lines.number();
            String line = lines.peek();
            Matcher vrf = VRF.matcher(line);
            Matcher route = ROUTE.matcher(line);
            Matcher more = MORE.matcher(line);
            if (vrf.matches()) {
                table = Optional.of(vrf.group(1)).filter(id -> !id.equals("0")).map(id -> "vrf " + id);
            } else if (route.matches()) {
                prefix = Words.destination(route.group(1));
                if (prefix.isEmpty()) {
                    notes.problem(number, "not a prefix: " + route.group(1));
                } else {
                    add(
                            number,
                            prefix.get(),
                            route.group(2) == null ? "0" : route.group(2),
                            route.group(3),
                            table,
                            notes);
                }
            } else if (more.matches() && prefix.isPresent()) {
                add(number, prefix.get(), more.group(1), more.group(2), table, notes);
            } else if (!isHeading(lines)) {
                return;
            }
            lines.next();
        }
    }

    /** The legend, and blank lines before more of the table. */
    private static boolean isHeading(Lines lines) throws IOException {
        String line = lines.peek();
        if (line.isBlank()) {
            String after = lines.peek(1);
            return ROUTE.matcher(after).matches() || VRF.matcher(after).matches();
        }
        return LEGEND.matcher(line).matches() || (Character.isWhitespace(line.charAt(0)) && line.contains(" - "));
    }

    private static void add(
            int line, IpPrefix prefix, String distance, String text, Optional<String> table, ContextNotes notes) {
        Matcher tunnel = TUNNEL.matcher(text);
        Matcher via = VIA.matcher(text);
        Matcher recursive = RECURSIVE.matcher(text);
        Matcher connected = CONNECTED.matcher(text);
        Optional<String> device = Optional.empty();
        Target target = new Target.OnLink();
        if (tunnel.matches()) {
            device = Optional.of(tunnel.group(1));
        } else if (recursive.matches()) {
            device = Optional.ofNullable(recursive.group(2))
                    .or(() -> Optional.ofNullable(recursive.group(4)))
                    .or(() -> Optional.ofNullable(recursive.group(3)));
            target = router(recursive.group(1));
        } else if (via.matches()) {
            device = Optional.of(via.group(2));
            target = router(via.group(1));
        } else if (connected.matches()) {
            device = Optional.of(connected.group(1));
        } else {
            notes.problem(line, "not a next hop of a route");
            return;
        }
        boolean discards = device.filter(name -> name.equals("Null") || name.equals("Null0"))
                .isPresent();
        notes.add(new RouteEntry(
                line,
                prefix,
                discards ? new Target.Discard() : target,
                device,
                Optional.empty(),
                OptionalLong.of(Long.parseLong(distance)),
                Store.ACTIVE,
                table));
    }

    private static Target router(String word) {
        Optional<IpAddress> address = Words.address(word).filter(one -> !one.isUnspecified());
        return address.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new);
    }
}
