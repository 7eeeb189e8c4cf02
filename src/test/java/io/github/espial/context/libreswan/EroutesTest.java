package io.github.espial.context.libreswan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class EroutesTest {
    @Test
    void readsNetworksAndWhetherThereIsAnSa() {
        ContextFile file = Reading.sample("openswan-eroute.txt");
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.1.0.0/16 10.20.0.0/16 ->198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.30.0.0/16 ->- TUNNEL",
                        "OUT 10.1.0.0/16 10.40.0.0/16 ->- TUNNEL");
        assertThat(file.entries().policies())
                .extracting(PolicyEntry::standing)
                .containsExactly(Standing.ACTIVE, Standing.DOWN, Standing.HELD);
    }

    @Test
    void leavesOtherArrowsAlone() {
        assertThat(Reading.of("""
                10.1.0.0/16 -> 10.20.0.0/16 => the partner
                10.1.0.0/16 === 10.20.0.0/16
                """).isRecognised()).isFalse();
    }
}
