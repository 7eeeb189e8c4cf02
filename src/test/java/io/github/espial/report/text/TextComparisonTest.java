package io.github.espial.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.compare.Comparison;
import io.github.espial.report.SampleComparisons;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextComparisonTest {
    static List<Comparison> all() {
        return SampleComparisons.all();
    }

    @Test
    void setsBothCasesSideBySide() throws IOException {
        assertThat(text(SampleComparisons.partlyMended(), Palette.plain())).isEqualTo("""
                PARTLY MENDED  ESP for 198.51.100.20 still leaves for 192.0.2.1 (00:1b:21:aa:00:01) in 1 of 2 SAs
                               (20 of 32 frames); answers come back now

                198.51.100.20: partly mended
                                    before                                after
                  next hop          192.0.2.1 (00:1b:21:aa:00:01), wrong  192.0.2.1 (00:1b:21:aa:00:01), wrong
                                                                          192.0.2.254 (00:1b:21:bb:00:fe), proper
                  sent              40 frames                             32 frames
                  received          none                                  12 frames
                  lost of sent      0 of 40 sequence numbers              0 of 32 sequence numbers
                  lost of received                                        0 of 12 sequence numbers
                  10.20.0.0/16      wrong by 192.0.2.1                    undetermined

                Findings
                  gone    warning  ESP for 198.51.100.20 gets no answer (espial explain esp-one-way)
                  came    warning  ESP for 198.51.100.20 is split between next hops (espial explain
                                   esp-split-next-hop)
                  stayed  error    ESP for 198.51.100.20 leaves for the wrong next hop (espial explain
                                   esp-wrong-next-hop)

                Cases
                  before  capture-0.pcap: 58 frames, misrouted
                  after   capture-0.pcap: 62 frames, misrouted
                """);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(text(SampleComparisons.cannotTell(), Palette.plain()).replaceAll("\\s+", " "))
                .startsWith("CANNOT TELL BEFORE shows that")
                .contains("What is missing - AFTER: Capture on the server's outside interface");
    }

    @ParameterizedTest
    @MethodSource("all")
    void showsNoCharacterThatDrivesATerminal(Comparison comparison) throws IOException {
        assertThat(text(comparison, Palette.plain()).replace("\n", "").codePoints())
                .noneMatch(Character::isISOControl)
                .doesNotContain(0x202e, 0x200b);
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysTheSameInColor(Comparison comparison) throws IOException {
        String colored = text(comparison, Palette.colored());
        assertThat(colored)
                .startsWith("\u001b[")
                .contains(comparison.outcome().toString().toUpperCase(Locale.ROOT));
        assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(comparison, Palette.plain()));
    }

    private static String text(Comparison comparison, Palette palette) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TextComparison(palette).write(comparison, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
