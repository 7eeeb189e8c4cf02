package io.github.espial.context.fortios;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.SaCount;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code get vpn ipsec tunnel details}: packets of each tunnel, and its pairs of selectors. Its keys are not taken. */
public final class TunnelDetails implements ContextParser {
    private static final Pattern BEGIN = Pattern.compile("\\s*gateway\\s*");
    private static final Pattern NAME = Pattern.compile("\\s+name: '([^']+)'\\s*");
    private static final Pattern GATEWAY = Pattern.compile("\\s+(local|remote)-gateway: ([0-9a-fA-F.:]+):\\d+ .*");
    private static final Pattern COUNT = Pattern.compile("\\s+(rx|tx)\\s+packets: (\\d{1,18})\\s+bytes: .*");
    private static final Pattern END =
            Pattern.compile("\\s+(src|dst): (?:\\d+:)?([0-9a-fA-F.:]+)([/-])([0-9.]+|[0-9a-fA-F:]+):\\d+.*");
    private static final Pattern SA = Pattern.compile("\\s+SA\\s*");

    @Override
    public String kind() {
        return "get vpn ipsec tunnel details";
    }

    @Override
    public Platform platform() {
        return Platform.FORTIOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return BEGIN.matcher(lines.peek()).matches()
                && NAME.matcher(lines.peek(1)).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        lines.next();
        Matcher first = NAME.matcher(lines.next());
        Tunnel tunnel = new Tunnel(first.matches() ? first.group(1) : "");
        while (isOfIt(lines)) {
            tunnel.read(lines.number(), lines.next(), notes);
        }
        tunnel.pair(Standing.DOWN, notes);
    }

    private static boolean isOfIt(Lines lines) throws IOException {
        String line = lines.peek();
        return !line.isBlank() && Character.isWhitespace(line.charAt(0)) && !recognisesNext(lines);
    }

    private static boolean recognisesNext(Lines lines) throws IOException {
        return BEGIN.matcher(lines.peek()).matches()
                && NAME.matcher(lines.peek(1)).matches();
    }

    private static final class Tunnel {
        private final String name;
        private Optional<IpAddress> local = Optional.empty();
        private Optional<IpAddress> remote = Optional.empty();
        private OptionalLong in = OptionalLong.empty();
        private int line;
        private Optional<IpPrefix> source = Optional.empty();
        private Optional<IpPrefix> destination = Optional.empty();

        Tunnel(String name) {
            this.name = name;
        }

        void read(int number, String text, ContextNotes notes) {
            Matcher gateway = GATEWAY.matcher(text);
            Matcher count = COUNT.matcher(text);
            Matcher end = END.matcher(text);
            if (gateway.matches() && gateway.group(1).equals("local")) {
                local = Words.address(gateway.group(2));
                local.ifPresent(notes::own);
            } else if (gateway.matches()) {
                remote = Words.address(gateway.group(2));
            } else if (count.matches() && count.group(1).equals("rx")) {
                in = Words.number(count.group(2));
            } else if (count.matches() && in.isPresent()) {
                notes.add(new SaCount(number, name, local, remote, SaCount.PACKETS, in, Words.number(count.group(2))));
            } else if (end.matches()) {
                Optional<IpPrefix> prefix = Words.addresses(end.group(2) + end.group(3) + end.group(4));
                if (prefix.isEmpty()) {
                    notes.problem(number, "selectors that are no prefix: " + end.group(2) + " " + end.group(4));
                } else if (end.group(1).equals("src")) {
                    pair(Standing.DOWN, notes);
                    line = number;
                    source = prefix;
                } else {
                    destination = prefix;
                }
            } else if (SA.matcher(text).matches()) {
                pair(Standing.ACTIVE, notes);
            }
        }

        /** Notes the pair of selectors that has been read: an SA below it shows that the tunnel is up. */
        void pair(Standing standing, ContextNotes notes) {
            if (source.isPresent()
                    && destination.isPresent()
                    && source.get().address().version()
                            == destination.get().address().version()) {
                notes.add(PolicyEntry.outbound(
                        line,
                        Selector.between(source.get(), destination.get()),
                        PolicyEntry.Template.tunnel(local, remote),
                        // Policies may lead into the tunnel as well: then there is no interface of its name.
                        destination.get().isDefault() ? Optional.of(name) : Optional.empty(),
                        standing));
            }
            source = Optional.empty();
            destination = Optional.empty();
        }
    }
}
