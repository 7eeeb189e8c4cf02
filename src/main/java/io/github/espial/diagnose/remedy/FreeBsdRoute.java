package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.net.IpAddress;
import io.github.espial.routing.Machine;
import java.util.Optional;

/** {@code route add}, in force at once and until the next restart. */
final class FreeBsdRoute implements Dialect {
    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public boolean fits(Machine machine) {
        return machine.is(platform());
    }

    @Override
    public String whereNetworksAre() {
        return "setkey -DP, or the phase 2 entries in the web interface";
    }

    @Override
    public Optional<String> beforeRouteOf(IpAddress peer) {
        return Optional.of(
                "FreeBSD looks the route of ESP up by the peer's address, whatever is inside: route -n get " + peer
                        + " tells it, and pfctl -sr lists the firewall's rules, of which one with route-to may pick the gateway."
                        + " If one does, mend that; else this route is missing");
    }

    @Override
    public String first() {
        return "pfctl -sr";
    }

    @Override
    public String text() {
        return "in force at once and until the next restart; static_routes in /etc/rc.conf makes it last. On OPNsense and"
                + " pfSense add the router as a gateway and the networks as static routes in the web interface instead";
    }

    @Override
    public String set(WantedRoute route, String card) {
        String verb = route.replaced().isPresent() ? "change " : "add ";
        return "route " + verb + family(route) + route.prefix() + " " + route.router();
    }

    @Override
    public String undo(WantedRoute route, String card) {
        return route.replaced()
                .map(old -> "route change " + family(route) + route.prefix() + " " + old)
                .orElse("route delete " + family(route) + route.prefix());
    }

    private static String family(WantedRoute route) {
        return route.isIpv6() ? "-inet6 " : "";
    }
}
