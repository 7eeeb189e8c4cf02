package io.github.espial.context.netsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextFile.LineRange;
import io.github.espial.context.file.Reading;
import io.github.espial.net.IpAddress;
import org.junit.jupiter.api.Test;

class NetshOutputsTest {
    @Test
    void readsNetshConfig() {
        ContextFile file = Reading.sample("netsh-config-german.txt");
        assertThat(file.unrecognised()).containsExactly(new LineRange(1, 1));
        assertThat(file.entries().interfaces())
                .extracting(InterfaceEntry::name, InterfaceEntry::metric)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("LAN-Verbindung", java.util.OptionalLong.of(25)),
                        org.assertj.core.groups.Tuple.tuple("Innen", java.util.OptionalLong.of(5)));
        assertThat(file.entries().interfaces().get(0).addresses())
                .extracting(own -> own.address().toString())
                .containsExactly("192.0.2.10", "192.0.2.11");
        assertThat(file.entries().interfaces().get(0).gateways())
                .extracting(IpAddress::toString)
                .containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(file.entries().interfaces().get(1).gateways()).isEmpty();
        InterfaceEntry old =
                Reading.sample("netsh-config-2003.txt").entries().interfaces().get(0);
        assertThat(old.gateways()).extracting(IpAddress::toString).containsExactly("192.0.2.1");
        assertThat(old.metric()).hasValue(20);
        assertThat(Reading.sample("netsh-ipv6-addresses.txt")
                        .entries()
                        .interfaces()
                        .get(0)
                        .addresses())
                .extracting(own -> own.address().toString())
                .containsExactly("2001:db8:1::10", "fe80::20c:29ff:fe5e:100a");
    }

    @Test
    void readsTheFiltersThatIpsecUses() {
        ContextFile file = Reading.sample("ipsec-dynamic.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().policies())
                .extracting(NetshOutputsTest::describe)
                .containsExactly(
                        "10.1.0.0/16 10.20.0.0/16 UNSTATED PROTECT 198.51.100.20 TUNNEL",
                        "10.20.0.0/16 10.1.0.0/16 UNSTATED PROTECT 192.0.2.10 TUNNEL",
                        "0.0.0.0/0 0.0.0.0/0 OUT DISCARD - -");
    }

    @Test
    void tellsTheWaysOfTunnelsByTheOwnAddressesOfTheFile() {
        String both = Reading.text("ipsec-dynamic.txt") + "\n" + Reading.text("ipconfig-xp.txt");
        assertThat(Reading.of(both).entries().policies())
                .extracting(PolicyEntry::way)
                .containsExactly(PolicyEntry.Way.OUT, PolicyEntry.Way.IN, PolicyEntry.Way.OUT);
    }

    @Test
    void readsTheRulesThatIpsecKeeps() {
        ContextFile file = Reading.sample("ipsec-static.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().policies())
                .extracting(NetshOutputsTest::describe)
                .containsExactly(
                        "10.1.0.0/16 10.20.0.0/16 UNSTATED PROTECT 198.51.100.20 TUNNEL",
                        "10.1.0.0/16 10.30.0.0/16 UNSTATED PROTECT 198.51.100.20 TUNNEL",
                        "0.0.0.0/0 0.0.0.0/0 OUT BYPASS - -");
    }

    @Test
    void saysWhenAFilterListDoesNotTellWhatIsDone() {
        String text = Reading.text("ipsec-static.txt");
        int from = text.lastIndexOf("FilterList Name");
        ContextFile file = Reading.of(text.substring(from, text.lastIndexOf("FilterAction Details")));
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.problems()).hasSize(1);
        assertThat(file.problems().get(0).line()).isEqualTo(7);
    }

    @Test
    void readsConnectionSecurityRules() {
        ContextFile file = Reading.sample("consec-rules.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().policies())
                .extracting(NetshOutputsTest::describe)
                .containsExactly(
                        "10.1.0.0/16 10.20.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL",
                        "10.1.0.0/16 10.30.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL");
        assertThat(file.entries().policies().get(0).template().source()).hasValue(IpAddress.parse("192.0.2.10"));
        ContextFile german = Reading.sample("consec-rules-german.txt");
        assertThat(german.entries().policies())
                .extracting(NetshOutputsTest::describe)
                .containsExactly("0.0.0.0/0 10.20.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL");
        assertThat(german.problems()).hasSize(1);
    }

    @Test
    void readsSasOfTheFirewall() {
        ContextFile file = Reading.sample("advfirewall-sas.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().policies())
                .extracting(NetshOutputsTest::describe)
                .containsExactly("192.0.2.10/32 198.51.100.20/32 OUT PROTECT - -");
        assertThat(file.outputs()).hasSize(2);
    }

    private static String describe(PolicyEntry policy) {
        return policy.selector().source() + " " + policy.selector().destination() + " " + policy.way() + " "
                + policy.action() + " "
                + policy.template().destination().map(IpAddress::toString).orElse("-") + " "
                + policy.template().mode().map(Object::toString).orElse("-");
    }
}
