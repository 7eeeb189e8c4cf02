package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A virtual MAC is a role: its address is read inside hellos, and it is nobody's own. */
class VirtualRouterTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;
    private static final String VRRP_5 = "00:00:5e:00:01:05";

    /** The virtual router, and the own address of the one in charge. */
    private static final LabHost VIRTUAL = new LabHost(VRRP_5, "192.0.2.5", "2001:db8:2::5");

    private static final LabHost OWN = new LabHost("00:1b:21:cc:00:52", "192.0.2.52", "2001:db8:2::52");
    private static final LabHost OTHER = new LabHost("f4:cc:55:00:00:53", "192.0.2.53", "2001:db8:2::53");

    /** A host far away. */
    private static final LabHost ANOTHER = new LabHost("02:00:00:00:00:77", "203.0.113.77", "2001:db8:77::77");

    @Test
    void namesTheVirtualAddressAndNotTheSendersOwn() {
        CaseReport report = hello(
                        CaseBuilder.in(LabNetwork.IPV4).arp(SERVER, RT1).background(RT1, 5), OWN)
                .ike(VIRTUAL, OWN)
                .espOut(RT1, OUT, 20)
                .ike(VIRTUAL, OWN)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(report.topology().peers().get(0).expected().orElseThrow().nextHop())
                .hasToString("192.0.2.5 (" + VRRP_5 + ")");
    }

    @Test
    void findsARouteByTheVirtualAddressInOrder() {
        CaseReport report = hello(
                        CaseBuilder.in(LabNetwork.IPV4)
                                .dhcp(RT1, "198.51.100.0", 24, VIRTUAL)
                                .background(RT1, 5),
                        OWN)
                .repeat(20, one -> one.espOut(VIRTUAL, OUT, 1).espIn(OWN, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void anAddressThatIsNeverSeenContradictsNoMac() {
        CaseReport report = CaseBuilder.in(LabNetwork.IPV4)
                .dhcp(RT1, "198.51.100.0", 24, VIRTUAL)
                .arp(SERVER, RT1)
                .background(RT1, 5)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void joinsNoTwoRoutersThatWereInChargeByTurns() {
        CaseReport report = hello(hello(CaseBuilder.in(LabNetwork.IPV4), OTHER), OWN)
                .arp(SERVER, VIRTUAL)
                .arp(SERVER, OTHER)
                .background(VIRTUAL, OWN, 4)
                .ike(OTHER)
                .espOut(VIRTUAL, OUT, 20)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @Test
    void doesNotTellAVirtualRouterFromTheOneBehindIt() {
        CaseReport report = CaseBuilder.in(LabNetwork.IPV4)
                .arp(SERVER, VIRTUAL)
                .arp(SERVER, OWN)
                .background(VIRTUAL, OWN, 4)
                .ike(OWN)
                .espOut(VIRTUAL, OUT, 20)
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    @Test
    void aRedirectFromBehindAVirtualMacIsThatRouters() {
        CaseReport report = CaseBuilder.in(LabNetwork.IPV4)
                .arp(SERVER, VIRTUAL)
                .background(VIRTUAL, OWN, 4)
                .repeat(5, one -> one.espOut(VIRTUAL, OUT, 4).redirects(OWN.posingAs(VIRTUAL), RT2, OUT))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @Test
    void aRedirectIsOfTheOneThatHasThePeersAnswersAndTheVirtualAddress() {
        assertThat(redirectedFrom(OWN, OWN).verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @Test
    void aRedirectOfAStationThatHasNobodysAnswersIsNoRouters() {
        assertThat(redirectedFrom(OWN, OTHER).verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aRedirectOfARouterThatIsHandedPacketsItselfIsNotTheVirtualOnes() {
        CaseReport report = CaseBuilder.in(LabNetwork.IPV4)
                .arp(SERVER, VIRTUAL)
                .arp(SERVER, OTHER)
                .background(OTHER, 2)
                .repeat(
                        5,
                        one -> one.espOut(VIRTUAL, OUT, 4)
                                .espIn(OTHER, IN, 1)
                                .redirects(OTHER.posingAs(VIRTUAL), RT2, OUT))
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    private static CaseReport redirectedFrom(LabHost answers, LabHost sender) {
        return CaseBuilder.in(LabNetwork.IPV4)
                .arp(SERVER, VIRTUAL)
                .repeat(
                        5,
                        one -> one.espOut(VIRTUAL, OUT, 4)
                                .espIn(answers, IN, 1)
                                .redirects(sender.posingAs(VIRTUAL), RT2, OUT))
                .report();
    }

    /** The peer's IKE goes by one router, its ESP by the virtual one; answers of all come by the first. */
    @Test
    void isNotOneWithARouterThatHasAnswersWhileAnotherIsInCharge() {
        CaseReport report = otherPeersAnswersBy(OTHER)
                .repeat(3, one -> one.background(VIRTUAL, OWN, 20).espOut(VIRTUAL, OUT, 5))
                .plain(OTHER, SERVER, ANOTHER, SERVER, 55)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @Test
    void mayBeOneWithARouterThatTookOverFromTheOneInCharge() {
        CaseReport report = otherPeersAnswersBy(OTHER)
                .plain(OTHER, SERVER, ANOTHER, SERVER, 55)
                .repeat(3, one -> one.background(VIRTUAL, OWN, 20).espOut(VIRTUAL, OUT, 5))
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    private static CaseBuilder otherPeersAnswersBy(LabHost router) {
        return CaseBuilder.in(LabNetwork.IPV4)
                .arp(SERVER, VIRTUAL)
                .arp(SERVER, router)
                .ike(router)
                .plain(SERVER, VIRTUAL, SERVER, ANOTHER, 64)
                .plain(OTHER, SERVER, ANOTHER, SERVER, 55);
    }

    private static CaseBuilder hello(CaseBuilder lab, LabHost inCharge) {
        return lab.add(
                VIRTUAL,
                "01:00:5e:00:00:12",
                frame -> frame.ipv4(inCharge.ipv4(), "224.0.0.18")
                        .ttl(255)
                        .protocol(112)
                        .payload(HexFormat.of().parseHex("21056401000170f6c00002050000000000000000")));
    }
}
