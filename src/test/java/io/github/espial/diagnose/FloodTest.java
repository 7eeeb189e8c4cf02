package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.infer.Breadth;
import org.junit.jupiter.api.Test;

/** Forged packets by the tens of thousands do not hide where the server's own went. */
class FloodTest {
    private static final int FORGED = 40_000;

    @Test
    void forgedPeersDoNotHideAMisroute() {
        CaseBuilder lab = flooded(CaseBuilder.resolved(LabNetwork.IPV4).ike(RT2).espOut(RT1, 0xc0c86871L, 20));
        CaseReport report = lab.report();
        assertThat(report.judgment().verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(report.judgment().sentence()).doesNotContain("sample");
    }

    @Test
    void forgedAnswersDoNotHideAMisroute() {
        assertThat(answeredBySas(FORGED).judgment().verdict()).isEqualTo(Verdict.MISROUTED);
    }

    /** As many as a peer may have are believed, and then nothing is certain. */
    @Test
    void answersInManySasAreAnswers() {
        CaseReport report = answeredBySas(500);
        assertThat(report.judgment().verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("next-hops-unclear"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.text()).contains("These are two routers, and what came back does not tell"));
        assertThat(report.judgment().missing()).noneMatch(advice -> advice.contains("who has"));
    }

    private static CaseReport answeredBySas(int sas) {
        CaseBuilder lab = CaseBuilder.resolved(LabNetwork.IPV4).ike(RT2).espOut(RT1, 0xc0c86871L, 20);
        for (int i = 0; i < sas; i++) {
            lab.espIn(RT1, 0x1000L + i, 1);
        }
        return lab.report();
    }

    @Test
    void saysWhatOfAFloodWasNotLookedAt() {
        CaseReport report = flooded(healthy()).report();
        assertThat(report.judgment().sentence())
                .contains("30001 pairs of hosts, 30001 conversations and 30001 SAs were left out");
    }

    @Test
    void judgesAllPairsWhereTheUserAsksForAll() {
        CaseReport report = flooded(healthy()).report(Breadth.ALL);
        assertThat(report.judgment().sentence()).doesNotContain("left out");
        assertThat(report.topology().peers()).hasSize(1 + FORGED);
    }

    /** Between two hosts alone: the server's own SAs are a few of very many. */
    @Test
    void saysWhichSasOfOnePairWereNotJudgedAndJudgesAllWhereAsked() {
        int sas = 6_000;
        CaseBuilder lab = healthy();
        for (int i = 0; i < sas; i++) {
            lab.espIn(RT2, 0x1000L + i, 1);
        }
        CaseReport report = lab.report();
        assertThat(report.topology().associations()).hasSizeLessThan(sas);
        assertThat(report.judgment().missing())
                .anyMatch(one -> one.contains("SAs were not judged; with --all they are"));
        CaseReport all = lab.report(Breadth.ALL);
        assertThat(all.topology().associations()).hasSize(sas + 2);
        assertThat(all.judgment().missing()).noneMatch(one -> one.contains("not judged"));
    }

    @Test
    void callsNothingHealthyOfWhichAPartWasLeftOut() {
        assertThat(healthy().report().verdict()).isEqualTo(Verdict.HEALTHY);
        CaseReport report = flooded(healthy()).report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.judgment().sentence()).contains("not all that was captured was judged");
    }

    private static CaseBuilder healthy() {
        return CaseBuilder.resolved(LabNetwork.IPV4)
                .ike(RT2)
                .espOut(RT2, 0xc0c86871L, 20)
                .espIn(RT2, 0xc0c86872L, 20);
    }

    private static CaseBuilder flooded(CaseBuilder lab) {
        for (int i = 0; i < FORGED; i++) {
            String address = "203." + (i >> 16) + "." + (i >> 8 & 0xff) + "." + (i & 0xff);
            lab.between(SERVER, new LabHost("", address, "::1")).espIn(RT1, 0x1000L + i, 1);
        }
        return lab;
    }
}
