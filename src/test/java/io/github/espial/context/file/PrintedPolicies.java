package io.github.espial.context.file;

import io.github.espial.context.PolicyEntry;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints policies for what leaves, of tunnel mode, as the programs do whose outputs are read. */
enum PrintedPolicies {
    XFRM(true, PrintedPolicies::xfrm),
    SETKEY(false, PrintedPolicies::setkey),
    SWANCTL_SAS(true, PrintedPolicies::swanctlSas),
    SWANCTL_CONNS(false, PrintedPolicies::swanctlConns),
    SWANCTL_CONF(false, PrintedPolicies::swanctlConf),
    STATUSALL(true, PrintedPolicies::statusall),
    WHACK(true, PrintedPolicies::whack),
    IPSEC_CONF(false, PrintedPolicies::ipsecConf),
    IOS(true, PrintedPolicies::ios),
    PFSENSE(false, PrintedPolicies::pfSense);

    private final boolean hasSpi;
    /** Refers to a method, and holds nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<PolicyEntry, String> printer;

    PrintedPolicies(boolean hasSpi, Function<PolicyEntry, String> printer) {
        this.hasSpi = hasSpi;
        this.printer = printer;
    }

    /** What of a policy the format can state. */
    PolicyEntry stated(PolicyEntry policy) {
        return new PolicyEntry(
                0,
                policy.selector(),
                policy.way(),
                policy.action(),
                new PolicyEntry.Template(
                        policy.template().source(),
                        policy.template().destination(),
                        policy.template().mode(),
                        hasSpi ? policy.template().spi() : Optional.empty()),
                Optional.empty(),
                Optional.empty());
    }

    String print(List<PolicyEntry> policies) {
        String text = policies.stream().map(printer).collect(Collectors.joining());
        return switch (this) {
            case SWANCTL_CONF -> "connections {\n" + text + "}\n";
            case STATUSALL -> "Security Associations (1 up, 0 connecting):\n" + text;
            default -> text;
        };
    }

    private static IpPrefix from(PolicyEntry policy) {
        return policy.selector().source();
    }

    private static IpPrefix to(PolicyEntry policy) {
        return policy.selector().destination();
    }

    private static IpAddress local(PolicyEntry policy) {
        return policy.template().source().orElseThrow();
    }

    private static IpAddress remote(PolicyEntry policy) {
        return policy.template().destination().orElseThrow();
    }

    private static String spi(PolicyEntry policy) {
        return policy.template().spi().orElseThrow().toString().substring(2);
    }

    private static String xfrm(PolicyEntry policy) {
        return "src " + from(policy) + " dst " + to(policy) + " \n\tdir out priority 383615 ptype main \n\ttmpl src "
                + local(policy) + " dst " + remote(policy) + "\n\t\tproto esp spi 0x" + spi(policy)
                + " reqid 1 mode tunnel\n";
    }

    private static String setkey(PolicyEntry policy) {
        return from(policy) + "[any] " + to(policy) + "[any] any\n\tout ipsec\n\tesp/tunnel/" + local(policy) + "-"
                + remote(policy) + "/unique:1\n\tspid=1 seq=1 pid=1 scope=global\n\trefcnt=1\n";
    }

    private static String swanctlSas(PolicyEntry policy) {
        return "p: #1, ESTABLISHED, IKEv2, 744850778095f36a_i* b9b6f550dffa69e7_r\n  local  'a' @ " + local(policy)
                + "[500]\n  remote 'b' @ " + remote(policy)
                + "[500]\n  c: #1, reqid 1, INSTALLED, TUNNEL, ESP:AES_GCM_16-256\n"
                + "    in  00000101,      0 bytes,     0 packets\n    out " + spi(policy)
                + ",      0 bytes,     0 packets\n    local  " + from(policy) + "\n    remote " + to(policy) + "\n";
    }

    private static String swanctlConns(PolicyEntry policy) {
        return "p: IKEv2, no reauthentication, rekeying every 14400s\n  local:  " + local(policy) + "\n  remote: "
                + remote(policy) + "\n  c: TUNNEL, rekeying every 3600s\n    local:  " + from(policy)
                + "\n    remote: " + to(policy) + "\n";
    }

    private static String swanctlConf(PolicyEntry policy) {
        return "p { local_addrs = " + local(policy) + "\nremote_addrs = " + remote(policy)
                + "\nchildren { c { local_ts = " + from(policy) + "\nremote_ts = " + to(policy) + " } } }\n";
    }

    private static String statusall(PolicyEntry policy) {
        return "p[1]: ESTABLISHED 1 second ago, " + local(policy) + "[a]..." + remote(policy)
                + "[b]\np{1}:  INSTALLED, TUNNEL, reqid 1, ESP SPIs: c1dcaf86_i " + spi(policy) + "_o\np{1}:   "
                + from(policy) + " === " + to(policy) + "\n";
    }

    private static String whack(PolicyEntry policy) {
        String name = "000 \"p" + policy.line() + "\"";
        return name + ": " + from(policy) + "===" + local(policy) + "[@a]..." + remote(policy) + "[@b]===" + to(policy)
                + "; erouted; eroute owner: #1\n" + name + ":   policy: PSK+ENCRYPT+TUNNEL;\n000 #1: "
                + name.substring(4) + " esp." + spi(policy) + "@" + remote(policy) + " esp.101@" + local(policy)
                + " Traffic: ESPin=0B\n";
    }

    private static String ipsecConf(PolicyEntry policy) {
        return "conn p" + policy.line() + "\n\tleft=" + local(policy) + "\n\tleftsubnet=" + from(policy) + "\n\tright="
                + remote(policy) + "\n\trightsubnet=" + to(policy) + "\n";
    }

    private static String ios(PolicyEntry policy) {
        return "interface: Gi0/0\n    Crypto map tag: M, local addr " + local(policy) + "\n\n   local  ident"
                + " (addr/mask/prot/port): (" + identity(from(policy)) + "/0/0)\n   remote ident"
                + " (addr/mask/prot/port): (" + identity(to(policy)) + "/0/0)\n   current_peer " + remote(policy)
                + " port 500\n     current outbound spi: 0x" + spi(policy).toUpperCase(Locale.ROOT)
                + "(1)\n        in use settings ={Tunnel, }\n\n";
    }

    private static String identity(IpPrefix prefix) {
        return prefix.address() + "/" + IpAddress.ofIpv4(prefix.length() == 0 ? 0 : -1 << (32 - prefix.length()));
    }

    private static String pfSense(PolicyEntry policy) {
        return from(policy) + "\t" + to(policy) + "\t► Outbound\tESP\t" + local(policy) + " -> " + remote(policy)
                + "\n";
    }
}
