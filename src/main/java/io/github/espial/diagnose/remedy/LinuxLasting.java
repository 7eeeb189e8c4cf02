package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.net.IpAddress;
import io.github.espial.routing.Machine;
import java.util.Optional;

/** The lasting forms of a route on Linux; which one is right depends on what configures the network there. */
enum LinuxLasting implements Dialect {
    /** nmcli(1). */
    NETWORK_MANAGER(
            "lasting, where NetworkManager configures the network; nmcli connection up CONNECTION puts it in force") {
        @Override
        public String set(WantedRoute route, String card) {
            return "nmcli connection modify \"CONNECTION\" +" + version(route) + ".routes \"" + route.prefix() + " "
                    + route.router() + "\"";
        }

        @Override
        public String undo(WantedRoute route, String card) {
            return "nmcli connection modify \"CONNECTION\" -" + version(route) + ".routes \"" + route.prefix() + " "
                    + route.router() + "\"";
        }

        private String version(WantedRoute route) {
            return route.isIpv6() ? "ipv6" : "ipv4";
        }
    },
    /** netplan(5). */
    NETPLAN("lasting, where netplan does: a line under routes: of the interface; netplan try puts it in force") {
        @Override
        public String set(WantedRoute route, String card) {
            return "- {to: " + route.prefix() + ", via: " + route.router() + "}";
        }
    },
    /** systemd.network(5). */
    NETWORKD(
            "lasting, where systemd-networkd does: three lines in the .network file of the interface; networkctl reload"
                    + " puts them in force") {
        @Override
        public String set(WantedRoute route, String card) {
            return "[Route] Destination=" + route.prefix() + " Gateway=" + route.router();
        }
    },
    /** OpenWrt documentation, "Static routes". */
    OPENWRT(
            "lasting on OpenWrt; service network reload puts it in force. INTERFACE is the section of uci show network whose"
                    + " device leads to the router") {
        @Override
        public String set(WantedRoute route, String card) {
            String section = section(route);
            return "uci set " + section + "=route" + (route.isIpv6() ? "6" : "") + "; uci set " + section
                    + ".interface=INTERFACE; uci set " + section + ".target=" + route.prefix() + "; uci set " + section
                    + ".gateway=" + route.router() + "; uci commit network";
        }

        @Override
        public String undo(WantedRoute route, String card) {
            return "uci delete " + section(route) + "; uci commit network";
        }

        private String section(WantedRoute route) {
            return "network.espial_" + route.prefix().replaceAll("[.:/]+", "_");
        }
    },
    /** interfaces(5). */
    IFUPDOWN("lasting, where /etc/network/interfaces does: a line under the interface") {
        @Override
        public String set(WantedRoute route, String card) {
            return "up ip route add " + route.prefix() + " via " + route.router();
        }
    };

    /** What holds of routes on Linux, however they are set. */
    private static final Dialect AT_ONCE = new LinuxIpRoute();

    private final String text;

    LinuxLasting(String text) {
        this.text = text;
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean isUsual() {
        return false;
    }

    @Override
    public boolean fits(Machine machine) {
        boolean isOpenWrt = machine.programs().contains(Program.UCI);
        return machine.is(platform()) && isOpenWrt == (this == OPENWRT);
    }

    @Override
    public String whereNetworksAre() {
        return AT_ONCE.whereNetworksAre();
    }

    @Override
    public Optional<String> beforeRouteOf(IpAddress peer) {
        return AT_ONCE.beforeRouteOf(peer);
    }

    @Override
    public String first() {
        return AT_ONCE.first();
    }

    @Override
    public String text() {
        return text;
    }

    /** Where lines of a file were added, nothing but taking them out again takes it back. */
    @Override
    public String undo(WantedRoute route, String card) {
        return "";
    }
}
