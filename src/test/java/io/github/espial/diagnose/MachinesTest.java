package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which cards are one machine, and which machine is the server. */
class MachinesTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void theSecondCardsAddressByTheFirstCardInOneFile(LabNetwork network) {
        LabHost line = new LabHost("00:0c:29:5e:20:0b", "100.64.1.10", "2001:db8:64:1::10");
        LabHost lineRouter = new LabHost("f4:cc:55:00:00:22", "100.64.1.1", "2001:db8:64:1::1");
        LabHost wrongCard = line.at(SERVER.mac());
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .background(RT1, 4)
                .between(line, PEER)
                .arp(line, lineRouter)
                .ike(lineRouter)
                .repeat(
                        12,
                        one -> one.espOut(lineRouter, OUT + 1, 1)
                                .esp(lineRouter, line, PEER, line, 55, IN, 1)
                                .esp(wrongCard, RT1, line, PEER, 64, OUT, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(report.topology().servers())
                .singleElement()
                .satisfies(server -> assertThat(server.macs()).hasSize(2));
    }

    @ParameterizedTest
    @EnumSource
    void virtualMachinesBehindOneMacAreAHost(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network).arpReply(RT1, SERVER).arpReply(RT2, SERVER);
        for (int i = 1; i <= 7; i++) {
            LabHost machine = new LabHost(SERVER.mac(), "192.0.2.3" + i, "2001:db8:2::3" + i);
            lab.plain(machine, RT1, machine, new LabHost("", "198.18.0.9", "2001:db8:ff::9"), 64);
        }
        CaseReport report = lab.ike(RT2).espOut(RT1, OUT, 20).report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void whatForwardsForManyIsNoHost(LabNetwork network) {
        // A router behind which there are seven hosts, one of them with IPsec: its own next hop is not captured.
        CaseBuilder lab = CaseBuilder.in(network);
        for (int i = 1; i <= 7; i++) {
            LabHost machine = new LabHost(RT1.mac(), "192.0.2.3" + i, "2001:db8:2::3" + i);
            lab.plain(RT1, RT2, machine, new LabHost("", "198.18.0.9", "2001:db8:ff::9"), 63);
        }
        CaseReport report = lab.repeat(20, one -> one.esp(RT1, RT2, SERVER, PEER, 63, OUT, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.topology().servers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPeerIsNotTheServerForHavingBegunByAClockThatRanBack(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .ikeOut(RT2, 34)
                .ikeIn(RT2, 34)
                .repeat(5, one -> one.espOut(RT1, OUT, 1))
                .afterSeconds(-30)
                .repeat(5, one -> one.espOut(RT1, OUT, 1).esp(RT2, SERVER, PEER, SERVER, 64, IN, 1))
                .report();
        assertThat(report.topology().peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.address()).isEqualTo(network.address(PEER)));
    }
}
