package io.github.espial.correlate.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final double THRESHOLD = 20;

    @Test
    void givesUpWhereThereAreTooManyCandidates() {
        Gateway gateway = Gateway.of(Gateway.Plan.of(20, 60), 1);
        EspClasses esp = esp(gateway);

        Rounds enough = new Rounds(units(gateway), esp, THRESHOLD, new Candidates(esp, 1_000_000));
        assertThat(enough.run()).isNotEmpty();
        assertThat(enough.isGivenUp()).isFalse();

        EspClasses again = esp(gateway);
        Rounds tooFew = new Rounds(units(gateway), again, THRESHOLD, new Candidates(again, 100));
        tooFew.run();
        assertThat(tooFew.isGivenUp()).isTrue();
    }

    /** What is looked at is counted, and once it is too much nothing is found any more. */
    @Test
    void findsNoCandidatesBeyondTheLimit() {
        Gateway gateway = Gateway.of(Gateway.Plan.of(20, 60), 1);
        Candidates candidates = new Candidates(esp(gateway), 10);
        Units units = units(gateway);
        int found = 0;
        for (int packet = 0; packet < units.packets(); packet++) {
            candidates.find(units.nanos(packet), units.length(packet));
            found += candidates.count() > 0 ? 1 : 0;
        }

        assertThat(candidates.isSpent()).isTrue();
        assertThat(found).isBetween(1, 10);
    }

    private static EspClasses esp(Gateway gateway) {
        List<Optional<Fit>> fits = Scored.align(gateway).orElseThrow().fits();
        return new EspClasses(gateway.esp().inOrder(gateway.esp()::nanos), fits);
    }

    private static Units units(Gateway gateway) {
        int[] pairs = gateway.pairOfFlow().stream().mapToInt(pair -> pair).toArray();
        return new Units(gateway.clear().inOrder(gateway.clear()::nanos), pairs, gateway.pairs());
    }
}
