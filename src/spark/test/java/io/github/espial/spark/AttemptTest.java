package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptTest {
    @Test
    void triesATaskThatFailedOnce() {
        assertThat(Attempt.isHopeless(0, 0)).isFalse();
        assertThat(Attempt.isHopeless(1, 0)).isFalse();
        // What other tasks lost has to be read anew, which tells nothing of this one.
        assertThat(Attempt.isHopeless(0, 2)).isFalse();
    }

    @Test
    void givesUpBeforeSparkDoes() {
        assertThat(Attempt.isHopeless(2, 0)).isTrue();
        assertThat(Attempt.isHopeless(0, 3)).isTrue();
    }

    @Test
    void isNoAttemptOutsideOfATask() {
        assertThat(Attempt.isHopeless()).isFalse();
        assertThat(Attempt.threads()).isEqualTo(1);
    }

    @Test
    void namesTheCaseThatIsGivenUp() {
        Told told = Attempt.hopeless(new ListedCase(7, "id", "Ticket 7", "CAPTURE", List.of("file:///7.pcap")));

        assertThat(told.kind()).isEqualTo(Told.Kind.UNDONE);
        assertThat(told.failed().reason())
                .startsWith("Ticket 7: executors ended")
                .contains("spark.executor.memory");
    }
}
