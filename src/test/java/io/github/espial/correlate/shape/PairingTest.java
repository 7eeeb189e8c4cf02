package io.github.espial.correlate.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.correlate.shape.Habits.Stack;
import io.github.espial.esp.Layout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {
    private static final Layout GCM = new Layout(8, 4, 16);

    /** Lines with the same two ends, at the same time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void tellsWhichSaAnswersWhich(int lines) {
        int told = 0;
        int right = 0;
        int all = 0;
        for (int seed = 1; seed <= 40; seed++) {
            List<SaPackets> sas = new ArrayList<>();
            for (int number = 1; number <= lines; number++) {
                sas.addAll(busy(100L * seed + number, number, true));
            }
            for (SaShape shape : Line.shapes(sas, Mixture.SECONDS)) {
                if (shape.answeredBy().isPresent()) {
                    long own = shape.sa().spi().value() & 0xff;
                    told++;
                    right += own == (shape.answeredBy().get().value() & 0xff) ? 1 : 0;
                }
            }
            all += 2 * lines;
        }

        assertThat(right).as("of %d", told).isGreaterThanOrEqualTo((int) (0.99 * told));
        assertThat(told).as("of %d", all).isGreaterThan((int) (0.7 * all));
    }

    /** The near miss: SAs at the same time of which neither answers the other. */
    @Test
    void pairsNothingThatHasNothingToDoWithEachOther() {
        int told = 0;
        for (int seed = 1; seed <= 100; seed++) {
            SaPackets out = busy(2L * seed, 1, true).get(0);
            SaPackets in = busy(2L * seed + 1, 1, true).get(1);
            for (SaShape shape : Line.shapes(List.of(out, in), Mixture.SECONDS)) {
                told += shape.answeredBy().isPresent() ? 1 : 0;
            }
        }

        assertThat(told).isLessThanOrEqualTo(2);
    }

    private static List<SaPackets> busy(long seed, int number, boolean isAnswered) {
        Line line = new Line(seed, GCM, 0.02, isAnswered);
        Habits.connect(line, Stack.WINDOWS_10, 0, Mixture.SECONDS - 5, 30, 10);
        Habits.lookUp(line, 0, Mixture.SECONDS - 5, 40);
        return line.sas(number, 0.01);
    }
}
