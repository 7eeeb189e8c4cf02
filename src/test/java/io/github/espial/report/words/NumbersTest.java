package io.github.espial.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0 %",
        "0.0009, 0.0 %",
        "0.5, 50.0 %",
        "0.58, 58.0 %",
        "0.9, 90.0 %",
        "0.987, 98.7 %",
        "0.9931, 99.3 %",
        "0.9939999, 99.3 %",
        "0.9995, 99.9 %",
        "1, 100.0 %"
    })
    void roundsConfidenceDown(double probability, String shown) {
        assertThat(Numbers.confidence(probability)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9999, 0.999999999, 0.9999999999999999})
    void callsNothingCertainThatIsNot(double probability) {
        assertThat(probability).isLessThan(1);
        assertThat(Numbers.confidence(probability)).isEqualTo("99.9 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void takesOnlyProbabilitiesForConfidence(double number) {
        assertThatThrownBy(() -> Numbers.confidence(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"4, +4.0", "-1.3, -1.3", "11.54, +11.5", "-11.46, -11.5", "0.04, +0.0", "0, ''", "-0.0, ''"})
    void showsWhatWeighsSomethingWithItsSign(double logOdds, String shown) {
        assertThat(Numbers.weight(logOdds)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 frames", "1, 1 frame", "2, 2 frames", "1234567, 1234567 frames"})
    void countsOneAndSeveral(long count, String shown) {
        assertThat(Numbers.counted(count, "frame")).isEqualTo(shown);
    }

    @Test
    void saysWhatAListLeavesOut() {
        assertThat(Numbers.rest(20, 20, "files")).isEmpty();
        assertThat(Numbers.rest(3, 20, "files")).isEmpty();
        assertThat(Numbers.rest(23, 20, "files")).isEqualTo("and 3 more files; the JSON report has all");
        assertThat(Numbers.rest(21, 20, "")).isEqualTo("and 1 more; the JSON report has all");
        assertThat(Numbers.listed(List.of("a", "b", "c"), 2)).isEqualTo("a, b and 1 more");
        assertThat(Numbers.listed(List.of("a", "b"), 2)).isEqualTo("a, b");
    }
}
