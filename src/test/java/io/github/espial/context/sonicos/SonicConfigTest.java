package io.github.espial.context.sonicos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.ContextProblem;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class SonicConfigTest {
    @Test
    void readsPoliciesByTheObjectsThatTheyName() {
        ContextFile file = Reading.sample("sonicos-config.txt");
        assertThat(InWords.interfaces(file)).containsExactly("X0 192.168.168.1/24", "X1 192.0.2.10/24");
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 192.168.168.0/24 10.20.0.0/16 ->198.51.100.20 TUNNEL",
                        "OUT 0.0.0.0/0 0.0.0.0/0 ->198.51.100.21 TUNNEL in vpn1");
        assertThat(file.entries().policies()).allMatch(policy -> policy.standing() == Standing.CONFIGURED);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "10.30.0.0/16 dev vpn1 metric 1 PERSISTENT",
                        "10.20.0.0/16 via 192.0.2.254 dev X1 metric 5 PERSISTENT");
        assertThat(file.unread()).isEmpty();
        assertThat(file.problems()).isEmpty();
        assertThat(file.toString()).doesNotContain("verysecret");
    }

    @Test
    void saysWhichNetworkItDoesNotKnow() {
        ContextFile file = Reading.of("""
                vpn policy site-to-site "Branch"
                    gateway primary 198.51.100.20
                    network local name "LAN Subnets"
                    network remote destination-network name "Elsewhere"
                    exit
                """);
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.problems()).extracting(ContextProblem::line).containsExactly(1);
    }

    @Test
    void leavesOtherPoliciesAlone() {
        assertThat(Reading.of("""
                vpn policy of the company
                address-objects are not used
                interface X1
                    shutdown
                route-policy ipv4
                """).isRecognised()).isFalse();
    }
}
