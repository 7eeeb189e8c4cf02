package io.github.espial.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand networks are judged as their truth is. {@link Simulate} takes as many as one likes. */
class SimulationTest {
    private static final int NETWORKS = 1_000;

    /** Of a hundred faults that the capture proves, those not found. */
    private static final double MISSED = 5;

    /** Of a hundred networks in which the capture proves that all is well, those of which it is not said. */
    private static final double UNDECIDED = 2;

    @Test
    void judgesAsTheTruthIs(@TempDir Path workspace) {
        Score score = new Simulation(workspace).run(1, NETWORKS);
        assertThat(score.wrong()).as("wrong: %s", score).isEmpty();
        assertThat(percent(score.of(Outcome.MISSED).size(), score.decidableFaults()))
                .as("missed: %s", score)
                .isLessThan(MISSED);
        assertThat(percent(score.of(Outcome.UNDECIDED).size(), score.decidableHealthy()))
                .as("undecided: %s", score)
                .isLessThan(UNDECIDED);
    }

    private static double percent(long some, long all) {
        return 100.0 * some / all;
    }
}
