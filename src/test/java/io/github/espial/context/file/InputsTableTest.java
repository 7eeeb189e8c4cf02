package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.ContextParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users are told of every output that is read, by its command or by what they call it. */
class InputsTableTest {
    /** Where an output has another name there than among the parsers. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("ARP page", "ARP and NDP table"),
            Map.entry("IPsec sessions page", "VPN > IPsec > Status Overview"),
            Map.entry("IPsec status page", "Status > IPsec"),
            Map.entry("OPNsense routes page", "pages copied as text"),
            Map.entry("SPD page", "SPD: pages copied as text"),
            Map.entry("gateways page", "gateways, SPD"),
            Map.entry("saved web page", "A page of a firewall that was saved as HTML"),
            Map.entry("PowerShell CSV", "as table, list, CSV or JSON"),
            Map.entry("PowerShell JSON", "as table, list, CSV or JSON"),
            Map.entry("PowerShell list", "as table, list, CSV or JSON"),
            Map.entry("PowerShell table", "as table, list, CSV or JSON"),
            Map.entry("Wireshark esp_sa", "`esp_sa`"),
            Map.entry("Wireshark ikev1_decryption_table", "Wireshark's `ikev1_decryption_table`"),
            Map.entry("Wireshark ikev2_decryption_table", "`ikev2_decryption_table`"),
            Map.entry("charon log", "a log of strongSwan's charon"),
            Map.entry("pluto log", "logs of strongSwan or libreswan with keys"),
            Map.entry("ip -j", "also `-j`"),
            Map.entry("ip xfrm state add", "`ip xfrm state`"),
            Map.entry("setkey add", "`setkey -D`"),
            Map.entry("netsh advfirewall monitor show mmsa|qmsa", "netsh advfirewall monitor show qmsa"),
            Map.entry("netsh interface ipv6 show addresses", "`show addresses`"),
            Map.entry("netsh interface show config", "`ipv4 show config`"),
            Map.entry("netsh interface show interfaces", "`show interfaces`"),
            Map.entry("netsh interface show neighbors", "netsh interface ipv4\\|ipv6 show neighbors"),
            Map.entry("netsh interface show route", "netsh interface ipv4\\|ipv6 show route"),
            Map.entry("netsh ipsec show", "netsh ipsec dynamic show all"),
            Map.entry("netstat -rn6", "both with `-6`"),
            Map.entry("show ip route (FRR)", "VyOS, EdgeOS, FRR, Quagga"),
            Map.entry("show security ipsec security-associations detail", "the latter also with `detail`"),
            Map.entry("swanctl --list-conns", "`--list-conns`"),
            Map.entry("system ipsec_route|route_precedence show", "system ipsec_route show"));

    @Test
    void everyOutputThatIsReadIsTold() throws IOException {
        String inputs = Files.readString(Path.of("src/docs/inputs.md"));
        List<String> untold = ContextParsers.ALL.stream()
                .map(ContextParser::kind)
                .filter(kind ->
                        !inputs.contains(OTHER_NAMES.getOrDefault(kind, kind).replaceAll("(?<!\\\\)\\|", "\\\\|"))
                                && !inputs.contains(OTHER_NAMES.getOrDefault(kind, kind)))
                .toList();
        assertThat(untold).isEmpty();
    }

    @Test
    void noOtherNameIsOfAnOutputThatIsNotRead() {
        assertThat(ContextParsers.ALL).extracting(ContextParser::kind).containsAll(OTHER_NAMES.keySet());
    }
}
