package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In {@code misrouted-ikev2}, frame 815 is the first with ESP, at 08:51:45.254525, 15.362842 s after the first. */
class TimeOptionsTest {
    private static final int ESP_FRAMES = 39 + 19;

    @ParameterizedTest
    @CsvSource({
        "--from, 2026-11-23T08:51:45.254525Z, 58, 815, 1019",
        "--from, 2026-11-23T08:51:45.254526Z, 57, 816, 1019",
        "--from, +15.362842s, 58, 815, 1019",
        "--to, 2026-11-23T09:51:45.254525+01:00, 1, 1, 815",
        "--to, +15.362842s, 1, 1, 815"
    })
    void limitsWhatIsLookedAtAndNotWhatFramesAreCalled(String option, String time, int esp, int first, int last) {
        JsonNode report =
                Run.of("analyze", Run.MISROUTED, "-f", "json", option, time).json();
        assertThat(espFrames(report)).isEqualTo(esp);
        JsonNode capture = report.at("/captures/0");
        assertThat(capture.get("frames").asInt()).isEqualTo(1019);
        for (JsonNode finding : report.get("findings")) {
            for (JsonNode evidence : finding.get("evidence")) {
                assertThat(evidence.get("frames"))
                        .allSatisfy(frame -> assertThat(frame.asInt()).isBetween(first, last));
            }
        }
    }

    @Test
    void leavesNothingToTellWithoutTheNegotiation() {
        Run run = Run.of("analyze", Run.MISROUTED, "-f", "json", "--from", "+15.3s");
        assertThat(run.json().get("verdict").asText()).isEqualTo("undetermined");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(espFrames(run.json())).isEqualTo(ESP_FRAMES);
    }

    /** Frame 3 resolves 192.0.2.1, 1.183 s after the first; frame 672 resolves 192.0.2.254, 12.892 s after it. */
    @Test
    void keepsTheNeighborsThatWereKnownBefore() {
        JsonNode report = Run.of("analyze", Run.MISROUTED, "-f", "json", "--from", "+15.3s")
                .json();
        assertThat(report.at("/nextHops/0/mac").asText()).isEqualTo("00:1b:21:aa:00:01");
        assertThat(report.at("/nextHops/0/addresses/0").asText()).isEqualTo("192.0.2.1");
    }

    @Test
    void leavesTheCaseAsItIsWhenItHoldsAll() {
        String whole = Run.of("analyze", Run.MISROUTED).out();
        assertThat(Run.of("analyze", Run.MISROUTED, "--from", "+0s").out()).isEqualTo(whole);
        assertThat(Run.of("analyze", Run.MISROUTED, "--to", "+1h").out()).isEqualTo(whole);
        assertThat(Run.of("analyze", Run.MISROUTED, "--from", "2001-01-01T00:00:00Z", "--to", "2100-01-01T00:00:00Z")
                        .out())
                .isEqualTo(whole);
    }

    @Test
    void countsFromTheFirstFrameOfTheWholeCase() {
        JsonNode report = Run.of("analyze", Run.FIXED, Run.MISROUTED, "-f", "json", "--to", "+15.362842s")
                .json();
        assertThat(espFrames(report)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"--from, +1h", "--from, 2100-01-01T00:00:00Z", "--to, 2001-01-01T00:00:00Z"})
    void saysThatItLeavesNoFrame(String option, String time) {
        Run run = Run.of("analyze", Run.MISROUTED, "-f", "json", option, time);
        run.assertSaid(ExitStatus.CLEAN, "no frame of the case lies within --from and --to");
        assertThat(run.json().get("verdict").asText()).isEqualTo("no-ipsec");
        assertThat(run.json().get("conclusion").asText()).contains(" in 0 frames");
    }

    private static int espFrames(JsonNode report) {
        int frames = 0;
        for (JsonNode association : report.get("securityAssociations")) {
            frames += association.get("frames").asInt();
        }
        return frames;
    }

    @Test
    void tellsTheSameWhereTheTimeIsEnough() {
        Run limited = Run.of("analyze", Run.MISROUTED, "-f", "json", "--max-time", "3600");
        assertThat(limited.out())
                .isEqualTo(Run.of("analyze", Run.MISROUTED, "-f", "json").out());
        Run.of("analyze", Run.MISROUTED, "--max-time", "soon")
                .assertFailed(ExitStatus.USAGE, "--max-time soon: expected a number of seconds");
    }
}
