package io.github.espial.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.context.Platform;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Judgment;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.report.SampleCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerWordsTest {
    /** 2026-10-31T12:00:05Z. */
    private static final long MENDED = 1_793_448_005_000_000_000L;

    @Test
    void saysThatItIsBroken() {
        AnswerWords answer = AnswerWords.of(SampleCases.misrouted());
        assertThat(answer.why()).startsWith("broken: ESP for 198.51.100.20 ");
        assertThat(answer.steps())
                .extracting(AnswerWords.Step::text)
                .containsExactly("route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254");
        assertThat(answer.check()).isEqualTo("espial compare case/capture.pcap AFTER");
    }

    @Test
    void saysSinceWhenItIsMended() {
        Finding mended = wrong().mendedAt(MENDED).mendedBy(List.of());
        AnswerWords answer = AnswerWords.of(with(mended));
        assertThat(answer.why()).startsWith("mended since 2026-10-31T12:00:05Z: ");
        assertThat(answer.steps()).isEmpty();
        assertThat(answer.check()).isEmpty();
    }

    @Test
    void saysThatItWorksByADetourWhereTheGatewayHandsOn() {
        assertThat(AnswerWords.of(with(wrong(), about("gateway-hairpin"))).why())
                .startsWith("works by a detour: ");
        assertThat(AnswerWords.of(with(wrong(), about("gateway-redirected"))).why())
                .startsWith("works by a detour: ");
    }

    @Test
    void callsItBrokenWhereNoAnswerComesByTheDetour() {
        assertThat(AnswerWords.of(with(wrong(), about("gateway-redirected"), about("esp-one-way")))
                        .why())
                .startsWith("broken: ");
        assertThat(AnswerWords.of(with(wrong(), about("gateway-hairpin"), about("answers-ceased")))
                        .why())
                .startsWith("broken: ");
    }

    /** What is typed at night has to be certain. */
    @Test
    void givesNoCommandForWhatIsNotProven() {
        CaseReport misrouted = SampleCases.misrouted();
        Finding suspected = Finding.of("esp-wrong-next-hop", Severity.WARNING, "ESP probably", "ESP", evidence())
                .mendedBy(misrouted.findings().get(0).fixes());
        CaseReport report = new CaseReport(
                new Judgment(Verdict.UNDETERMINED, "not proven", List.of("ARP of both routers")),
                misrouted.inputs().captures(),
                misrouted.topology(),
                List.of(suspected));
        AnswerWords answer = AnswerWords.of(report);
        assertThat(answer.steps()).extracting(AnswerWords.Step::text).containsExactly("ARP of both routers");
        assertThat(answer.steps()).noneMatch(AnswerWords.Step::isCommand);
        assertThat(answer.besides()).isEqualTo("Besides: ESP probably");
        assertThat(answer.untold(List.of("ARP of both routers", "IKE"))).containsExactly("IKE");
    }

    /** One route of two mends half, and a guess has to be called one. */
    @Test
    void saysHowManyCommandsThereAreAndWhatTheyRestOn() {
        Fix one = new Fix(Platform.WINDOWS, "route add 1", "guessed", "route delete 1", Fix.Basis.GUESSED);
        Fix two = new Fix(Platform.WINDOWS, "route add 2", "guessed", "route delete 2", Fix.Basis.GUESSED);
        Fix linux = new Fix(Platform.LINUX, "ip route add 3", "told", "ip route del 3");
        AnswerWords several = AnswerWords.of(with(wrong().mendedBy(List.of(one, two, linux))));
        assertThat(several.advice()).contains("guessed");
        assertThat(several.steps())
                .extracting(AnswerWords.Step::text, AnswerWords.Step::rest)
                .containsExactly(
                        tuple("route add 1", "and 1 more like it: see the remedy"), tuple("ip route add 3", ""));
        AnswerWords told = AnswerWords.of(with(wrong().mendedBy(List.of(linux))));
        assertThat(told.advice()).isEqualTo("To mend it, on the server:");
        Fix beside = new Fix(Platform.LINUX, "ip route add 4", "x", "", Fix.Basis.TOLD, "ip rule");
        assertThat(AnswerWords.of(with(wrong().mendedBy(List.of(beside)))).steps())
                .extracting(AnswerWords.Step::rest)
                .containsExactly("first see ip rule");
        Fix ofOther = new Fix(Platform.LINUX, "ip route add 5", "y", "", Fix.Basis.TOLD, "ip rule");
        assertThat(AnswerWords.of(with(wrong().mendedBy(List.of(beside, ofOther))))
                        .steps())
                .extracting(AnswerWords.Step::text, AnswerWords.Step::rest)
                .containsExactly(tuple("ip route add 4", "first see ip rule; and 1 more like it: see the remedy"));
        Fix unknown = new Fix(Platform.LINUX, "ip route add INNER-NETWORK/LENGTH", "x", "", Fix.Basis.UNKNOWN);
        assertThat(AnswerWords.of(with(wrong().mendedBy(List.of(linux, unknown))))
                        .advice())
                .contains("INNER-NETWORK");
    }

    @Test
    void saysWhatPeersHaveInCommonWhereTheSentenceIsLong() {
        CaseReport peers = SampleCases.misroutedPeers(20);
        CaseReport told = new CaseReport(
                new Judgment(Verdict.MISROUTED, "one after the other; ".repeat(20), List.of()),
                peers.inputs().captures(),
                peers.topology(),
                peers.findings());
        assertThat(AnswerWords.of(told).why())
                .isEqualTo("broken: ESP for 20 peers leaves for 192.0.2.1 instead of 192.0.2.254");
    }

    private static Finding wrong() {
        return SampleCases.misrouted().findings().get(0);
    }

    private static Finding about(String id) {
        return Finding.of(id, Severity.WARNING, id, id, evidence()).about(SampleCases.PEER);
    }

    private static List<Evidence> evidence() {
        return List.of(Evidence.stated("seen", "seen", 0));
    }

    private static CaseReport with(Finding... findings) {
        CaseReport misrouted = SampleCases.misrouted();
        return new CaseReport(
                misrouted.judgment(),
                misrouted.inputs().captures(),
                misrouted.topology(),
                new ArrayList<>(Arrays.asList(findings)));
    }
}
