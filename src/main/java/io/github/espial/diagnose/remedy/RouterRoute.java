package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.routing.Machine;

/** Static routes of routers and firewalls, in their own commands: lasting, and taken back by a command of its own. */
enum RouterRoute implements Dialect {
    /** FortiOS administration guide, "Static routing". */
    FORTIOS(
            Platform.FORTIOS,
            "diagnose vpn tunnel list, or the phase 2 selectors of the tunnel",
            "in force at once and lasting; the undo lists the routes, whose number NUMBER is then deleted") {
        @Override
        public String set(WantedRoute route, String card) {
            return "config router static" + six(route) + "; edit 0; set dst "
                    + (route.isIpv6() ? route.prefix() : route.network() + " " + route.mask()) + "; set gateway "
                    + route.router() + "; set device " + card + "; next; end";
        }

        @Override
        public String undo(WantedRoute route, String card) {
            return "config router static" + six(route) + "; show; delete NUMBER; end";
        }

        private String six(WantedRoute route) {
            return route.isIpv6() ? "6" : "";
        }
    },
    /** MikroTik documentation, "IP Routing". */
    ROUTEROS(Platform.ROUTEROS, "/ip ipsec policy print detail", "in force at once and lasting") {
        @Override
        public String set(WantedRoute route, String card) {
            return menu(route) + " add dst-address=" + route.prefix() + " gateway=" + route.router();
        }

        @Override
        public String undo(WantedRoute route, String card) {
            return menu(route) + " remove [find dst-address=" + route.prefix() + " gateway=" + route.router() + "]";
        }

        private String menu(WantedRoute route) {
            return route.isIpv6() ? "/ipv6 route" : "/ip route";
        }
    },
    /** VyOS documentation, "Static routes". */
    VYOS(
            Platform.VYOS,
            "show vpn ipsec connections",
            "in configure mode; commit puts it in force, save makes it last") {
        @Override
        public String set(WantedRoute route, String card) {
            return "set protocols static " + route(route) + " " + route.prefix() + " next-hop " + route.router();
        }

        @Override
        public String undo(WantedRoute route, String card) {
            return "delete protocols static " + route(route) + " " + route.prefix() + " next-hop " + route.router();
        }

        private String route(WantedRoute route) {
            return route.isIpv6() ? "route6" : "route";
        }
    },
    /** Junos documentation, "static (Routing Options)". */
    JUNOS(
            Platform.JUNOS,
            "show security ipsec security-associations detail",
            "in configuration mode; commit puts it in force") {
        @Override
        public String set(WantedRoute route, String card) {
            return "set routing-options " + rib(route) + "static route " + route.prefix() + " next-hop "
                    + route.router();
        }

        @Override
        public String undo(WantedRoute route, String card) {
            return "delete routing-options " + rib(route) + "static route " + route.prefix() + " next-hop "
                    + route.router();
        }

        private String rib(WantedRoute route) {
            return route.isIpv6() ? "rib inet6.0 " : "";
        }
    },
    /** PAN-OS CLI documentation, "Static routes". */
    PANOS(Platform.PANOS, "the proxy IDs of the tunnel", "in configure mode; commit puts it in force") {
        @Override
        public String set(WantedRoute route, String card) {
            return routes(route) + " destination " + route.prefix() + " nexthop " + address(route) + " "
                    + route.router();
        }

        @Override
        public String undo(WantedRoute route, String card) {
            return routes(route).replaceFirst("^set", "delete");
        }

        private String routes(WantedRoute route) {
            String name = "espial-" + route.prefix().replaceAll("[.:/]+", "-");
            return "set network virtual-router default routing-table " + (route.isIpv6() ? "ipv6" : "ip")
                    + " static-route " + name;
        }

        private String address(WantedRoute route) {
            return route.isIpv6() ? "ipv6-address" : "ip-address";
        }
    },
    /** Gaia administration guide, "IPv4 Static Routes". */
    CHECKPOINT(Platform.CHECKPOINT, "vpn tu tlist", "in the Gaia shell; save config makes it last") {
        @Override
        public String set(WantedRoute route, String card) {
            return "set " + family(route) + route.prefix() + " nexthop gateway address " + route.router() + " on";
        }

        @Override
        public String undo(WantedRoute route, String card) {
            return "set " + family(route) + route.prefix() + " nexthop gateway address " + route.router() + " off";
        }

        private String family(WantedRoute route) {
            return route.isIpv6() ? "ipv6 static-route " : "static-route ";
        }
    },
    /** Cisco IOS command reference, "ip route". */
    CISCO(
            Platform.CISCO,
            "show crypto ipsec sa, or the access list of the crypto map",
            "in configuration mode of IOS, in force at once; write memory makes it last. ASA: route INTERFACE NETWORK MASK"
                    + " ROUTER") {
        @Override
        public String set(WantedRoute route, String card) {
            return route(route) + " " + route.router();
        }

        @Override
        public String undo(WantedRoute route, String card) {
            return "no " + route(route) + " " + route.router();
        }

        private String route(WantedRoute route) {
            return route.isIpv6() ? "ipv6 route " + route.prefix() : "ip route " + route.network() + " " + route.mask();
        }
    };

    private final Platform platform;
    private final String networks;
    private final String text;

    RouterRoute(Platform platform, String networks, String text) {
        this.platform = platform;
        this.networks = networks;
        this.text = text;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public boolean isUsual() {
        return false;
    }

    @Override
    public boolean fits(Machine machine) {
        return machine.is(platform);
    }

    @Override
    public String whereNetworksAre() {
        return networks;
    }

    @Override
    public String text() {
        return text;
    }
}
