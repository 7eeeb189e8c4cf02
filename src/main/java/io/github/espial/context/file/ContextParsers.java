package io.github.espial.context.file;

import io.github.espial.context.ContextParser;
import io.github.espial.context.bsd.BsdNetstat;
import io.github.espial.context.bsd.Ifconfig;
import io.github.espial.context.bsd.NdpAn;
import io.github.espial.context.bsd.RouteGet;
import io.github.espial.context.bsd.SetkeyPolicies;
import io.github.espial.context.bsd.UnixArp;
import io.github.espial.context.key.CharonLog;
import io.github.espial.context.key.Ikev1DecryptionTable;
import io.github.espial.context.key.Ikev2DecryptionTable;
import io.github.espial.context.key.PlutoLog;
import io.github.espial.context.key.SetkeyAdd;
import io.github.espial.context.key.SetkeyDump;
import io.github.espial.context.key.WiresharkEspTable;
import io.github.espial.context.key.XfrmState;
import io.github.espial.context.key.XfrmStateAdd;
import io.github.espial.context.libreswan.WhackStatus;
import io.github.espial.context.linux.IpAddr;
import io.github.espial.context.linux.IpBrief;
import io.github.espial.context.linux.IpJson;
import io.github.espial.context.linux.IpNeigh;
import io.github.espial.context.linux.IpRoute;
import io.github.espial.context.linux.IpRule;
import io.github.espial.context.linux.LinuxArp;
import io.github.espial.context.linux.LinuxIfconfig;
import io.github.espial.context.linux.LinuxNetstat;
import io.github.espial.context.linux.LinuxNetstatSix;
import io.github.espial.context.linux.XfrmPolicy;
import io.github.espial.context.strongswan.IpsecConf;
import io.github.espial.context.strongswan.IpsecStatus;
import io.github.espial.context.strongswan.SwanctlConf;
import io.github.espial.context.strongswan.SwanctlListConns;
import io.github.espial.context.strongswan.SwanctlListSas;
import io.github.espial.context.windows.IpconfigAll;
import io.github.espial.context.windows.RoutePrint;
import io.github.espial.context.windows.WindowsArp;
import java.util.List;

/** All parsers; the first that recognises a line reads it, so the stricter come before the more lenient. */
final class ContextParsers {
    static final List<ContextParser> ALL = List.of(
            new CharonLog(),
            new PlutoLog(),
            new XfrmState(),
            new XfrmPolicy(),
            new XfrmStateAdd(),
            new SetkeyDump(),
            new SetkeyPolicies(),
            new SetkeyAdd(),
            new WiresharkEspTable(),
            new Ikev2DecryptionTable(),
            new Ikev1DecryptionTable(),
            new SwanctlListSas(),
            new SwanctlListConns(),
            new IpsecStatus(),
            new WhackStatus(),
            new SwanctlConf(),
            new IpsecConf(),
            new IpJson(),
            new IpAddr(),
            new IpBrief(),
            new IpRule(),
            new IpNeigh(),
            new IpRoute(),
            new LinuxNetstat(),
            new LinuxNetstatSix(),
            new LinuxIfconfig(),
            new LinuxArp(),
            new BsdNetstat(),
            new RouteGet(),
            new Ifconfig(),
            new NdpAn(),
            new UnixArp(),
            new WindowsArp(),
            new RoutePrint(),
            new IpconfigAll());

    private ContextParsers() {}
}
