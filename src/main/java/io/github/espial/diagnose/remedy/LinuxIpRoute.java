package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.net.IpAddress;
import io.github.espial.routing.Machine;
import java.util.Optional;

/** {@code ip route}, in force at once and until the next restart. */
final class LinuxIpRoute implements Dialect {
    @Override
    public Platform platform() {
        return Platform.LINUX;
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
        return "ip xfrm policy";
    }

    @Override
    public Optional<String> beforeRouteOf(IpAddress peer) {
        return Optional.of(
                "Linux looks the route of ESP up by the peer's address, whatever is inside: ip route get " + peer
                        + " tells it, and ip rule lists the rules, marks and tables that may send the tunnel's packets astray."
                        + " If one of these does, mend that; else this route is missing");
    }

    @Override
    public String first() {
        return "ip rule";
    }

    @Override
    public String text() {
        return "in force at once and until the next restart; write it into the network configuration as well";
    }

    @Override
    public String set(WantedRoute route, String card) {
        String verb = route.replaced().isPresent() ? "replace " : "add ";
        return "ip route " + verb + route.prefix() + " via " + route.router();
    }

    @Override
    public String undo(WantedRoute route, String card) {
        return route.replaced()
                .map(old -> "ip route replace " + route.prefix() + " via " + old)
                .orElse("ip route del " + route.prefix() + " via " + route.router());
    }
}
