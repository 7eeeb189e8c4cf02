package io.github.espial.context.file;

import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints routing tables as the programs do whose outputs are read. */
enum PrintedRoutes {
    IP_ROUTE(true, true, true, PrintedRoutes::ipRoute),
    IP_ROUTE_JSON(true, true, true, PrintedRoutes::ipRouteJson),
    ROUTE_N(false, true, true, PrintedRoutes::routeN),
    ROUTE_6(true, false, true, PrintedRoutes::routeSix),
    FREEBSD(true, true, false, PrintedRoutes::freeBsd),
    MACOS(false, true, false, PrintedRoutes::macos),
    OPNSENSE(true, true, false, PrintedRoutes::opnsense),
    IOS(false, true, true, PrintedRoutes::ios),
    ASA(false, true, true, PrintedRoutes::asa);

    private final boolean hasSix;
    private final boolean hasFour;
    private final boolean hasMetric;
    /** Refers to a method, and holds nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<List<RouteEntry>, String> printer;

    PrintedRoutes(boolean hasSix, boolean hasFour, boolean hasMetric, Function<List<RouteEntry>, String> printer) {
        this.hasSix = hasSix;
        this.hasFour = hasFour;
        this.hasMetric = hasMetric;
        this.printer = printer;
    }

    /** What of a route the format can state; empty if it is of an IP version that it does not have. */
    Optional<RouteEntry> stated(RouteEntry route) {
        boolean isSix = route.destination().address().version() == 6;
        if (isSix ? !hasSix : !hasFour) {
            return Optional.empty();
        }
        boolean isOfCisco = this == IOS || this == ASA;
        boolean statesMetric = hasMetric && (!isOfCisco || router(route).isPresent());
        boolean statesDevice = !isOfCisco || !discards(route);
        return Optional.of(new RouteEntry(
                0,
                route.destination(),
                route.target(),
                statesDevice ? route.interfaceName() : Optional.of("Null0"),
                Optional.empty(),
                statesMetric ? route.metric().own() : OptionalLong.empty(),
                route.store(),
                Optional.empty()));
    }

    /** Prints what {@link #stated} leaves of a table. */
    String print(List<RouteEntry> table) {
        return printer.apply(table);
    }

    private static String each(List<RouteEntry> table, Function<RouteEntry, String> line) {
        return table.stream().map(route -> line.apply(route) + "\n").collect(Collectors.joining());
    }

    private static Optional<IpAddress> router(RouteEntry route) {
        return route.target() instanceof Target.Gateway gateway ? Optional.of(gateway.address()) : Optional.empty();
    }

    private static boolean discards(RouteEntry route) {
        return route.target() instanceof Target.Discard;
    }

    private static String device(RouteEntry route) {
        return route.interfaceName().orElseThrow();
    }

    private static String short32(IpPrefix prefix) {
        boolean isHost = prefix.equals(IpPrefix.host(prefix.address()));
        return prefix.isDefault() ? "default" : isHost ? prefix.address().toString() : prefix.toString();
    }

    private static String mask(IpPrefix prefix) {
        return IpAddress.ofIpv4(prefix.length() == 0 ? 0 : -1 << (32 - prefix.length()))
                .toString();
    }

    /** One version after the other, as two calls print them. */
    private static String ipRoute(List<RouteEntry> table) {
        return ofVersion(4, table, " scope link") + ofVersion(6, table, " pref medium");
    }

    private static String ofVersion(int version, List<RouteEntry> table, String remark) {
        return table.stream()
                .filter(route -> route.destination().address().version() == version)
                .map(route -> (discards(route) ? "unreachable " : "") + short32(route.destination())
                        + router(route).map(router -> " via " + router).orElse("") + " dev " + device(route)
                        + " proto static" + (router(route).isPresent() ? "" : remark) + " metric "
                        + route.metric().own().orElseThrow() + " \n")
                .collect(Collectors.joining());
    }

    private static String ipRouteJson(List<RouteEntry> table) {
        return table.stream()
                .map(route -> "{" + (discards(route) ? "\"type\":\"unreachable\"," : "") + "\"dst\":\""
                        + short32(route.destination()) + "\","
                        + router(route)
                                .map(router -> "\"gateway\":\"" + router + "\",")
                                .orElse("")
                        + (route.destination().address().version() == 6 ? "\"pref\":\"medium\"," : "")
                        + "\"dev\":\"" + device(route) + "\",\"metric\":"
                        + route.metric().own().orElseThrow() + ",\"flags\":[]}")
                .collect(Collectors.joining(",", "[", "]\n"));
    }

    private static String routeN(List<RouteEntry> table) {
        return "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface\n"
                + each(
                        table,
                        route -> String.format(
                                "%-15s %-15s %-15s %-5s %-6d 0        0 %s",
                                route.destination().address(),
                                router(route).map(Object::toString).orElse(discards(route) ? "-" : "0.0.0.0"),
                                mask(route.destination()),
                                discards(route) ? "!" : router(route).isPresent() ? "UG" : "U",
                                route.metric().own().orElseThrow(),
                                device(route)));
    }

    private static String routeSix(List<RouteEntry> table) {
        return "Destination                    Next Hop                   Flag Met Ref Use If\n"
                + each(
                        table,
                        route -> String.format(
                                "%-30s %-26s %-4s %d 1      0 %s",
                                route.destination().isDefault() ? "[::]/0" : route.destination(),
                                router(route).map(Object::toString).orElse("[::]"),
                                discards(route) ? "!n" : router(route).isPresent() ? "UG" : "U",
                                route.metric().own().orElseThrow(),
                                device(route)));
    }

    private static String flags(RouteEntry route) {
        return discards(route) ? "UGSB" : router(route).isPresent() ? "UGS" : "U";
    }

    private static String freeBsd(List<RouteEntry> table) {
        StringBuilder text = new StringBuilder("Routing tables\n");
        for (int version : new int[] {4, 6}) {
            List<RouteEntry> family = table.stream()
                    .filter(route -> route.destination().address().version() == version)
                    .toList();
            text.append(version == 4 ? "\nInternet:\n" : "\nInternet6:\n")
                    .append("Destination        Gateway            Flags   Nhop#    Mtu      Netif Expire\n")
                    .append(each(
                            family,
                            route -> String.format(
                                    "%-18s %-18s %-5s 7 1500 %s",
                                    short32(route.destination()),
                                    router(route).map(Object::toString).orElse("link#1"),
                                    flags(route),
                                    device(route))));
        }
        return text.toString();
    }

    /** Octets that are zero at the end are left out, and the length where it is that of the class. */
    private static String macos(List<RouteEntry> table) {
        return "Destination        Gateway            Flags               Netif Expire\n"
                + each(
                        table,
                        route -> String.format(
                                "%-18s %-18s %-10s %s",
                                abbreviated(route.destination()),
                                router(route).map(Object::toString).orElse("link#4"),
                                flags(route) + "c",
                                device(route)));
    }

    private static String abbreviated(IpPrefix prefix) {
        String word = short32(prefix);
        if (prefix.isDefault() || prefix.length() == 32) {
            return word;
        }
        String address = prefix.address().toString();
        while (address.endsWith(".0")) {
            address = address.substring(0, address.length() - 2);
        }
        int first = Integer.parseInt(address.split("\\.", -1)[0]);
        int ofClass = first < 128 ? 8 : first < 192 ? 16 : 24;
        int octets = address.split("\\.", -1).length;
        return prefix.length() == ofClass && octets * 8 == ofClass ? address : address + "/" + prefix.length();
    }

    private static String opnsense(List<RouteEntry> table) {
        return "Proto\tDestination\tGateway\tFlags\tNhop#\tMTU\tNetif\tNetif (name)\tExpire\n"
                + each(
                        table,
                        route -> String.join(
                                "\t",
                                "ipv" + route.destination().address().version(),
                                short32(route.destination()),
                                router(route).map(Object::toString).orElse("link#1"),
                                flags(route),
                                "7",
                                "1500",
                                device(route),
                                "WAN",
                                ""));
    }

    private static String ios(List<RouteEntry> table) {
        return "Gateway of last resort is not set\n\n"
                + each(
                        table,
                        route -> (router(route).isPresent() ? "S        " : "C        ")
                                + route.destination()
                                + leads(route));
    }

    private static String asa(List<RouteEntry> table) {
        return "Gateway of last resort is not set\n\n"
                + each(
                        table,
                        route -> (router(route).isPresent() ? "S        " : "C        ")
                                + route.destination().address() + " " + mask(route.destination()) + leads(route));
    }

    private static String leads(RouteEntry route) {
        return router(route)
                .map(router -> " [1/" + route.metric().own().orElseThrow() + "] via " + router + ", " + device(route))
                .orElse(" is directly connected, " + (discards(route) ? "Null0" : device(route)));
    }
}
