package io.github.espial.context.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class CloudConfigurationsTest {
    @Test
    void readsBothTunnelsOfTheGenericConfiguration() {
        ContextFile file = Reading.sample("aws-generic.txt");
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.10>198.51.100.20 TUNNEL in AWS tunnel 1",
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.10>198.51.100.21 TUNNEL in AWS tunnel 2");
        assertThat(file.entries().policies()).allMatch(policy -> policy.standing() == Standing.CONFIGURED);
        assertThat(InWords.interfaces(file))
                .containsExactly("AWS tunnel 1 169.254.10.2/30", "AWS tunnel 2 169.254.11.2/30");
        assertThat(file.entries().interfaces()).allMatch(entry -> entry.tunnel().isEmpty());
        assertThat(file.problems()).isEmpty();
        assertThat(file.unread()).isEmpty();
        assertThat(file.toString()).doesNotContain("examplePSK");
    }

    @Test
    void readsItsFormForCisco() {
        ContextFile file = Reading.sample("aws-cisco.txt");
        assertThat(InWords.policies(file))
                .containsExactly("OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.10>198.51.100.20 TUNNEL in Tunnel1");
        assertThat(InWords.routes(file))
                .containsExactly("10.20.0.0/16 dev Tunnel1 PERSISTENT", "0.0.0.0/0 via 192.0.2.1 PERSISTENT");
        assertThat(file.toString()).doesNotContain("examplePSK");
    }

    /** What somebody is to fill in is no network. */
    @Test
    void takesNoPlaceholderForANetwork() {
        ContextFile file = Reading.sample("aws-strongswan.txt");
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void leavesAMentionOfTunnelsAlone() {
        assertThat(Reading.of("""
                IPSec Tunnel #1
                is down, and so is
                IPSec Tunnel #2
                Amazon Web Services
                Customer Gateway : 192.0.2.10
                """).isRecognised()).isFalse();
    }
}
