package io.github.espial.context.file;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.InterfaceMetric;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Routes, neighbors and interfaces from a seed, as a machine may have them; lines are 0 throughout. */
final class RandomTables {
    private static final int MOST = 12;
    private static final int FIRST_INDEX = 20;

    private final SplittableRandom random;
    private int adapters;

    RandomTables(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Routes of IPv4 as Windows tables show them: with the own address, and the sum of the metrics. */
    List<RouteEntry> active4() {
        List<RouteEntry> routes = many(() -> {
            IpAddress own = own();
            return new RouteEntry(
                    0,
                    prefix4(),
                    target(4),
                    Optional.empty(),
                    Optional.of(own),
                    metric(),
                    Store.ACTIVE,
                    Optional.empty());
        });
        RouteEntry loopback = new RouteEntry(
                0,
                IpPrefix.parse("127.0.0.0/8"),
                new Target.OnLink(),
                Optional.empty(),
                Optional.of(IpAddress.parse("127.0.0.1")),
                metric(),
                Store.ACTIVE,
                Optional.empty());
        return IntStream.rangeClosed(0, routes.size())
                .mapToObj(i -> i == routes.size() ? loopback : routes.get(i))
                .toList();
    }

    /** Routes of IPv4 that are set at each start. */
    List<RouteEntry> persistent4(InterfaceMetric interfaceMetric) {
        return many(() -> new RouteEntry(
                0,
                prefix4(),
                gateway(4),
                Optional.empty(),
                Optional.empty(),
                new RouteEntry.Metric(random.nextInt(4) == 0 ? OptionalLong.empty() : metric(), interfaceMetric),
                Store.PERSISTENT,
                Optional.empty()));
    }

    /** Routes of IPv6 by the index of their interface. */
    List<RouteEntry> active6() {
        return many(() -> new RouteEntry(
                0,
                prefix6(),
                target(6),
                Optional.of(index()),
                Optional.empty(),
                metric(),
                Store.ACTIVE,
                Optional.empty()));
    }

    /** Routes of both versions by the index of their interface, with the metric of that apart or elsewhere. */
    List<RouteEntry> byIndex(Store store, boolean isMetricStated) {
        return many(() -> {
            int version = random.nextBoolean() ? 4 : 6;
            return new RouteEntry(
                    0,
                    version == 4 ? prefix4() : prefix6(),
                    target(version),
                    Optional.of(index()),
                    Optional.empty(),
                    new RouteEntry.Metric(
                            metric(),
                            isMetricStated
                                    ? new InterfaceMetric.Apart(random.nextInt(100))
                                    : new InterfaceMetric.Elsewhere()),
                    store,
                    Optional.empty());
        });
    }

    /** Neighbors of one interface; some did not resolve. */
    List<NeighborEntry> neighbors(String interfaceName, int version, String state) {
        return many(() -> new NeighborEntry(
                0,
                address(version),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(mac()),
                Optional.of(interfaceName),
                Optional.of(state)));
    }

    /** Interfaces with all that {@code ipconfig} says of them. */
    List<InterfaceEntry> adapters() {
        return many(() -> {
            IpAddress own = own();
            return new InterfaceEntry(
                    0,
                    name(),
                    Optional.of(Integer.toString(FIRST_INDEX + adapters++)),
                    Optional.of(mac()),
                    List.of(
                            new OwnAddress(
                                    IpAddress.ofIpv6(0xfe80_0000_0000_0000L, random.nextLong()), OptionalInt.empty()),
                            new OwnAddress(own, OptionalInt.of(1 + random.nextInt(31)))),
                    IntStream.range(0, random.nextInt(3))
                            .mapToObj(i -> address(4))
                            .toList());
        });
    }

    /** Interfaces with index, name and metric alone. */
    List<InterfaceEntry> interfaces() {
        return many(() ->
                new InterfaceEntry(0, name(), Optional.of(index()), Optional.empty(), List.of(), List.of(), metric()));
    }

    IpAddress own() {
        return IpAddress.ofIpv4(0xc0000200 | (1 + random.nextInt(250)));
    }

    private <T> List<T> many(java.util.function.Supplier<T> one) {
        return IntStream.range(0, 1 + random.nextInt(MOST))
                .mapToObj(i -> one.get())
                .toList();
    }

    private String name() {
        return List.of("Ethernet0", "LAN-Verbindung 2", "Local Area Connection* 3", "WAN Miniport (IP)")
                .get(random.nextInt(4));
    }

    private String index() {
        return Integer.toString(1 + random.nextInt(60));
    }

    private OptionalLong metric() {
        return OptionalLong.of(random.nextInt(9000));
    }

    private MacAddress mac() {
        return new MacAddress(1 + (random.nextLong() >>> 17));
    }

    private Target target(int version) {
        return random.nextBoolean() ? new Target.OnLink() : gateway(version);
    }

    private Target gateway(int version) {
        return new Target.Gateway(address(version));
    }

    /** Neither an own address nor one of the loopback. */
    private IpAddress address(int version) {
        return version == 4
                ? IpAddress.ofIpv4(0x0a000000 | random.nextInt(1 << 24))
                : IpAddress.ofIpv6(0x20010db8_00000000L | random.nextInt(), random.nextLong());
    }

    private IpPrefix prefix4() {
        return IpPrefix.holding(IpAddress.ofIpv4(random.nextInt()), random.nextInt(33));
    }

    private IpPrefix prefix6() {
        return IpPrefix.holding(IpAddress.ofIpv6(random.nextLong(), random.nextLong()), random.nextInt(129));
    }
}
