package io.github.espial.context.panos;

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

/** {@code show routing route}: active routes; those of other virtual routers in tables of their own. */
public final class RoutingRoute implements ContextParser {
    private static final Pattern HEADING =
            Pattern.compile("destination\\s+nexthop\\s+metric\\s+flags\\s+age\\s+interface\\b.*");
    private static final Pattern ROUTER = Pattern.compile("VIRTUAL ROUTER: (\\S+) \\(id \\d+\\)\\s*");

    /** Destination, next hop, metric, flags, maybe an age, and the interface. */
    private static final Pattern ROW = Pattern.compile(
            "([0-9a-fA-F.:]+/\\d{1,3})\\s+(\\S+)\\s+(\\d+)\\s+((?:[A-Za-z?~][A-Za-z0-9]?(?:\\s+|$))+)(?:(\\d+)\\s+)?((?:ethernet|tunnel|vlan|loopback|ae)[\\w./]*)?(?:\\s+\\d+)?\\s*");

    private static final String FIRST_ROUTER = "default";

    @Override
    public String kind() {
        return "show routing route";
    }

    @Override
    public Platform platform() {
        return Platform.PANOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches()
                || ROUTER.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Optional<String> table = Optional.empty();
        while (true) {
            int number = lines.number();
            String line = lines.peek();
            Matcher router = ROUTER.matcher(line);
            Matcher row = ROW.matcher(line);
            if (router.matches()) {
                table = Optional.of(router.group(1))
                        .filter(name -> !name.equals(FIRST_ROUTER))
                        .map(name -> "vrf " + name);
            } else if (row.matches()) {
                add(number, row, table, notes);
            } else if (!line.startsWith("  =") && !line.startsWith("===") && !recognises(lines)) {
                return;
            }
            lines.next();
        }
    }

    private static void add(int line, Matcher row, Optional<String> table, ContextNotes notes) {
        Optional<IpPrefix> prefix = Words.prefix(row.group(1));
        String flags = row.group(4);
        if (prefix.isEmpty()) {
            notes.problem(line, "not a prefix: " + row.group(1));
            return;
        }
        if (!flags.contains("A")) {
            return;
        }
        boolean isConnected = flags.contains("C");
        if (flags.contains("H")) {
            notes.own(prefix.get().address());
            return;
        }
        Optional<IpAddress> router =
                Words.address(row.group(2)).filter(address -> !address.isUnspecified() && !isConnected);
        boolean discards = row.group(2).equals("discard");
        notes.add(new RouteEntry(
                line,
                prefix.get(),
                discards
                        ? new Target.Discard()
                        : router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new),
                Optional.ofNullable(row.group(6)),
                Optional.empty(),
                OptionalLong.of(Long.parseLong(row.group(3))),
                Store.ACTIVE,
                table));
    }
}
