package io.github.espial.context.windows;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.InterfaceMetric;
import io.github.espial.context.RouteEntry.Metric;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;

/** Reads the lines of {@code route print} in order, for a table's place tells whether it is of persistent routes. */
final class RouteTables {
    private static final int MAC_DIGITS = 12;
    private static final long NO_METRIC = 0xffffffffL;

    private final ContextNotes notes;
    private boolean sawRule;
    private boolean sawActive6;
    private boolean persistent6;

    /** Since Windows Vista a word stands for no router, and interfaces have metrics of their own. */
    private boolean sawWordForOnLink;

    /** Line of the last active route, while the rule that ends their table has not come; 0 for none. */
    private int lastOpen;

    RouteTables(ContextNotes notes) {
        this.notes = notes;
    }

    void read(int number, String line) {
        Matcher active = RouteRow.ACTIVE_4.matcher(line);
        Matcher persistent = RouteRow.PERSISTENT_4.matcher(line);
        Matcher six = RouteRow.ROUTE_6.matcher(line);
        Matcher card = RouteRow.INTERFACE.matcher(line);
        if (active.matches()) {
            active(number, active);
        } else if (persistent.matches()) {
            persistent(number, persistent);
        } else if (six.matches()) {
            six(number, six);
        } else if (card.matches()) {
            card(number, card);
        } else if (RouteRow.isRule(line)) {
            // The first rule after active routes of IPv6 ends them; what follows is the list of persistent ones.
            persistent6 = sawActive6;
            sawRule = true;
            lastOpen = 0;
        } else if (RouteRow.isBeginning(line)) {
            notes.problem(number, "a route that stops in the middle");
        }
    }

    /** Says so where the table stops before its end. */
    void finish() {
        if (sawRule && lastOpen > 0) {
            notes.problem(
                    lastOpen,
                    "the table of active routes stops here without the line that ends it: some may be missing");
        }
    }

    private void active(int number, Matcher row) {
        startOver();
        lastOpen = number;
        Optional<IpPrefix> destination = prefix(number, row);
        Optional<IpAddress> own = Words.address(row.group(4));
        if (destination.isEmpty()) {
            return;
        }
        Optional<IpAddress> router = Words.address(row.group(3));
        sawWordForOnLink |= router.isEmpty();
        // Until Windows 2003 a route without router names the own address, or the loopback's, in its place.
        boolean onLink = router.isEmpty()
                || router.equals(own)
                || router.filter(RouteTables::isLoopback).isPresent();
        notes.add(new RouteEntry(
                number,
                destination.get(),
                onLink ? new Target.OnLink() : new Target.Gateway(router.orElseThrow()),
                own.isPresent() ? Optional.empty() : Optional.of("0x" + row.group(4)),
                own,
                Words.number(row.group(6)),
                Store.ACTIVE,
                Optional.empty()));
    }

    private void persistent(int number, Matcher row) {
        Optional<IpPrefix> destination = prefix(number, row);
        if (destination.isEmpty()) {
            return;
        }
        notes.add(new RouteEntry(
                number,
                destination.get(),
                target(Words.address(row.group(3))),
                Optional.empty(),
                Optional.empty(),
                new Metric(
                        Words.number(row.group(5)),
                        sawWordForOnLink ? new InterfaceMetric.Elsewhere() : new InterfaceMetric.Included()),
                Store.PERSISTENT,
                Optional.empty()));
    }

    private void six(int number, Matcher row) {
        Optional<IpPrefix> destination = Words.destination(row.group(3));
        if (persistent6) {
            lastOpen = 0;
        } else {
            lastOpen = number;
            sawActive6 = true;
        }
        if (destination.isEmpty()) {
            notes.problem(number, "not a prefix: " + row.group(3));
            return;
        }
        Optional<String> index = Optional.of(row.group(1)).filter(text -> !(persistent6 && text.equals("0")));
        OptionalLong metric = Words.number(row.group(2));
        notes.add(new RouteEntry(
                number,
                destination.get(),
                target(Optional.ofNullable(row.group(4)).flatMap(Words::address)),
                index,
                Optional.empty(),
                new Metric(
                        metric.isPresent() && metric.getAsLong() == NO_METRIC ? OptionalLong.empty() : metric,
                        persistent6 ? new InterfaceMetric.Elsewhere() : new InterfaceMetric.Included()),
                persistent6 ? Store.PERSISTENT : Store.ACTIVE,
                Optional.empty()));
    }

    /** What begins a new list of interfaces, or a table of IPv4, follows all of IPv6. */
    private void startOver() {
        sawActive6 = false;
        persistent6 = false;
    }

    private static Target target(Optional<IpAddress> router) {
        return router.filter(address -> !address.isUnspecified())
                .<Target>map(Target.Gateway::new)
                .orElseGet(Target.OnLink::new);
    }

    private Optional<IpPrefix> prefix(int number, Matcher row) {
        Optional<IpPrefix> destination = Words.destination(row.group(1), row.group(2));
        if (destination.isEmpty()) {
            notes.problem(number, "not a destination and its mask: " + row.group(1) + " " + row.group(2));
        }
        return destination;
    }

    private void card(int number, Matcher row) {
        startOver();
        String digits = Optional.ofNullable(row.group(2)).orElse("").replace(" ", "");
        Optional<MacAddress> mac = digits.length() == MAC_DIGITS
                ? Optional.of(new MacAddress(Long.parseLong(digits, 16)))
                : Optional.empty();
        notes.add(new InterfaceEntry(number, row.group(4), Optional.of(row.group(1)), mac, List.of(), List.of()));
    }

    private static boolean isLoopback(IpAddress address) {
        return address.version() == 4 && address.low() >>> 24 == 127;
    }
}
