package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.PolicyEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that is printed in a format, and read again, is the same table. */
class PrintedTablesTest {
    private static final int TABLES = 200;

    @ParameterizedTest
    @EnumSource(PrintedRoutes.class)
    void readsTheRoutesThatWerePrinted(PrintedRoutes format) {
        for (long seed = 0; seed < TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<RouteEntry> table = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(row -> format.stated(route(random)))
                    .flatMap(Optional::stream)
                    .toList();
            ContextFile read = Reading.of(format.print(table));
            assertThat(read.problems()).as("seed %d", seed).isEmpty();
            assertThat(InWords.routes(read))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            table.stream().map(InWords::of).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(PrintedPolicies.class)
    void readsThePoliciesThatWerePrinted(PrintedPolicies format) {
        for (long seed = 0; seed < TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<PolicyEntry> policies = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(row -> policy(row, random))
                    .toList();
            ContextFile read = Reading.of(format.print(policies));
            assertThat(read.problems()).as("seed %d", seed).isEmpty();
            assertThat(InWords.policies(read))
                    .as("seed %d", seed)
                    .isEqualTo(policies.stream()
                            .map(format::stated)
                            .map(InWords::of)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s dev %s lladdr %s STALE",
                "%s dev %s lladdr %s router REACHABLE",
                "[{\"dst\":\"%s\",\"dev\":\"%s\",\"lladdr\":\"%s\",\"state\":[\"STALE\"]}]",
                "? (%1$s) at %3$s on %2$s expires in 7 seconds [ethernet]",
                "? (%1$s) at %3$s [ether] on %2$s",
                "%1$s                ether   %3$s   C                     %2$s"
            })
    void readsTheNeighborsThatWerePrinted(String format) {
        for (long seed = 0; seed < TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String address = IpAddress.ofIpv4(random.nextInt() | 0x01000000).toString();
            String mac = new MacAddress(random.nextLong() >>> 16).toString();
            String device = "eth" + random.nextInt(9);
            assertThat(InWords.neighbours(Reading.of(String.format(format, address, device, mac) + "\n")))
                    .as("seed %d", seed)
                    .containsExactly(address + " " + mac + " " + device);
        }
    }

    private static RouteEntry route(SplittableRandom random) {
        int version = random.nextBoolean() ? 4 : 6;
        List<Target> targets = new ArrayList<>(List.of(new Target.OnLink(), new Target.Discard()));
        targets.add(new Target.Gateway(address(version, random)));
        return new RouteEntry(
                0,
                random.nextInt(6) == 0 ? IpPrefix.all(version) : prefix(version, random),
                targets.get(random.nextInt(3)),
                Optional.of("eth" + random.nextInt(9)),
                Optional.empty(),
                OptionalLong.of(random.nextInt(5000)),
                Store.ACTIVE,
                Optional.empty());
    }

    private static PolicyEntry policy(int row, SplittableRandom random) {
        return new PolicyEntry(
                row,
                Selector.between(prefix(4, random), prefix(4, random)),
                PolicyEntry.Way.OUT,
                PolicyEntry.Action.PROTECT,
                Optional.of(address(4, random)),
                Optional.of(address(4, random)),
                Optional.of(SaMode.TUNNEL),
                Optional.of(new Spi(256 + random.nextLong(1L << 31))),
                Optional.empty(),
                Optional.empty());
    }

    /** Not an unspecified address, which stands for none, and not one that is shown with dots in IPv6. */
    private static IpAddress address(int version, SplittableRandom random) {
        return version == 4
                ? IpAddress.ofIpv4(random.nextInt() | 0x01000001)
                : IpAddress.ofIpv6(random.nextLong() | 1L << 61, random.nextLong());
    }

    private static IpPrefix prefix(int version, SplittableRandom random) {
        int length = version == 4 ? random.nextInt(8, 33) : random.nextInt(16, 129);
        return IpPrefix.holding(address(version, random), length);
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.NeighbourEntry;
import io.github.espial.context.RouteEntry.InterfaceMetric;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
/** A table that is printed as a tool of Windows prints it and read again is the same table. */
    private static final int TABLES = 40;
    static Stream<Arguments> languages() {
        return WindowsLanguage.all().stream()
                .flatMap(language -> IntStream.range(0, TABLES).mapToObj(seed -> Arguments.of(language, seed)));
    static Stream<Arguments> forms() {
        return Stream.of(PowerShellPrinter.values())
                .flatMap(form -> IntStream.range(0, TABLES).mapToObj(seed -> Arguments.of(form, seed)));
    @MethodSource("languages")
    void readsRoutePrint(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        List<RouteEntry> active = tables.active4();
        List<RouteEntry> persistent = seed % 3 == 0 ? List.of() : tables.persistent4(new InterfaceMetric.Elsewhere());
        List<RouteEntry> six = tables.active6();
        String text =
                new WindowsPrinter(language).routePrint(active, persistent, six).toString();
        holds(text, "route print", concat(concat(active, persistent), six));
    @MethodSource("languages")
    void readsRoutePrintOfWindows2003(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        List<RouteEntry> active = tables.active4();
        List<RouteEntry> persistent = seed % 3 == 0 ? List.of() : tables.persistent4(new InterfaceMetric.Included());
        String text =
                new WindowsPrinter(language).routePrint2003(active, persistent).toString();
        holds(text, "route print", concat(active, persistent));
    @MethodSource("languages")
    void readsIpconfig(WindowsLanguage language, int seed) {
        List<InterfaceEntry> adapters = new RandomTables(seed).adapters();
        ContextFile file =
                wholly(new WindowsPrinter(language).ipconfig("SRV", adapters).toString(), "ipconfig /all");
        assertThat(file.interfaces())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line", "name")
                .containsExactlyElementsOf(adapters);
        assertThat(file.interfaces())
                .zipSatisfy(adapters, (read, printed) -> assertThat(read.name()).endsWith(printed.name()));
        assertThat(file.hostNames()).extracting("name").containsExactly("SRV");
    @MethodSource("languages")
    void readsArp(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        IpAddress own = tables.own();
        String type = language.arp().type();
        List<NeighbourEntry> first = tables.neighbours(own.toString(), 4, type);
        List<NeighbourEntry> second = tables.neighbours("10.1.0.1", 4, type);
        String text = new WindowsPrinter(language)
                .arp(own, first)
                .arp(IpAddress.parse("10.1.0.1"), second)
                .toString();
        holdsNeighbours(text, "arp -a", concat(first, second));
    @MethodSource("languages")
    void readsNetsh(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        List<RouteEntry> active = tables.byIndex(Store.ACTIVE, false);
        List<RouteEntry> persistent = tables.byIndex(Store.PERSISTENT, false);
        WindowsPrinter routes = new WindowsPrinter(language)
                .netshRoutes(active, "LAN-Verbindung 2")
                .netshRoutes(persistent, "Ethernet0");
        holds(routes.toString(), "netsh interface show route", concat(active, persistent));
        List<NeighbourEntry> four = tables.neighbours("12", 4, "Reachable");
        List<NeighbourEntry> six = tables.neighbours("7", 6, "Stale (Router)");
        WindowsPrinter neighbours =
                new WindowsPrinter(language).netshNeighbours("12", four).netshNeighbours("7", six);
        holdsNeighbours(neighbours.toString(), "netsh interface show neighbors", concat(four, six));
        List<InterfaceEntry> interfaces = tables.interfaces();
        String printed =
                new WindowsPrinter(language).netshInterfaces(interfaces).toString();
        holdsInterfaces(printed, "netsh interface show interfaces", interfaces);
    @MethodSource("forms")
    void readsPowerShell(PowerShellPrinter form, int seed) {
        RandomTables tables = new RandomTables(seed);
        String kind = "PowerShell " + form.name().replaceAll("_.*", "");
        List<RouteEntry> active = tables.byIndex(Store.ACTIVE, true);
        List<RouteEntry> persistent = tables.byIndex(Store.PERSISTENT, false);
        holds(form.routes(concat(active, persistent)), kind, concat(active, persistent));
        List<NeighbourEntry> neighbours = tables.neighbours("12", 4, "Stale");
        holdsNeighbours(form.neighbours(neighbours), kind, neighbours);
        List<InterfaceEntry> interfaces = tables.interfaces();
        holdsInterfaces(form.interfaces(interfaces), kind, interfaces);
    @MethodSource("languages")
    void readsAllOutputsOfOneFile(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        List<RouteEntry> active = tables.active4();
        List<RouteEntry> six = tables.active6();
        List<InterfaceEntry> adapters = tables.adapters();
        List<NeighbourEntry> neighbours =
                tables.neighbours("192.0.2.10", 4, language.arp().type());
        String text = "C:\\>ipconfig /all\n" + new WindowsPrinter(language).ipconfig("SRV", adapters)
                + "\nC:\\>route print\n" + new WindowsPrinter(language).routePrint(active, List.of(), six)
                + "\nC:\\>arp -a\n" + new WindowsPrinter(language).arp(IpAddress.parse("192.0.2.10"), neighbours)
                + "\nC:\\>exit\n";
        ContextFile file = Reading.of(text.replace("\n", "\r\n"));
        assertThat(file.outputs())
                .extracting(ContextFile.Output::kind)
                .containsExactly("ipconfig /all", "route print", "arp -a");
        assertThat(file.unrecognised()).hasSize(4);
        assertThat(file.routes()).hasSize(active.size() + six.size());
        assertThat(file.neighbours()).hasSameSizeAs(neighbours);
    private static void holds(String text, String kind, List<RouteEntry> routes) {
        assertThat(wholly(text, kind).routes())
                .as(text)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactlyElementsOf(routes);
    private static void holdsNeighbours(String text, String kind, List<NeighbourEntry> neighbours) {
        assertThat(wholly(text, kind).neighbours())
                .as(text)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactlyElementsOf(neighbours);
    private static void holdsInterfaces(String text, String kind, List<InterfaceEntry> interfaces) {
        assertThat(wholly(text, kind).interfaces())
                .as(text)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactlyElementsOf(interfaces);
    private static ContextFile wholly(String text, String kind) {
        ContextFile file = Reading.of(text);
        assertThat(file.problems()).as(text).isEmpty();
        assertThat(file.unrecognised()).as(text).isEmpty();
        assertThat(file.outputs())
                .extracting(ContextFile.Output::kind)
                .allSatisfy(read -> assertThat(read).isEqualToIgnoringCase(kind));
        return file;
    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
