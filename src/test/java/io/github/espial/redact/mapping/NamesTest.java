package io.github.espial.redact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.IpAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private final Mapping mapping = Mapping.of(AddressMappingTest.key("a key for tests only"));
    private final Names names = mapping.names();

    @Test
    void aNameBecomesAWordThatStandsForIt() {
        assertThat(names.of("host", "fw1.example.com"))
                .matches("host-[0-9a-f]{16}")
                .isEqualTo(names.of("host", "fw1.example.com"))
                .isNotEqualTo(names.of("host", "fw2.example.com"));
    }

    @Test
    void anotherKeyGivesAnotherWord() {
        Names others =
                Mapping.of(AddressMappingTest.key("another key for tests")).names();
        assertThat(others.of("host", "fw1")).isNotEqualTo(names.of("host", "fw1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eth0",
                "eth0.120",
                "enp3s0f1",
                "ens192",
                "em0",
                "igb1",
                "vtnet0",
                "ppp0",
                "lo",
                "bond0.7",
                "ipsec0",
                "GigabitEthernet0/1.20",
                "Ethernet 2",
                "Local Area Connection 3",
                "12",
                "0x10003",
                "if_id 0x2a",
                "any"
            })
    void aNameThatSystemsGiveStays(String name) {
        assertThat(names.ofInterface(name)).isEqualTo(name);
    }

    /** What a person chose, or a MAC, or the identity of a card. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme-wan", "enx001b21aa0001", "wlx001b21aa0001",
                        "\\Device\\NPF_{0A1B2C3D-0000-1111-2222-333344445555}",
                "LAN Acme GmbH", "eth0-to-acme", "vlan-acme", "tun-acme"
            })
    void anyOtherNameGoes(String name) {
        assertThat(names.ofInterface(name)).matches("interface-[0-9a-f]{16}");
    }

    @Test
    void anInterfaceThatIsCalledByItsAddressFollowsIt() {
        assertThat(names.ofInterface("10.1.2.3"))
                .isEqualTo(mapping.addresses().of(IpAddress.parse("10.1.2.3")).toString());
    }

    @Test
    void octetsThatStandForOthersAreAsMany() {
        byte[] name = "user@example.com and more than one block of a hash".getBytes(StandardCharsets.UTF_8);
        assertThat(names.octets("user", name))
                .hasSameSizeAs(name)
                .isEqualTo(names.octets("user", name))
                .isNotEqualTo(names.octets("host", name));
        assertThat(names.octets("user", new byte[0])).isEmpty();
    }
}
