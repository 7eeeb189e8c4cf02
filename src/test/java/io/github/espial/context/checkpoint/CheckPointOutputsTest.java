package io.github.espial.context.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class CheckPointOutputsTest {
    @Test
    void readsTheNetworksOfATunnel() {
        ContextFile file = Reading.sample("checkpoint.txt");
        assertThat(InWords.policies(file))
                .containsExactly("OUT 10.40.100.0/24 172.18.100.0/24 ->198.51.100.9 TUNNEL 0xc1d2e3f4");
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void leavesOtherBoxesAlone() {
        assertThat(Reading.of("""
                +--------+---------+
                | Peer   | State   |
                +--------+---------+
                | branch | up      |
                """).isRecognised()).isFalse();
    }
}
