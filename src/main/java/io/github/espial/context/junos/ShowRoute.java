package io.github.espial.context.junos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show route}: active routes, each with the next hop that is selected; those of other instances in their tables. */
public final class ShowRoute implements ContextParser {
    private static final Pattern TABLE =
            Pattern.compile("(?:([\\w.-]+)\\.)?inet6?\\.0: \\d+ destinations, \\d+ routes \\(.*");
    private static final Pattern LEGEND = Pattern.compile("\\+ = Active Route, - = Last Active, \\* = Both\\s*");
    private static final Pattern ROUTE =
            Pattern.compile("([0-9a-fA-F.:]+/\\d{1,3})\\s+([*+-]?)\\[(\\w+)/(\\d+)(?:/-?\\d+)?\\].*");
    private static final Pattern OTHER = Pattern.compile("\\s+([*+-]?)\\[\\w+/\\d+(?:/-?\\d+)?\\].*");

    /** The next hop in use has an arrow. */
    private static final Pattern HOP =
            Pattern.compile("\\s+(>)?\\s*(?:to ([0-9a-fA-F.:]+) )?(Local )?via ([\\w./-]+)(?:,.*)?\\s*");

    private static final Pattern DISCARD = Pattern.compile("\\s+(?:Reject|Discard)\\s*");

    @Override
    public String kind() {
        return "show route";
    }

    @Override
    public Platform platform() {
        return Platform.JUNOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return TABLE.matcher(lines.peek()).matches()
                || (ROUTE.matcher(lines.peek()).matches() && isHop(lines.peek(1)));
    }

    private static boolean isHop(String line) {
        return HOP.matcher(line).matches() || DISCARD.matcher(line).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Optional<String> table = Optional.empty();
        Optional<IpPrefix> prefix = Optional.empty();
        OptionalLong preference = OptionalLong.empty();
        boolean isActive = false;
        while (true) {
            int number = lines.number();
            String line = lines.peek();
            Matcher ofTable = TABLE.matcher(line);
            Matcher route = ROUTE.matcher(line);
            Matcher other = OTHER.matcher(line);
            Matcher hop = HOP.matcher(line);
            if (ofTable.matches()) {
                table = Optional.ofNullable(ofTable.group(1)).map(name -> "vrf " + name);
            } else if (route.matches()) {
                prefix = Words.prefix(route.group(1));
                if (prefix.isEmpty()) {
                    notes.problem(number, "not a prefix: " + route.group(1));
                }
                preference = Words.number(route.group(4));
                isActive = !route.group(2).isEmpty() && !route.group(2).equals("-");
            } else if (other.matches()) {
                isActive = !other.group(1).isEmpty() && !other.group(1).equals("-");
            } else if (hop.matches()) {
                if (isActive && prefix.isPresent()) {
                    add(number, prefix.get(), hop, preference, table, notes);
                }
            } else if (DISCARD.matcher(line).matches()) {
                if (isActive && prefix.isPresent()) {
                    notes.add(new RouteEntry(
                            number,
                            prefix.get(),
                            new Target.Discard(),
                            Optional.empty(),
                            Optional.empty(),
                            preference,
                            Store.ACTIVE,
                            table));
                }
            } else if (!isHeading(lines)) {
                return;
            }
            lines.next();
        }
    }

    private static boolean isHeading(Lines lines) throws IOException {
        String line = lines.peek();
        if (line.isBlank()) {
            String after = lines.peek(1);
            return ROUTE.matcher(after).matches()
                    || TABLE.matcher(after).matches()
                    || LEGEND.matcher(after).matches();
        }
        return LEGEND.matcher(line).matches();
    }

    /** A local route is that of an address of the machine; of several next hops, the arrow shows the one in use. */
    private static void add(
            int line,
            IpPrefix prefix,
            Matcher hop,
            OptionalLong preference,
            Optional<String> table,
            ContextNotes notes) {
        if (hop.group(3) != null) {
            notes.own(prefix.address());
        } else if (hop.group(1) != null) {
            notes.add(new RouteEntry(
                    line,
                    prefix,
                    Optional.ofNullable(hop.group(2))
                            .flatMap(Words::address)
                            .<Target>map(Target.Gateway::new)
                            .orElseGet(Target.OnLink::new),
                    Optional.of(hop.group(4)),
                    Optional.empty(),
                    preference,
                    Store.ACTIVE,
                    table));
        }
    }
}
