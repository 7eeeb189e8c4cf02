package io.github.espial.context.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.ContextProblem;
import io.github.espial.context.HostName;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class CiscoConfigTest {
    @Test
    void readsRoutesAddressesAndCryptoMapsOfIos() {
        ContextFile file = Reading.sample("ios-config.txt");
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.254 PERSISTENT",
                        "172.18.100.0/24 via 192.0.2.253 PERSISTENT",
                        "10.20.0.0/16 dev Tunnel1 PERSISTENT",
                        "0.0.0.0/0 via 203.0.113.1 dev GigabitEthernet0/2 table vrf INET PERSISTENT");
        assertThat(InWords.interfaces(file))
                .containsExactly(
                        "Tunnel1 169.254.10.2/30",
                        "GigabitEthernet0/0 192.0.2.1/24",
                        "GigabitEthernet0/1 10.40.100.1/24");
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.1>198.51.100.20 TUNNEL in Tunnel1",
                        "OUT 10.40.100.0/24 172.18.100.0/24 ->198.51.100.9 TUNNEL",
                        "OUT 10.40.100.0/24 172.18.101.7/32 ->198.51.100.9 TUNNEL",
                        "OUT 10.40.100.0/24 10.77.0.0/16 ->198.51.100.10 TUNNEL");
        assertThat(file.entries().policies()).allMatch(policy -> policy.standing() == Standing.CONFIGURED);
        assertThat(file.problems()).isEmpty();
        assertThat(file.toString()).doesNotContain("verysecret");
    }

    @Test
    void readsObjectsAndNamesOfInterfacesOfAsa() {
        ContextFile file = Reading.sample("asa-config.txt");
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 203.0.113.1 dev outside PERSISTENT",
                        "10.40.100.0/24 via 203.0.113.2 dev outside PERSISTENT");
        assertThat(InWords.interfaces(file)).containsExactly("outside 203.0.113.9/24", "inside 172.18.100.1/24");
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 172.18.100.0/24 10.40.100.0/24 ->192.0.2.40 TUNNEL",
                        "OUT 172.18.102.5/32 10.40.100.0/24 ->192.0.2.40 TUNNEL",
                        "OUT 172.18.100.0/24 10.41.0.0/16 ->192.0.2.41 TUNNEL");
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void takesTheNameOfTheRouter() {
        assertThat(Reading.of("""
                ip route 10.20.0.0 255.255.0.0 192.0.2.254
                !
                hostname R1
                """).hostNames()).extracting(HostName::name).containsExactly("R1");
    }

    @Test
    void saysWhatAnAccessListNamesAndTheFileHasNot() {
        ContextFile file = Reading.of("""
                access-list VPN extended permit ip object here object there
                access-list VPN extended deny ip any any
                crypto map M 1 match address VPN
                crypto map M 1 set peer 192.0.2.40
                """);
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.problems()).extracting(ContextProblem::line).containsExactly(1);
    }

    @Test
    void leavesCommandsOfOthersAlone() {
        assertThat(Reading.of("""
                ip route add 10.20.0.0/16 via 192.0.2.254
                ip route 10.20.0.0/16
                route add 10.20.0.0 mask 255.255.0.0 192.0.2.254
                route print 10.*
                interface Ethernet0 is down
                interface: outside
                crypto maps are old
                object network of ours
                access-list of people
                crypto map of the city
                """).isRecognised()).isFalse();
    }

    @Test
    void readsTheAnswerForOneDestination() {
        ContextFile file = Reading.sample("ios-route-entry.txt");
        assertThat(InWords.routes(file)).containsExactly("172.18.100.0/24 via 192.0.2.253 ANSWER");
        assertThat(file.unread()).isEmpty();
    }
}
