package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.NEIGHBOR;
import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabHost;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.net.Ports;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.OctetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressConflictTest {
    private static final Check CHECK = new AddressConflict();
    /** Another device that has the address of {@link LabHost#RT1}. */
    private static final LabHost RIVAL = RT1.at("00:90:0b:33:44:55");

    private static final long OUT = 0xc0c86871L;

    private static CaseBuilder exchange(LabNetwork network) {
        return CaseBuilder.resolved(network).ike(RT2).espOut(RT2, OUT, 5);
    }

    private static CaseBuilder dispute(CaseBuilder lab, LabHost one, LabHost other) {
        return lab.repeat(
                3,
                then -> then.arpReply(one, SERVER)
                        .afterSeconds(2)
                        .arpReply(other, SERVER)
                        .afterSeconds(2));
    }

    @ParameterizedTest
    @EnumSource
    void namesBothMacs(LabNetwork network) {
        assertThat(dispute(exchange(network), RT1, RIVAL).findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.text())
                            .startsWith(network.addressOf(RT1)
                                    + " is claimed by 00:1b:21:aa:00:01 (4 frames) and 00:90:0b:33:44:55 (3 frames)"
                                    + " by turns");
                    assertThat(finding.proof().evidence()).hasSize(2).allSatisfy(evidence -> {
                        assertThat(evidence.frames()).hasSize(2);
                        assertThat(evidence.displayFilter()).isPresent();
                    });
                });
    }

    /** Both answer each question, and all of it is minutes apart. */
    @Test
    void seesTwoAnswersToOneQuestion() {
        CaseBuilder lab = exchange(LabNetwork.IPV4)
                .repeat(3, then -> then.arp(SERVER, RT1).arpReply(RIVAL, SERVER).afterSeconds(40));

        assertThat(lab.findings(CHECK)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutAFailover(LabNetwork network) {
        CaseBuilder lab = exchange(network)
                .repeat(5, then -> then.arpReply(RT1, SERVER).afterSeconds(1))
                .announce(RIVAL)
                .repeat(5, then -> then.arpReply(RIVAL, SERVER).afterSeconds(1));

        assertThat(lab.findings(CHECK)).isEmpty();
        assertThat(lab.announce(RT1)
                        .repeat(5, then -> then.arpReply(RT1, SERVER).afterSeconds(1))
                        .findings(CHECK))
                .as("and back")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00:5e:00:01:07", "00:00:0c:07:ac:05", "00:07:b4:00:01:02", "03:bf:c0:00:02:01"})
    void staysSilentAboutSharedMacs(String shared) {
        assertThat(dispute(exchange(LabNetwork.IPV4), RT1, RT1.at(shared)).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:1b:21:aa:00:02", "02:1b:21:aa:00:01"})
    void staysSilentAboutPortsOfOneCard(String similar) {
        assertThat(dispute(exchange(LabNetwork.IPV4), RT1, RT1.at(similar)).findings(CHECK))
                .isEmpty();
    }

    /** As Linux does unless told otherwise: any card answers for any address of the machine. */
    @ParameterizedTest
    @EnumSource
    void staysSilentAboutAMachineThatAnswersByBothCards(LabNetwork network) {
        LabHost first = RT2.at(RT1.mac());
        LabHost second = RT1.at(RT2.mac());
        CaseBuilder lab = dispute(exchange(network), RT1, second);

        assertThat(dispute(lab, RT2, first).findings(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutProxyArp(LabNetwork network) {
        CaseBuilder lab = exchange(network)
                .proxyArp(RT2, PEER, SERVER)
                .proxyArp(RT2, OTHER_PEER, SERVER)
                .proxyArp(RT2, RT1, SERVER)
                .proxyArp(RT2, new LabHost("", "10.20.1.5", "2001:db8:20::5"), SERVER);

        assertThat(lab.repeat(4, then -> then.arpReply(RT1, SERVER).proxyArp(RT2, RT1, SERVER))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutHostsThatDoNotMatter(LabNetwork network) {
        assertThat(dispute(exchange(network), NEIGHBOR, NEIGHBOR.at(RIVAL.mac()))
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void staysSilentAboutOneAddressOnTwoVlans() {
        CaseBuilder lab = exchange(LabNetwork.TAGGED_IPV4)
                .repeat(5, then -> then.arpReply(RT1, SERVER).onVlan(77, there -> there.arpReply(RIVAL, NEIGHBOR)));

        assertThat(lab.findings(CHECK)).isEmpty();
    }

    @Test
    void staysSilentAboutOneAddressOnTwoCards() {
        CaseBuilder lab = exchange(LabNetwork.IPV4)
                .repeat(
                        5,
                        then -> then.onCard("eth0")
                                .arpReply(RT1, SERVER)
                                .onCard("eth1")
                                .arpReply(RIVAL, SERVER));

        assertThat(lab.findings(CHECK)).isEmpty();
    }

    /** Two tenants of one data center, and the data center's own network, may have one address each. */
    @Test
    void keepsVirtualNetworksApart() {
        assertThat(answersByTurns(7, 8).findings(CHECK)).as("two networks").isEmpty();
        assertThat(answersByTurns(0, -1).findings(CHECK))
                .as("a network and the one that carries it")
                .isEmpty();
        assertThat(answersByTurns(7, 7).findings(CHECK)).as("one network").hasSize(1);
    }

    /** {@link LabHost#RT1} and its rival answer in VXLAN of these networks, or outside of it where that is negative. */
    private static CaseBuilder answersByTurns(int one, int other) {
        return exchange(LabNetwork.IPV4)
                .repeat(
                        5,
                        then -> answer(answer(then, RT1, one).afterSeconds(2), RIVAL, other)
                                .afterSeconds(2));
    }

    private static CaseBuilder answer(CaseBuilder lab, LabHost host, int network) {
        if (network < 0) {
            return lab.arpReply(host, SERVER);
        }
        byte[] inside = FrameBuilder.ethernet(host.mac(), SERVER.mac())
                .arpReply(host.mac(), host.ipv4(), SERVER.mac(), SERVER.ipv4())
                .octets();
        return lab.packet(
                NEIGHBOR,
                RT2,
                NEIGHBOR,
                OTHER_PEER,
                64,
                frame -> frame.udp(50_000, Ports.VXLAN)
                        .payload(OctetText.octets(String.format("08000000 %06x00", network)))
                        .payload(inside));
    }
}
