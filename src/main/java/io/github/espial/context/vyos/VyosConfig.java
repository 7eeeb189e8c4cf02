package io.github.espial.context.vyos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
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
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show configuration commands}: static routes, addresses of interfaces, and site-to-site peers of IPsec. */
public final class VyosConfig implements ContextParser {
    private static final Pattern LINE =
            Pattern.compile("set (?:interfaces|protocols|vpn|firewall|nat|policy|service|system) \\S.*");
    private static final Pattern ROUTE = Pattern.compile("set protocols static (?:route6? '?([0-9a-fA-F.:/]+)'?"
            + " (?:next-hop '?([0-9a-fA-F.:]+)'?(?: .*)?|(?:interface|next-hop-interface) '?([\\w.]+)'?(?: .*)?|(blackhole).*)"
            + "|interface-route6? ([0-9a-fA-F.:/]+) next-hop-interface '?([\\w.]+)'?.*)");
    private static final Pattern ADDRESS =
            Pattern.compile("set interfaces \\w+ (\\w+)(?: vif (\\d+))? address '?([0-9a-fA-F.:]+)/(\\d{1,3})'?\\s*");

    private static final String PEER = "set vpn ipsec site-to-site peer ";

    @Override
    public String kind() {
        return "show configuration commands";
    }

    @Override
    public Platform platform() {
        return Platform.VYOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return ROUTE.matcher(lines.peek()).matches()
                || ADDRESS.matcher(lines.peek()).matches()
                || lines.peek().startsWith(PEER);
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        SiteToSite peers = new SiteToSite();
        while (LINE.matcher(lines.peek()).matches()) {
            int number = lines.number();
            String line = lines.next();
            Matcher route = ROUTE.matcher(line);
            Matcher address = ADDRESS.matcher(line);
            if (route.matches()) {
                add(number, route, notes);
            } else if (address.matches()) {
                Optional<IpAddress> own = Words.address(address.group(3));
                OptionalInt length = Words.smallNumber(address.group(4));
                String name = address.group(1) + (address.group(2) == null ? "" : "." + address.group(2));
                own.ifPresent(one -> notes.add(new InterfaceEntry(
                        number,
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new OwnAddress(one, length)),
                        List.of())));
            } else {
                peers.take(number, line);
            }
        }
        peers.finish(notes);
    }

    private static void add(int line, Matcher route, ContextNotes notes) {
        String network = route.group(1) == null ? route.group(5) : route.group(1);
        Optional<IpPrefix> prefix = Words.destination(network);
        if (prefix.isEmpty()) {
            notes.problem(line, "not a prefix: " + network);
            return;
        }
        Optional<IpAddress> router = Optional.ofNullable(route.group(2)).flatMap(Words::address);
        Target other = route.group(4) == null ? new Target.OnLink() : new Target.Discard();
        notes.add(new RouteEntry(
                line,
                prefix.get(),
                router.<Target>map(Target.Gateway::new).orElse(other),
                Optional.ofNullable(route.group(3)).or(() -> Optional.ofNullable(route.group(6))),
                Optional.empty(),
                OptionalLong.empty(),
                Store.PERSISTENT,
                Optional.empty()));
    }
}
