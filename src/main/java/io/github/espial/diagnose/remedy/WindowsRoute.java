package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.routing.Machine;

/** {@code route -p add}, which every Windows has; for IPv6, {@code netsh}. */
final class WindowsRoute implements Dialect {
    /** Where the networks of a tunnel are told. */
    static final String POLICY =
            "the filter list of the policy in secpol.msc, or netsh ipsec static show all; from Windows 2008 on"
                    + " also netsh advfirewall consec show rule name=all";

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
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
        return POLICY;
    }

    @Override
    public String text() {
        return "the route outlasts a restart";
    }

    @Override
    public String set(WantedRoute route, String card) {
        if (route.isIpv6()) {
            return "netsh interface ipv6 add route " + route.prefix() + " \"" + card + "\" " + route.router();
        }
        String add = "route -p add " + route.network() + " mask " + route.mask() + " " + route.router();
        // Two routes of one prefix would share its packets, or the one with the smaller metric take them all.
        return route.replaced()
                .map(old -> "route delete " + route.network() + " mask " + route.mask() + " " + old + " & " + add)
                .orElse(add);
    }

    @Override
    public String undo(WantedRoute route, String card) {
        return route.isIpv6()
                ? "netsh interface ipv6 delete route " + route.prefix() + " \"" + card + "\" " + route.router()
                : "route delete " + route.network() + " mask " + route.mask() + " " + route.router();
    }
}
