package io.github.espial.context.firewall;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Shown;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What has been read of a {@code config.xml}. Routes name their gateways, and networks their tunnels, that may come later,
 * so entries are made at the end.
 */
final class Configuration {
    /** Elements that are kept of each kind: more than a firewall has. */
    private static final int MOST = 10_000;

    private final Map<String, Optional<IpAddress>> gateways = new HashMap<>();
    private final Map<String, Ends> tunnels = new HashMap<>();
    private final List<Line> routes = new ArrayList<>();
    private final List<Line> networks = new ArrayList<>();
    private final List<Line> children = new ArrayList<>();
    private final List<Default> defaults = new ArrayList<>();

    private record Line(int number, XmlElement element) {}

    private record Default(int number, String gateway) {}

    private record Ends(Optional<IpAddress> local, Optional<IpAddress> remote) {}

    /** Adds an element, unless it is switched off. */
    void add(int line, String name, XmlElement element) {
        boolean isOff = element.isSet("/disabled")
                || element.text("/enabled").filter("0"::equals).isPresent();
        if (isOff || gateways.size() + tunnels.size() + routes.size() + networks.size() + children.size() > MOST) {
            return;
        }
        switch (name) {
            case "gateway_item" -> {
                String gateway = element.text("/name").orElse("");
                gateways.put(gateway, element.text("/gateway").flatMap(Words::address));
            }
            case "route" -> routes.add(new Line(line, element));
            case "phase1" -> {
                Optional<IpAddress> remote = element.text("/remote-gateway").flatMap(Words::address);
                tunnels.put(element.text("/ikeid").orElse(""), new Ends(Optional.empty(), remote));
            }
            case "phase2" -> networks.add(new Line(line, element));
            case "Connection" -> {
                Optional<IpAddress> local = element.text("/local_addrs").flatMap(Words::address);
                Optional<IpAddress> remote = element.text("/remote_addrs").flatMap(Words::address);
                tunnels.put(element.identity(), new Ends(local, remote));
            }
            default -> children.add(new Line(line, element));
        }
    }

    void defaultGateway(int line, String name) {
        if (defaults.size() < 2 && !name.isBlank() && !name.equals("-")) {
            defaults.add(new Default(line, name.strip()));
        }
    }

    void finish(ContextNotes notes) {
        for (Default gateway : defaults) {
            Optional<IpAddress> address = gateways.getOrDefault(gateway.gateway(), Optional.empty());
            address.ifPresent(router ->
                    notes.add(route(gateway.number(), IpPrefix.all(router.version()), new Target.Gateway(router))));
        }
        routes.forEach(route -> addRoute(route, notes));
        networks.forEach(network -> addPhase2(network, notes));
        children.forEach(child -> addChild(child, notes));
    }

    private void addRoute(Line line, ContextNotes notes) {
        String name = line.element().text("/gateway").orElse("");
        String network = line.element().text("/network").orElse("");
        Optional<IpPrefix> prefix = Words.prefix(network);
        Optional<IpAddress> router = gateways.getOrDefault(name, Optional.empty());
        boolean discards = name.startsWith("Null");
        if (prefix.isEmpty()) {
            notes.problem(line.number(), "not a prefix: " + Shown.of(network));
        } else if (router.isEmpty() && !discards) {
            notes.problem(line.number(), "a static route by gateway " + name + ", whose address is not stated");
        } else {
            Target target = router.<Target>map(Target.Gateway::new).orElseGet(Target.Discard::new);
            notes.add(route(line.number(), prefix.get(), target));
        }
    }

    private static RouteEntry route(int line, IpPrefix prefix, Target target) {
        return new RouteEntry(
                line,
                prefix,
                target,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Store.PERSISTENT,
                Optional.empty());
    }

    /** Networks that are those of an interface are named by it, and their addresses stand elsewhere. */
    private void addPhase2(Line line, ContextNotes notes) {
        XmlElement phase2 = line.element();
        String mode = phase2.text("/mode").orElse("tunnel");
        if (mode.equals("vti") || mode.equals("route-based")) {
            return;
        }
        Ends ends =
                tunnels.getOrDefault(phase2.text("/ikeid").orElse(""), new Ends(Optional.empty(), Optional.empty()));
        SaMode ofTunnel = mode.equals("transport") ? SaMode.TRANSPORT : SaMode.TUNNEL;
        Optional<IpPrefix> local = network(phase2, "/localid");
        Optional<IpPrefix> remote = network(phase2, "/remoteid");
        if (ofTunnel == SaMode.TUNNEL && local.isEmpty() && remote.isPresent()) {
            notes.problem(line.number(), "the local network of a phase 2 is named by its interface, and not known");
        } else if (local.isPresent() && remote.isPresent()) {
            add(line.number(), local.get(), remote.get(), ends, ofTunnel, notes);
        }
    }

    private static Optional<IpPrefix> network(XmlElement phase2, String end) {
        Optional<String> address = phase2.text(end + "/address");
        OptionalInt length =
                phase2.text(end + "/netbits").map(Words::smallNumber).orElseGet(OptionalInt::empty);
        return address.flatMap(word -> Words.prefix(length.isPresent() ? word + "/" + length.getAsInt() : word));
    }

    private void addChild(Line line, ContextNotes notes) {
        XmlElement child = line.element();
        Ends ends = tunnels.getOrDefault(
                child.text("/connection").orElse(""), new Ends(Optional.empty(), Optional.empty()));
        String mode = child.text("/mode").orElse("tunnel");
        if (!mode.equals("tunnel") && !mode.equals("transport")) {
            return;
        }
        SaMode ofChild = mode.equals("transport") ? SaMode.TRANSPORT : SaMode.TUNNEL;
        for (String from : child.text("/local_ts").orElse("").split(",", -1)) {
            for (String to : child.text("/remote_ts").orElse("").split(",", -1)) {
                Optional<IpPrefix> local = Words.prefix(from.strip());
                Optional<IpPrefix> remote = Words.prefix(to.strip());
                if (local.isPresent() && remote.isPresent()) {
                    add(line.number(), local.get(), remote.get(), ends, ofChild, notes);
                }
            }
        }
    }

    private static void add(int line, IpPrefix local, IpPrefix remote, Ends ends, SaMode mode, ContextNotes notes) {
        notes.add(new PolicyEntry(
                line,
                Selector.between(local, remote),
                Way.OUT,
                Action.PROTECT,
                ends.local(),
                ends.remote(),
                Optional.of(mode)));
    }
}
