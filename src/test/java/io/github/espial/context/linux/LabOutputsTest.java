package io.github.espial.context.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabOutputsTest {
    @ParameterizedTest
    @ValueSource(strings = {"misrouted-ikev2", "two-nics", "l2tp-ipsec"})
    void readsTheSameRoutesAndNeighborsFromTextAndJson(String lab) {
        ContextFile text = Reading.lab(lab, "ip-route.txt");
        assertThat(text.unrecognised()).isEmpty();
        assertThat(InWords.routes(text)).isNotEmpty().isEqualTo(InWords.routes(Reading.lab(lab, "ip-route.json")));
        assertThat(Reading.lab(lab, "ip-neigh.txt").entries().neighbors())
                .isNotEmpty()
                .extracting(NeighborEntry::address, NeighborEntry::mac, NeighborEntry::interfaceName)
                .isEqualTo(Reading.lab(lab, "ip-neigh.json").entries().neighbors().stream()
                        .map(entry -> tuple(entry.address(), entry.mac(), entry.interfaceName()))
                        .toList());
    }

    @Test
    void readsTheInterfacesOfTheLab() {
        assertThat(Reading.lab("l2tp-ipsec", "ip-a.txt").entries().interfaces())
                .extracting(InterfaceEntry::name)
                .containsExactly("lo", "eth0", "eth1", "ppp0");
        assertThat(Reading.lab("l2tp-ipsec", "ip-a.txt").entries().interfaces().get(1))
                .usingRecursiveComparison()
                .ignoringFields("line")
                .isEqualTo(Reading.lab("l2tp-ipsec", "ip-addr.json")
                        .entries()
                        .interfaces()
                        .get(1));
    }

    @Test
    void readsThePoliciesOfTheLabFromTheKernelAndFromStrongSwan() {
        List<PolicyEntry> kernel =
                Reading.lab("misrouted-ikev2", "xfrm-policy.txt").entries().policies();
        assertThat(kernel).hasSize(6);
        List<String> leaving = kernel.stream()
                .filter(policy -> policy.way() == PolicyEntry.Way.OUT)
                .map(LabOutputsTest::describe)
                .sorted()
                .toList();
        assertThat(leaving)
                .containsExactly(
                        "10.1.0.0/16 10.20.0.0/16 192.0.2.10 198.51.100.20 TUNNEL",
                        "10.1.0.0/16 10.30.0.0/16 192.0.2.10 198.51.100.20 TUNNEL");
        assertThat(Reading.lab("misrouted-ikev2", "swanctl-list-sas.txt")
                        .entries()
                        .policies())
                .map(LabOutputsTest::describe)
                .containsExactlyElementsOf(leaving);
        assertThat(Reading.lab("l2tp-ipsec", "xfrm-policy.txt")
                        .entries()
                        .policies()
                        .get(0)
                        .selector()
                        .sourcePort())
                .hasValue(1701);
    }

    private static String describe(PolicyEntry policy) {
        return policy.selector().source() + " " + policy.selector().destination() + " "
                + policy.template().source().orElseThrow() + " "
                + policy.template().destination().orElseThrow() + " "
                + policy.template().mode().orElseThrow();
    }
}
