package io.github.espial.context.junos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code show configuration | display set}, and what AWS and Azure give for Junos: static routes, addresses, and VPNs with
 * their gateways, interfaces and networks. Keys are not taken.
 */
public final class SetConfig implements ContextParser {
    private static final Pattern LINE = Pattern.compile(
            "set (?:security|interfaces|routing-options|routing-instances|policy-options|protocols|system|groups) \\S.*|edit\\s*|#.*|top\\s*|commit\\s*");
    private static final Pattern ROUTE = Pattern.compile(
            "set (?:routing-instances (\\S+) )?routing-options (?:rib \\S+ )?static route (\\S+) (?:(?:next-hop|qualified-next-hop) (\\S+)|(discard|reject)).*");
    private static final Pattern ADDRESS =
            Pattern.compile("set interfaces (\\S+) unit (\\d+) family inet6? address ([0-9a-fA-F.:]+)/(\\d{1,3}).*");
    private static final Pattern GATEWAY =
            Pattern.compile("set security ike gateway (\\S+) address ([0-9a-fA-F.:]+)\\s*");
    private static final Pattern LOCAL =
            Pattern.compile("set security ike gateway (\\S+) local-address ([0-9a-fA-F.:]+)\\s*");
    private static final Pattern VPN =
            Pattern.compile("set security ipsec vpn (\\S+) (bind-interface|ike gateway) (\\S+)\\s*");
    private static final Pattern NETWORKS = Pattern.compile(
            "set security ipsec vpn (\\S+) (?:traffic-selector (\\S+) (local|remote)-ip|ike proxy-identity (local|remote)) (\\S+)\\s*");

    @Override
    public String kind() {
        return "show configuration | display set";
    }

    @Override
    public Platform platform() {
        return Platform.JUNOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        String line = lines.peek();
        return line.startsWith("set ")
                && (ROUTE.matcher(line).matches()
                        || ADDRESS.matcher(line).matches()
                        || line.startsWith("set security ike ")
                        || line.startsWith("set security ipsec "));
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Map<String, IpAddress> gateways = new LinkedHashMap<>();
        Map<String, IpAddress> locals = new LinkedHashMap<>();
        Map<String, Vpn> vpns = new LinkedHashMap<>();
        while (isOfIt(lines)) {
            int number = lines.number();
            String line = lines.next();
            Matcher route = ROUTE.matcher(line);
            Matcher address = ADDRESS.matcher(line);
            Matcher gateway = GATEWAY.matcher(line);
            Matcher local = LOCAL.matcher(line);
            Matcher vpn = VPN.matcher(line);
            Matcher networks = NETWORKS.matcher(line);
            if (route.matches()) {
                addRoute(number, route, notes);
            } else if (address.matches()) {
                addAddress(number, address, notes);
            } else if (gateway.matches()) {
                Words.address(gateway.group(2)).ifPresent(peer -> gateways.putIfAbsent(gateway.group(1), peer));
            } else if (local.matches()) {
                Words.address(local.group(2)).ifPresent(own -> locals.putIfAbsent(local.group(1), own));
            } else if (vpn.matches()) {
                vpns.computeIfAbsent(vpn.group(1), name -> new Vpn(number)).take(vpn.group(2), vpn.group(3));
            } else if (networks.matches()) {
                vpns.computeIfAbsent(networks.group(1), name -> new Vpn(number)).network(networks);
            }
        }
        locals.values().forEach(notes::own);
        vpns.values().forEach(vpn -> vpn.add(gateways, locals, notes));
    }

    private static boolean isOfIt(Lines lines) throws IOException {
        int at = 0;
        while (at < 3 && lines.peek(at).isBlank()) {
            at++;
        }
        return LINE.matcher(lines.peek(at)).matches();
    }

    private static void addRoute(int line, Matcher route, ContextNotes notes) {
        Optional<IpPrefix> destination = Words.prefix(route.group(2));
        if (destination.isEmpty()) {
            notes.problem(line, "a route to what is no prefix");
            return;
        }
        String hop = route.group(3) == null ? "" : route.group(3);
        Optional<IpAddress> router = Words.address(hop);
        notes.add(new RouteEntry(
                line,
                destination.get(),
                route.group(4) != null
                        ? new Target.Discard()
                        : router.<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new),
                Optional.of(hop).filter(name -> !name.isEmpty() && router.isEmpty()),
                Optional.empty(),
                OptionalLong.empty(),
                Store.PERSISTENT,
                Optional.ofNullable(route.group(1)).map(name -> "vrf " + name)));
    }

    private static void addAddress(int line, Matcher address, ContextNotes notes) {
        Words.address(address.group(3))
                .ifPresent(own -> notes.add(new InterfaceEntry(
                        line,
                        address.group(1) + "." + address.group(2),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new OwnAddress(own, Words.smallNumber(address.group(4)))),
                        List.of())));
    }

    /** A VPN of which some lines have been read. */
    private static final class Vpn {
        private final int line;
        private String gateway = "";
        private Optional<String> device = Optional.empty();
        private final Map<String, IpPrefix> local = new LinkedHashMap<>();
        private final Map<String, IpPrefix> remote = new LinkedHashMap<>();

        Vpn(int line) {
            this.line = line;
        }

        void take(String what, String value) {
            if (what.equals("bind-interface")) {
                device = Optional.of(value);
            } else {
                gateway = value;
            }
        }

        void network(Matcher networks) {
            String selector = networks.group(2) == null ? "" : networks.group(2);
            boolean isLocal = "local".equals(networks.group(3)) || "local".equals(networks.group(4));
            Words.prefix(networks.group(5))
                    .ifPresent(prefix -> (isLocal ? local : remote).putIfAbsent(selector, prefix));
        }

        /** Without networks, all that is routed into its interface is for it. */
        void add(Map<String, IpAddress> gateways, Map<String, IpAddress> locals, ContextNotes notes) {
            Optional<IpAddress> peer = Optional.ofNullable(gateways.get(gateway));
            PolicyEntry.Template template = PolicyEntry.Template.tunnel(Optional.ofNullable(locals.get(gateway)), peer);
            if (remote.isEmpty() && device.isPresent() && peer.isPresent()) {
                IpPrefix all = IpPrefix.all(peer.get().version());
                notes.add(
                        PolicyEntry.outbound(line, Selector.between(all, all), template, device, Standing.CONFIGURED));
            }
            remote.forEach((name, destination) -> {
                IpPrefix source = local.getOrDefault(
                        name, IpPrefix.all(destination.address().version()));
                notes.add(PolicyEntry.outbound(
                        line, Selector.between(source, destination), template, device, Standing.CONFIGURED));
            });
        }
    }
}
