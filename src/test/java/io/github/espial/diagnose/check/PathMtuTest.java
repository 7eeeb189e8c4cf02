package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.NEIGHBOR;
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
import io.github.espial.net.IpProtocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PathMtuTest {
    private static final Check CHECK = new PathMtu();
    private static final long OUT = 0xc0c86871L;
    private static final int UDP = 17;

    private static CaseBuilder exchange(LabNetwork network) {
        return CaseBuilder.in(network).ike(RT2).espOut(RT2, OUT, 10);
    }

    private static CaseBuilder fragments(CaseBuilder lab, LabHost giver, LabHost taker, int protocol, int count) {
        LabHost source = giver.equals(SERVER) ? SERVER : PEER;
        LabHost destination = giver.equals(SERVER) ? PEER : SERVER;
        return lab.repeat(
                count,
                one -> one.packet(
                        giver,
                        taker,
                        source,
                        destination,
                        64,
                        frame -> frame.fragment(1448, false).protocol(protocol).payload(72)));
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatTheNextLinkTakes(LabNetwork network) {
        CaseBuilder lab = exchange(network).tooBig(RT2, 1400, OUT).tooBig(RT2, 1380, OUT);

        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .isEqualTo(network.addressOf(RT2) + " says in 2 frames of ICMP that ESP to "
                            + network.addressOf(PEER)
                            + " is too large to go on and must not be fragmented: the next link takes 1380 octets");
            assertThat(finding.subject().peer()).contains(network.address(PEER));
            assertThat(finding.subject().spis()).singleElement().hasToString("0xc0c86871");
            assertThat(finding.proof().evidence().get(0).displayFilter().orElseThrow())
                    .isEqualTo(
                            network.isIpv4()
                                    ? "icmp.type == 3 && icmp.code == 4 && ip.src == 192.0.2.254"
                                    : "icmpv6.type == 2 && ipv6.src == 2001:db8:2::fe");
            assertThat(finding.fixes()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(CaseBuilder.Protection.class)
    void hearsItOfAllKindsOfSas(CaseBuilder.Protection protection) {
        assertThat(CaseBuilder.in(LabNetwork.IPV4)
                        .protectedBy(protection)
                        .espOut(RT2, OUT, 10)
                        .tooBig(RT2, 1400, OUT)
                        .findings(CHECK))
                .hasSize(1);
    }

    /** RFC 1191 §4: routers older than that leave the field zero. */
    @Test
    void doesNotMakeUpAnMtu() {
        assertThat(exchange(LabNetwork.IPV4).tooBig(RT2, 0, OUT).findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).endsWith("it does not tell what the next link takes"));
    }

    @ParameterizedTest
    @EnumSource
    void seesFragments(LabNetwork network) {
        CaseBuilder lab = fragments(exchange(network), SERVER, RT2, IpProtocols.ESP, 5);

        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .startsWith("5 frames are further fragments of ESP or AH to " + network.addressOf(PEER));
        });
    }

    @ParameterizedTest
    @EnumSource
    void seesFragmentsThatComeIn(LabNetwork network) {
        CaseBuilder lab = fragments(exchange(network), RT2, SERVER, IpProtocols.ESP, 5);

        assertThat(lab.findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.title())
                        .isEqualTo("ESP from " + network.addressOf(PEER) + " comes in fragments"));
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutAFewFragments(LabNetwork network) {
        assertThat(fragments(exchange(network), SERVER, RT2, IpProtocols.ESP, 4).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutFragmentsOfOtherTraffic(LabNetwork network) {
        assertThat(fragments(exchange(network), SERVER, RT2, UDP, 20).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutOtherIcmpErrors(LabNetwork network) {
        assertThat(exchange(network).rejects(RT1, OUT).redirects(RT1, RT2, OUT).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutOtherHostsPackets(LabNetwork network) {
        assertThat(exchange(network)
                        .between(NEIGHBOR, PEER)
                        .tooBig(RT2, 1400, OUT)
                        .findings(CHECK))
                .isEmpty();
    }
}
