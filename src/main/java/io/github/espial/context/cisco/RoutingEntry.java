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
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show ip route ADDRESS} of IOS: the router's own answer for one destination, of which the starred hop is in use. */
public final class RoutingEntry implements ContextParser {
    private static final Pattern BEGIN =
            Pattern.compile("Routing entry for ([0-9a-fA-F.:]+/\\d{1,3})(?:, supernet)?\\s*");
    /** FRR begins alike, and has no such line. */
    private static final Pattern BLOCKS = Pattern.compile("\\s+Routing Descriptor Blocks:\\s*");

    private static final int MOST_LINES = 12;

    private static final Pattern DETAIL = Pattern.compile("\\s+\\S.*");
    private static final Pattern HOP = Pattern.compile(
            "\\s+\\* (?:([0-9a-fA-F.:]+)(?:, from [0-9a-fA-F.:]+.*?)?(?:, via ([\\w./-]+))?|directly connected, via ([\\w./-]+))(?:, .*)?\\s*");

    @Override
    public String kind() {
        return "show ip route ADDRESS";
    }

    @Override
    public Platform platform() {
        return Platform.CISCO;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        if (!BEGIN.matcher(lines.peek()).matches()) {
            return false;
        }
        for (int ahead = 1; ahead < MOST_LINES; ahead++) {
            if (BLOCKS.matcher(lines.peek(ahead)).matches()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int number = lines.number();
        Matcher begin = BEGIN.matcher(lines.next());
        Optional<IpPrefix> destination = begin.matches() ? Words.prefix(begin.group(1)) : Optional.empty();
        if (destination.isEmpty()) {
            notes.problem(number, "a routing entry for what is no prefix");
        }
        for (Optional<Matcher> line = lines.take(DETAIL); line.isPresent(); line = lines.take(DETAIL)) {
            Matcher hop = HOP.matcher(line.get().group());
            if (hop.matches() && destination.isPresent()) {
                Optional<IpAddress> router = Optional.ofNullable(hop.group(1)).flatMap(Words::address);
                notes.add(new RouteEntry(
                        number,
                        destination.get(),
                        router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new),
                        Optional.ofNullable(hop.group(2)).or(() -> Optional.ofNullable(hop.group(3))),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Store.ANSWER,
                        Optional.empty()));
            }
        }
    }
}
