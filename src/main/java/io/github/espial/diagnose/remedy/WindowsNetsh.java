package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.routing.Machine;

/** {@code netsh interface ipv4 add route}, of Windows Vista and later. */
final class WindowsNetsh implements Dialect {
    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public boolean isUsual() {
        return false;
    }

    @Override
    public boolean fits(Machine machine) {
        return machine.is(platform()) && machine.isWindowsVistaOrLater();
    }

    @Override
    public String whereNetworksAre() {
        return WindowsRoute.POLICY;
    }

    @Override
    public String text() {
        return "with netsh instead; the route outlasts a restart";
    }

    @Override
    public String set(WantedRoute route, String card) {
        return "netsh interface " + version(route) + " add route " + route.prefix() + " \"" + card + "\" "
                + route.router() + " store=persistent";
    }

    @Override
    public String undo(WantedRoute route, String card) {
        return "netsh interface " + version(route) + " delete route " + route.prefix() + " \"" + card + "\" "
                + route.router() + " store=persistent";
    }

    private static String version(WantedRoute route) {
        return route.isIpv6() ? "ipv6" : "ipv4";
    }
}
