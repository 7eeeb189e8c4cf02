package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.InterfaceMetric;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.net.IpAddress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table that is printed as a tool of Windows prints it and read again is the same table. */
class PrintedWindowsTablesTest {
    private static final int TABLES = 40;

    static Stream<Arguments> languages() {
        return WindowsLanguage.all().stream()
                .flatMap(language -> IntStream.range(0, TABLES).mapToObj(seed -> Arguments.of(language, seed)));
    }

    static Stream<Arguments> forms() {
        return Stream.of(PowerShellPrinter.values())
                .flatMap(form -> IntStream.range(0, TABLES).mapToObj(seed -> Arguments.of(form, seed)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void readsRoutePrint(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        List<RouteEntry> active = tables.active4();
        List<RouteEntry> persistent = seed % 3 == 0 ? List.of() : tables.persistent4(new InterfaceMetric.Elsewhere());
        List<RouteEntry> six = tables.active6();
        String text =
                new WindowsPrinter(language).routePrint(active, persistent, six).toString();
        holds(text, "route print", concat(concat(active, persistent), six));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void readsRoutePrintOfWindows2003(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        List<RouteEntry> active = tables.active4();
        List<RouteEntry> persistent = seed % 3 == 0 ? List.of() : tables.persistent4(new InterfaceMetric.Included());
        String text =
                new WindowsPrinter(language).routePrint2003(active, persistent).toString();
        holds(text, "route print", concat(active, persistent));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void readsIpconfig(WindowsLanguage language, int seed) {
        List<InterfaceEntry> adapters = new RandomTables(seed).adapters();
        ContextFile file =
                wholly(new WindowsPrinter(language).ipconfig("SRV", adapters).toString(), "ipconfig /all");
        assertThat(file.entries().interfaces())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line", "name")
                .containsExactlyElementsOf(adapters);
        assertThat(file.entries().interfaces())
                .zipSatisfy(adapters, (read, printed) -> assertThat(read.name()).endsWith(printed.name()));
        assertThat(file.hostNames()).extracting("name").containsExactly("SRV");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void readsArp(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        IpAddress own = tables.own();
        String type = language.arp().type();
        List<NeighborEntry> first = tables.neighbors(own.toString(), 4, type);
        List<NeighborEntry> second = tables.neighbors("10.1.0.1", 4, type);
        String text = new WindowsPrinter(language)
                .arp(own, first)
                .arp(IpAddress.parse("10.1.0.1"), second)
                .toString();
        holdsNeighbors(text, "arp -a", concat(first, second));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void readsNetsh(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        List<RouteEntry> active = tables.byIndex(Store.ACTIVE, false);
        List<RouteEntry> persistent = tables.byIndex(Store.PERSISTENT, false);
        WindowsPrinter routes = new WindowsPrinter(language)
                .netshRoutes(active, "LAN-Verbindung 2")
                .netshRoutes(persistent, "Ethernet0");
        holds(routes.toString(), "netsh interface show route", concat(active, persistent));
        List<NeighborEntry> four = tables.neighbors("12", 4, "Reachable");
        List<NeighborEntry> six = tables.neighbors("7", 6, "Stale (Router)");
        WindowsPrinter neighbors =
                new WindowsPrinter(language).netshNeighbors("12", four).netshNeighbors("7", six);
        holdsNeighbors(neighbors.toString(), "netsh interface show neighbors", concat(four, six));
        List<InterfaceEntry> interfaces = tables.interfaces();
        String printed =
                new WindowsPrinter(language).netshInterfaces(interfaces).toString();
        holdsInterfaces(printed, "netsh interface show interfaces", interfaces);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsPowerShell(PowerShellPrinter form, int seed) {
        RandomTables tables = new RandomTables(seed);
        String kind = "PowerShell " + form.name().replaceAll("_.*", "");
        List<RouteEntry> active = tables.byIndex(Store.ACTIVE, true);
        List<RouteEntry> persistent = tables.byIndex(Store.PERSISTENT, false);
        holds(form.routes(concat(active, persistent)), kind, concat(active, persistent));
        List<NeighborEntry> neighbors = tables.neighbors("12", 4, "Stale");
        holdsNeighbors(form.neighbors(neighbors), kind, neighbors);
        List<InterfaceEntry> interfaces = tables.interfaces();
        holdsInterfaces(form.interfaces(interfaces), kind, interfaces);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void readsAllOutputsOfOneFile(WindowsLanguage language, int seed) {
        RandomTables tables = new RandomTables(seed);
        List<RouteEntry> active = tables.active4();
        List<RouteEntry> six = tables.active6();
        List<InterfaceEntry> adapters = tables.adapters();
        List<NeighborEntry> neighbors =
                tables.neighbors("192.0.2.10", 4, language.arp().type());
        String text = "C:\\>ipconfig /all\n" + new WindowsPrinter(language).ipconfig("SRV", adapters)
                + "\nC:\\>route print\n" + new WindowsPrinter(language).routePrint(active, List.of(), six)
                + "\nC:\\>arp -a\n" + new WindowsPrinter(language).arp(IpAddress.parse("192.0.2.10"), neighbors)
                + "\nC:\\>exit\n";
        ContextFile file = Reading.of(text.replace("\n", "\r\n"));
        assertThat(file.outputs())
                .extracting(ContextFile.Output::kind)
                .containsExactly("ipconfig /all", "route print", "arp -a");
        assertThat(file.unrecognised()).hasSize(4);
        assertThat(file.entries().routes()).hasSize(active.size() + six.size());
        assertThat(file.entries().neighbors()).hasSameSizeAs(neighbors);
    }

    private static void holds(String text, String kind, List<RouteEntry> routes) {
        assertThat(wholly(text, kind).entries().routes())
                .as(text)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactlyElementsOf(routes);
    }

    private static void holdsNeighbors(String text, String kind, List<NeighborEntry> neighbors) {
        assertThat(wholly(text, kind).entries().neighbors())
                .as(text)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactlyElementsOf(neighbors);
    }

    private static void holdsInterfaces(String text, String kind, List<InterfaceEntry> interfaces) {
        assertThat(wholly(text, kind).entries().interfaces())
                .as(text)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactlyElementsOf(interfaces);
    }

    private static ContextFile wholly(String text, String kind) {
        ContextFile file = Reading.of(text);
        assertThat(file.problems()).as(text).isEmpty();
        assertThat(file.unrecognised()).as(text).isEmpty();
        assertThat(file.outputs())
                .extracting(ContextFile.Output::kind)
                .allSatisfy(read -> assertThat(read).isEqualToIgnoringCase(kind));
        return file;
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
