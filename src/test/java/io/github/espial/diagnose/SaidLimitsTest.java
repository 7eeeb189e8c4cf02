package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is not compared, or not told, as there is too much of it, is said where it was so. */
class SaidLimitsTest {
    private static final int MACS = 64;
    private static final int EVIDENCE = 1_000;

    @Test
    void saysThatNotAllMacsOfARouterWereCompared() {
        CaseReport report = routerOf(MACS + 1);
        assertThat(report.verdict()).isNotEqualTo(Verdict.HEALTHY);
        assertThat(report.judgment().sentence())
                .contains("of 1 routers with more than 64 MACs, the first 64 were held against those of others");
    }

    @Test
    void saysNothingWhereAllMacsWereCompared() {
        assertThat(routerOf(MACS).judgment().sentence()).doesNotContain("MACs");
    }

    @Test
    void saysThatNotAllEvidenceForAServerIsTold() {
        CaseReport report = serverOf(EVIDENCE + 1);
        assertThat(report.topology().servers().get(0).evidence()).hasSize(EVIDENCE);
        assertThat(report.judgment().missing())
                .contains(
                        "more evidence than the first 1000 pieces for 1 server: there were too many cards and addresses to"
                                + " tell of all");
    }

    @Test
    void saysNothingWhereAllEvidenceIsTold() {
        CaseReport report = serverOf(EVIDENCE);
        assertThat(report.topology().servers().get(0).evidence()).hasSize(EVIDENCE);
        assertThat(report.judgment().missing()).noneMatch(missing -> missing.contains("more evidence"));
    }

    /** One router at so many MACs, by as many claims of its address. */
    private static CaseReport routerOf(int macs) {
        CaseBuilder lab = CaseBuilder.in(LabNetwork.IPV4);
        for (int i = 0; i < macs; i++) {
            lab.arp(SERVER, RT2.at("00:1c:42:00:00:%02x".formatted(i)));
        }
        LabHost last = RT2.at("00:1c:42:00:00:%02x".formatted(macs - 1));
        return lab.ike(last)
                .espOut(last, 0xc0c86871L, 20)
                .espIn(last, 0xc0c86872L, 20)
                .report();
    }

    /** One card that sends ESP from so many addresses, and claims none. */
    private static CaseReport serverOf(int addresses) {
        CaseBuilder lab = CaseBuilder.in(LabNetwork.IPV4);
        for (int i = 0; i < addresses; i++) {
            LabHost address = new LabHost(SERVER.mac(), "192.0." + (4 + i / 250) + "." + (1 + i % 250), "::1");
            lab.between(address, PEER).espOut(RT2, 0x1000L + i, 1);
        }
        return lab.report();
    }
}
