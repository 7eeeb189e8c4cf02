package io.github.espial.context.file;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints tables as {@code route}, {@code ipconfig}, {@code arp} and {@code netsh} of Windows do. */
final class WindowsPrinter {
    private static final String RULE = "=".repeat(75) + "\n";
    private static final int PREFIX_WIDTH = 24;
    private static final int LABEL_WIDTH = 34;

    private final WindowsLanguage language;
    private final StringBuilder text = new StringBuilder();

    WindowsPrinter(WindowsLanguage language) {
        this.language = language;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** {@code route print} of Windows Vista and later. */
    WindowsPrinter routePrint(List<RouteEntry> active4, List<RouteEntry> persistent4, List<RouteEntry> active6) {
        WindowsLanguage.RouteWords words = language.routes();
        line(RULE + words.interfaces());
        line(" 11...00 0c 29 5e 10 0a ......Intel(R) 82574L Gigabit Network Connection");
        line("  1...........................Software Loopback Interface 1");
        line(" 12...00 00 00 00 00 00 00 e0 Microsoft ISATAP Adapter");
        line(RULE + "\n" + words.table4() + "\n" + RULE + words.active() + "\n" + words.columns());
        for (RouteEntry route : active4) {
            line("%17s %16s %16s %16s %6d", first(route), mask(route), hop(route), own(route), metric(route));
        }
        line(RULE + words.persistent());
        persistent4(persistent4);
        line("\n" + words.table6() + "\n" + RULE + words.active() + "\n" + words.columns6());
        for (RouteEntry route : active6) {
            String prefix = route.destination().toString();
            String rest = prefix.length() > PREFIX_WIDTH ? "\n" + " ".repeat(36) : " ";
            line("%3s %6d %-24s%s%s", route.interfaceName().orElseThrow(), metric(route), prefix, rest, hop(route));
        }
        line(RULE + words.persistent() + "\n  " + words.none());
        return this;
    }

    /** {@code route print} of Windows 2000 and 2003, which name the own address where no router is. */
    WindowsPrinter routePrint2003(List<RouteEntry> active4, List<RouteEntry> persistent4) {
        WindowsLanguage.RouteWords words = language.routes();
        line("\n" + words.table4() + "\n" + RULE + words.interfaces());
        line("0x1 ........................... MS TCP Loopback interface");
        line("0x10003 ...00 0c 29 5e 10 0a ...... Intel(R) PRO/1000 MT Network Connection");
        line(RULE + RULE + words.active() + "\n" + words.columns());
        for (RouteEntry route : active4) {
            IpAddress own = route.interfaceAddress().orElseThrow();
            String hop = gateway(route).orElse(own).toString();
            line("%17s %16s %15s %15s %6d", first(route), mask(route), hop, own, metric(route));
        }
        line("%-25s192.0.2.1", "Default Gateway:");
        line(RULE + words.persistent());
        persistent4(persistent4);
        return this;
    }

    private void persistent4(List<RouteEntry> routes) {
        WindowsLanguage.RouteWords words = language.routes();
        if (routes.isEmpty()) {
            line("  " + words.none());
            return;
        }
        line(words.persistentColumns());
        for (RouteEntry route : routes) {
            String metric =
                    route.metric().own().isPresent() ? "%8d".formatted(metric(route)) : "  " + words.defaultMetric();
            line("%17s %16s %16s%s", first(route), mask(route), hop(route), metric);
        }
        line(RULE.strip());
    }

    /** {@code ipconfig /all} of Windows Vista and later. */
    WindowsPrinter ipconfig(String host, List<InterfaceEntry> adapters) {
        WindowsLanguage.AdapterWords words = language.adapters();
        line("\n" + words.title() + "\n");
        value(words.host(), host);
        value("IP-Routing", "");
        for (InterfaceEntry adapter : adapters) {
            line("\n" + words.adapter().formatted(adapter.name()) + "\n");
            value(words.suffix(), "");
            value(words.mac(), dashed(adapter.mac().orElseThrow()));
            String own6 =
                    adapter.addresses().get(0).address() + "%" + adapter.index().orElseThrow();
            value(words.linkLocal(), own6 + words.preferred());
            InterfaceEntry.OwnAddress own4 = adapter.addresses().get(1);
            value(words.address(), own4.address() + words.preferred() + " ");
            value(words.mask(), mask(own4.prefixLength().orElseThrow()));
            value(words.lease(), "25.11.2026 10:15:03");
            gateways(words, adapter.gateways());
            value(words.dhcpServer(), "192.0.2.53");
            value("DHCPv6 IAID", "234884137");
            value("DHCPv6-Client-DUID", "00-01-00-01-1F-2E-3D-4C-00-0C-29-5E-10-0A");
        }
        return this;
    }

    private void gateways(WindowsLanguage.AdapterWords words, List<IpAddress> gateways) {
        value(words.gateway(), gateways.isEmpty() ? "" : gateways.get(0).toString());
        for (int i = 1; i < gateways.size(); i++) {
            line(" ".repeat(LABEL_WIDTH + 5) + gateways.get(i));
        }
    }

    /** Dots up to the colon, which the tool places by the longest label of the language. */
    private void value(String label, String value) {
        StringBuilder dotted = new StringBuilder(label);
        while (dotted.length() < LABEL_WIDTH) {
            dotted.append(dotted.length() % 2 == 0 ? '.' : ' ');
        }
        line("   " + dotted + ": " + value);
    }

    /** {@code arp -a}. */
    WindowsPrinter arp(IpAddress own, List<NeighborEntry> neighbors) {
        line("\n" + language.arp().title() + " " + own + " --- 0xb\n"
                + language.arp().columns());
        for (NeighborEntry neighbor : neighbors) {
            line("  %-21s %-21s %s", neighbor.address(), mac(neighbor), state(neighbor));
        }
        return this;
    }

    /** {@code netsh interface ipv4 show route}, or of IPv6. */
    WindowsPrinter netshRoutes(List<RouteEntry> routes, String interfaceName) {
        if (!routes.isEmpty() && routes.get(0).store() == Store.PERSISTENT) {
            line("C:\\>netsh interface ipv4 show route store=persistent");
        }
        line("\n" + netshHeading("Publish  Type      Met  Prefix                    Idx  Gateway/Interface Name"));
        line("-------  --------  ---  ------------------------  ---  ------------------------");
        for (RouteEntry route : routes) {
            String hop = gateway(route).map(IpAddress::toString).orElse(interfaceName);
            String index = route.interfaceName().orElseThrow();
            String published = language.equals(WindowsLanguage.GERMAN) ? "Nein" : "No";
            line(
                    "%-7s  %-8s  %-3d  %-24s  %3s  %s",
                    published, "Manual", metric(route), route.destination(), index, hop);
        }
        return this;
    }

    /** {@code netsh interface ipv4 show neighbors}, or of IPv6. */
    WindowsPrinter netshNeighbors(String index, List<NeighborEntry> neighbors) {
        String title = language.equals(WindowsLanguage.GERMAN) ? "Schnittstelle" : "Interface";
        line("\n" + title + " " + index + ": Ethernet0\n\n");
        line(netshHeading("Internet Address                              Physical Address   Type"));
        line("--------------------------------------------  -----------------  -----------");
        for (NeighborEntry neighbor : neighbors) {
            line("%-44s  %-17s  %s", neighbor.address(), mac(neighbor), state(neighbor));
        }
        return this;
    }

    /** {@code netsh interface ipv4 show interfaces}. */
    WindowsPrinter netshInterfaces(List<InterfaceEntry> interfaces) {
        String state = language.equals(WindowsLanguage.GERMAN) ? "Verbunden" : "connected";
        line("\n" + netshHeading("Idx     Met         MTU          State                Name"));
        line("---  ----------  ----------  ------------  ---------------------------");
        for (InterfaceEntry entry : interfaces) {
            String index = entry.index().orElseThrow();
            line("%3s  %10d  %10d  %-12s  %s", index, entry.metric().orElseThrow(), 1500, state, entry.name());
        }
        return this;
    }

    private String netshHeading(String english) {
        return language.equals(WindowsLanguage.GERMAN)
                ? english.replace("Publish", "Veröff.")
                        .replace("Prefix", "Präfix")
                        .replace("Address", "Adresse")
                : english;
    }

    private String hop(RouteEntry route) {
        return gateway(route).map(IpAddress::toString).orElse(language.routes().onLink());
    }

    private static Optional<IpAddress> gateway(RouteEntry route) {
        return route.target() instanceof Target.Gateway gateway ? Optional.of(gateway.address()) : Optional.empty();
    }

    private static String own(RouteEntry route) {
        return route.interfaceAddress().orElseThrow().toString();
    }

    private static long metric(RouteEntry route) {
        return route.metric().own().orElseThrow();
    }

    private static String first(RouteEntry route) {
        return route.destination().address().toString();
    }

    private static String mask(RouteEntry route) {
        return mask(route.destination().length());
    }

    private static String mask(int length) {
        return IpAddress.ofIpv4((int) (0xffffffffL << (32 - length))).toString();
    }

    private static String mac(NeighborEntry neighbor) {
        return neighbor.mac().map(WindowsPrinter::dashed).orElse("00-00-00-00-00-00");
    }

    private static String state(NeighborEntry neighbor) {
        return neighbor.state().orElseThrow();
    }

    static String dashed(MacAddress mac) {
        return mac.toString().replace(':', '-').toUpperCase(Locale.ROOT);
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append("\n");
    }
}
