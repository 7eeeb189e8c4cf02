package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import io.github.espial.routing.Machine;

/** {@code New-NetRoute}, of Windows 8 and Server 2012 and later: it sets the active and the persistent route. */
final class WindowsPowerShell implements Dialect {
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
        return machine.is(platform()) && machine.programs().contains(Program.POWERSHELL);
    }

    @Override
    public String whereNetworksAre() {
        return WindowsRoute.POLICY;
    }

    @Override
    public String text() {
        return "in PowerShell instead; the route outlasts a restart";
    }

    @Override
    public String set(WantedRoute route, String card) {
        return "New-NetRoute -DestinationPrefix " + route.prefix() + " -InterfaceAlias \"" + card + "\" -NextHop "
                + route.router();
    }

    @Override
    public String undo(WantedRoute route, String card) {
        return "Remove-NetRoute -DestinationPrefix " + route.prefix() + " -NextHop " + route.router()
                + " -Confirm:$false";
    }
}
