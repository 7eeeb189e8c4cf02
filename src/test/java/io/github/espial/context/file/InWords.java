package io.github.espial.context.file;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.SaCount;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Entries as one line of text each, for tests to compare: what is not stated is not shown. */
public final class InWords {
    private InWords() {}

    /** {@code 10.20.0.0/16 via 192.0.2.254 dev eth0 src 10.1.0.1 metric 20 table 220}. */
    public static List<String> routes(ContextFile file) {
        return file.entries().routes().stream().map(InWords::of).toList();
    }

    /** {@code OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL 0xc598eb56}. */
    public static List<String> policies(ContextFile file) {
        return file.entries().policies().stream().map(InWords::of).toList();
    }

    /** {@code 192.0.2.1 00:1b:21:aa:00:01 eth0}. */
    public static List<String> neighbors(ContextFile file) {
        return file.entries().neighbors().stream().map(InWords::of).toList();
    }

    /** {@code eth0 00:0c:29:5e:10:0a 192.0.2.10/24}. */
    public static List<String> interfaces(ContextFile file) {
        return file.entries().interfaces().stream().map(InWords::of).toList();
    }

    /** {@code con1 192.0.2.9>198.51.100.4 0 packets in, 110 out}. */
    public static List<String> counts(ContextFile file) {
        return file.entries().sightings().counts().stream().map(InWords::of).toList();
    }

    public static String of(SaCount count) {
        String in = count.in().isPresent() ? count.in().getAsLong() + " " + count.unit() + " in, " : "";
        return (count.name().isEmpty() ? "" : count.name() + " ")
                + text(count.local()) + ">" + text(count.remote()) + " " + in
                + count.out().orElse(-1)
                + (in.isEmpty() ? " " + count.unit() : " out");
    }

    public static String of(RouteEntry route) {
        String metric = route.metric().own().isPresent()
                ? " metric " + route.metric().own().getAsLong()
                : "";
        return route.destination()
                + target(route.target())
                + named("dev", route.interfaceName())
                + named("src", route.interfaceAddress())
                + metric
                + named("table", route.table())
                + (route.store() == Store.ACTIVE ? "" : " " + route.store());
    }

    private static String target(Target target) {
        if (target instanceof Target.Gateway gateway) {
            return " via " + gateway.address();
        }
        return target instanceof Target.OnLink ? "" : target instanceof Target.Discard ? " discarded" : " next rule";
    }

    public static String of(PolicyEntry policy) {
        String action = policy.action() == PolicyEntry.Action.PROTECT ? "" : " " + policy.action();
        return policy.way() + " " + policy.selector().source()
                + port(policy.selector().sourcePort()) + " "
                + policy.selector().destination()
                + port(policy.selector().destinationPort())
                + number(" protocol ", policy.selector().protocol())
                + " " + text(policy.template().source())
                + ">" + text(policy.template().destination())
                + policy.template().mode().map(mode -> " " + mode).orElse("")
                + policy.template().spi().map(spi -> " " + spi).orElse("")
                + named("in", policy.tunnelInterface())
                + named("mark", policy.mark())
                + action;
    }

    public static String of(NeighborEntry neighbor) {
        return neighbor.address() + " " + text(neighbor.mac()) + " " + text(neighbor.interfaceName());
    }

    public static String of(InterfaceEntry entry) {
        String addresses = entry.addresses().stream()
                .map(own -> " " + own.address() + number("/", own.prefixLength()))
                .collect(Collectors.joining());
        return entry.name()
                + entry.mac().map(mac -> " " + mac).orElse("")
                + addresses
                + entry.gateways().stream().map(gateway -> " by " + gateway).collect(Collectors.joining());
    }

    private static String port(OptionalInt port) {
        return number(":", port);
    }

    private static String number(String before, OptionalInt number) {
        return number.isPresent() ? before + number.getAsInt() : "";
    }

    private static String named(String name, Optional<?> value) {
        return value.map(text -> " " + name + " " + text).orElse("");
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }
}
