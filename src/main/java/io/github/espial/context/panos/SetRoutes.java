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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Static routes of a configuration as {@code set} commands: one line each, or one for each property of a route. */
public final class SetRoutes implements ContextParser {
    private static final Pattern LINE = Pattern.compile(
            "set (?:template \\S+ config )?network virtual-router (\\S+) routing-table ipv?[46]? ?static-route (\\S+) (\\S(?:.*\\S)?)\\s*");
    private static final Pattern DESTINATION = Pattern.compile("(?:^|.* )destination (\\S+)(?: .*|$)");
    private static final Pattern ROUTER = Pattern.compile("(?:^|.* )nexthop ip(?:v6)?-address (\\S+)(?: .*|$)");
    private static final Pattern DEVICE = Pattern.compile("(?:^|.* )interface (\\S+)(?: .*|$)");
    private static final Pattern DISCARD = Pattern.compile("(?:^|.* )nexthop discard(?: .*|$)");

    /** Characters of all properties of one route. */
    private static final int MOST_WORDS = 1000;

    private static final String FIRST_ROUTER = "default";

    @Override
    public String kind() {
        return "set network virtual-router";
    }

    @Override
    public Platform platform() {
        return Platform.PANOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return LINE.matcher(lines.peek()).matches();
    }

    private record Draft(int line, String router, StringBuilder words) {}

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        while (true) {
            int number = lines.number();
            Optional<Matcher> line = lines.take(LINE);
            if (line.isEmpty()
                    && lines.peek().isBlank()
                    && LINE.matcher(lines.peek(1)).matches()) {
                lines.next();
                continue;
            }
            if (line.isEmpty()) {
                break;
            }
            Matcher of = line.get();
            StringBuilder words = drafts.computeIfAbsent(
                            of.group(1) + " " + of.group(2),
                            name -> new Draft(number, of.group(1), new StringBuilder()))
                    .words();
            if (words.length() < MOST_WORDS) {
                words.append(of.group(3)).append(' ');
            }
        }
        drafts.values().forEach(draft -> add(draft, notes));
    }

    private static void add(Draft draft, ContextNotes notes) {
        String words = draft.words().toString();
        Optional<IpPrefix> destination = group(DESTINATION, words).flatMap(Words::prefix);
        if (destination.isEmpty()) {
            notes.problem(draft.line(), "a route to what is no prefix");
            return;
        }
        Optional<IpAddress> router = group(ROUTER, words).flatMap(Words::address);
        notes.add(new RouteEntry(
                draft.line(),
                destination.get(),
                DISCARD.matcher(words).matches()
                        ? new Target.Discard()
                        : router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new),
                group(DEVICE, words),
                Optional.empty(),
                OptionalLong.empty(),
                Store.PERSISTENT,
                Optional.of(draft.router())
                        .filter(name -> !name.equals(FIRST_ROUTER))
                        .map(name -> "vrf " + name)));
    }

    private static Optional<String> group(Pattern pattern, String words) {
        Matcher match = pattern.matcher(words);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
