package io.github.espial.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import io.github.espial.report.SampleCases;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingWordsTest {
    private static final CaptureNames CAPTURES =
            new CaptureNames(SampleCases.healthyInTwoCaptures().inputs().captures());

    private static Finding seen() {
        return Finding.of("esp-loss", Severity.INFO, "a title", "a text", evidence(0, 0));
    }

    private static Finding believed(double... weights) {
        return Finding.of("esp-loss", Severity.INFO, "a title", "a text", Proof.weighed(0.987, evidence(weights)));
    }

    private static List<Evidence> evidence(double... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> Evidence.stated("stated", "evidence " + i, weights[i]))
                .toList();
    }

    private static FindingWords words(Finding finding) {
        return FindingWords.of(finding, CAPTURES, 6);
    }

    @Test
    void tellsConfidenceOnlyWhereEvidenceWeighsSomething() {
        assertThat(words(seen()).facts()).isEmpty();
        assertThat(words(seen()).evidenceTitle()).isEqualTo("Evidence");
        assertThat(words(seen()).evidence()).extracting(ProofWords::weight).containsExactly("", "");
        assertThat(words(believed(0, -1)).facts()).containsExactly(new Fact(Fact.Kind.PLAIN, "confidence", "98.7 %"));
        assertThat(words(believed(0, -1)).evidenceTitle()).contains("log-odds");
    }

    @Test
    void tellsWeightsByWordsBeforeNumbers() {
        assertThat(words(believed(0, 4, 3, 2.9, 0.5, -0.5, -6)).evidence())
                .extracting(ProofWords::weight)
                .containsExactly(
                        "seen",
                        "strong +4.0",
                        "strong +3.0",
                        "supports +2.9",
                        "supports +0.5",
                        "contradicts -0.5",
                        "contradicts -6.0");
    }

    @Test
    void tellsWhereTrafficWentHowMuchAndWhen() {
        CaseReport report = SampleCases.misrouted();
        FindingWords words = FindingWords.of(
                report.findings().get(0), new CaptureNames(report.inputs().captures()), 3);
        assertThat(words.heading()).isEqualTo("error: ESP for 198.51.100.20 leaves for the wrong next hop");
        assertThat(words.facts())
                .containsExactly(
                        new Fact(Fact.Kind.WRONG, "went to", "192.0.2.1 (00:1b:21:aa:00:01)"),
                        new Fact(Fact.Kind.PROPER, "should go to", "192.0.2.254 (00:1b:21:bb:00:fe)"),
                        new Fact(Fact.Kind.PLAIN, "confidence", "98.7 %"),
                        new Fact(Fact.Kind.PLAIN, "SPI", "0xcd1d3508"),
                        new Fact(Fact.Kind.PLAIN, "frames", "39"),
                        new Fact(
                                Fact.Kind.PLAIN,
                                "when",
                                "2026-10-31T12:00:00.100Z to 2026-10-31T12:00:09.000Z, still going on"));
        assertThat(words.more()).isEqualTo("More: espial explain esp-wrong-next-hop");
    }

    @Test
    void namesTheFirstOfManySpis() {
        List<Spi> spis = IntStream.rangeClosed(1, 14).mapToObj(Spi::new).toList();
        Finding many = SampleCases.misrouted().findings().get(0);
        Finding finding = seen().over(many.extent().orElseThrow().span(), spis, false);
        assertThat(words(finding).facts().get(0).label()).isEqualTo("SPIs");
        assertThat(words(finding).facts().get(0).value())
                .startsWith("0x00000001, 0x00000002, ")
                .endsWith(", 0x0000000c and 2 more");
    }

    @Test
    void namesFramesByCapture() {
        List<FrameReference> frames =
                List.of(new FrameReference(1, 9), new FrameReference(0, 12), new FrameReference(1, 14));
        Evidence evidence = new Evidence("seen", "seen", 0, frames, Optional.of("esp"));
        Finding finding = Finding.of("esp-loss", Severity.INFO, "a", "b", List.of(evidence));
        assertThat(words(finding).evidence())
                .containsExactly(new ProofWords(
                        "", "seen (frame 12 of a/eth0.pcap, frames 9 ... 14 of b\\eth0.pcap)", "esp", frames));
    }

    @Test
    void saysOnceWhatSeveralCommandsDo() {
        Finding finding = seen().mendedBy(List.of(
                new Fix(Platform.LINUX, "add a", "adds", "del a"),
                new Fix(Platform.ANY, "", "advice"),
                new Fix(Platform.LINUX, "add b", "adds", "del b"),
                new Fix(Platform.WINDOWS, "add c", "adds", "del c")));
        assertThat(words(finding).remedies())
                .containsExactly(
                        new RemedyWords("linux", "adds", List.of("add a", "add b"), List.of("del a", "del b"), ""),
                        new RemedyWords("any", "advice", List.of(), List.of(), ""),
                        new RemedyWords("windows", "adds", List.of("add c"), List.of("del c"), ""));
    }
}
