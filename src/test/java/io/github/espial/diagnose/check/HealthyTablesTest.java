package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Predicted;
import io.github.espial.diagnose.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables that are right by construction: nobody may find a fault in them. */
class HealthyTablesTest {
    private static final int TABLES = 1000;
    private static final Set<String> FAULTS = Set.of("bypasses-tunnel", "route-missing", "tunnel-in-itself");

    @Test
    void noFaultIsFoundInTablesThatAreRight() {
        for (int seed = 0; seed < TABLES; seed++) {
            Random dice = new Random(seed);
            List<String> files = dice.nextBoolean() ? linux(dice) : windows(dice);
            CaseReport report = Worded.report(files.toArray(String[]::new));
            assertThat(Worded.ids(report)).as("seed %d: %s", seed, files).doesNotContainAnyElementsOf(FAULTS);
            assertThat(report.judgment().predicted().map(Predicted::verdict))
                    .as("seed %d: %s", seed, files)
                    .contains(Verdict.HEALTHY);
        }
    }

    /** A policy, or a device that takes what is routed into it, for each network; and routes that are right for both. */
    private static List<String> linux(Random dice) {
        boolean isByDevice = dice.nextBoolean();
        boolean hasOwnLine = dice.nextBoolean();
        boolean isInTable220 = !isByDevice && dice.nextBoolean();
        String way = hasOwnLine ? "via 203.0.113.1 dev eth2" : "via 192.0.2.1 dev eth0";
        StringBuilder table = new StringBuilder("default via 192.0.2.1 dev eth0 proto static metric 100\n");
        table.append("192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10\n");
        table.append("203.0.113.0/28 dev eth2 proto kernel scope link src 203.0.113.10\n");
        table.append("10.1.0.0/16 dev eth1 proto kernel scope link src 10.1.0.1\n");
        if (hasOwnLine || dice.nextBoolean()) {
            table.append("198.51.100.20 ").append(way).append('\n');
        }
        StringBuilder policies = new StringBuilder();
        String bound = "";
        if (isByDevice) {
            policies.append("""
                    9: xfrm7@eth0: <NOARP,UP,LOWER_UP> mtu 1400 qdisc noqueue state UNKNOWN group default
                        link/none
                        xfrm if_id 0x7 addrgenmode eui64
                    """);
            bound = "\tif_id 0x7\n";
        }
        for (String network : networks(dice)) {
            policies.append(policy(
                    isByDevice && dice.nextBoolean() ? "0.0.0.0/0" : network,
                    hasOwnLine ? "203.0.113.10" : "192.0.2.10",
                    bound));
            if (isByDevice) {
                table.append(network).append(" dev xfrm7 scope link\n");
            } else if (isInTable220) {
                table.append(network).append(' ').append(way).append(" table 220 proto static src 10.1.0.1\n");
            } else if (hasOwnLine || dice.nextBoolean()) {
                table.append(network).append(' ').append(way).append('\n');
            }
        }
        List<String> files = new ArrayList<>(List.of(table.toString(), policies.toString()));
        if (isInTable220 || dice.nextBoolean()) {
            files.add("""
                    0:\tfrom all lookup local
                    220:\tfrom all lookup 220
                    1001:\tfrom all fwmark 0x100/0x3f00 lookup 1
                    32766:\tfrom all lookup main
                    32767:\tfrom all lookup default
                    """);
        }
        return files;
    }

    private static String policy(String network, String local, String bound) {
        return """
                src 10.1.0.0/16 dst %s
                \tdir out priority 383615 ptype main
                \ttmpl src %s dst 198.51.100.20
                \t\tproto esp reqid 1 mode tunnel
                %s""".formatted(network, local, bound);
    }

    /** Each network by the router of the peer, whichever that is. */
    private static List<String> windows(Random dice) {
        boolean hasOwnRouter = dice.nextBoolean();
        String router = hasOwnRouter ? "192.0.2.254" : "192.0.2.1";
        StringBuilder table = new StringBuilder("""
                ===========================================================================
                Active Routes:
                Network Destination        Netmask          Gateway       Interface  Metric
                """);
        row(table, "0.0.0.0", "0.0.0.0", "192.0.2.1");
        if (hasOwnRouter || dice.nextBoolean()) {
            row(table, "198.51.100.20", "255.255.255.255", router);
        }
        StringBuilder policies = new StringBuilder();
        for (String network : networks(dice)) {
            policies.append(policy(network, "192.0.2.10", ""));
            if (hasOwnRouter || dice.nextBoolean()) {
                row(
                        table,
                        network.replaceFirst("/.*", ""),
                        network.endsWith("/16") ? "255.255.0.0" : "255.255.255.0",
                        router);
            }
        }
        table.append("===========================================================================\n");
        return List.of(table.toString(), policies.toString());
    }

    private static void row(StringBuilder table, String network, String mask, String router) {
        table.append(String.format("%17s %16s %15s %15s %6d%n", network, mask, router, "192.0.2.10", 10));
    }

    private static List<String> networks(Random dice) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i <= dice.nextInt(4); i++) {
            all.add(dice.nextBoolean() ? "10." + (20 + i) + ".0.0/16" : "172.20." + (30 + i) + ".0/24");
        }
        return all;
    }
}
