package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.net.IpProtocols;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.OctetText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoLinkAddressesTest {
    private static final Check CHECK = new NoLinkAddresses();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void countsFramesWithoutDestination(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network).cooked().ike(RT2).espOut(RT1, OUT, 5);
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .startsWith("9 frames of IPsec, IKE or L2TP in capture-0.pcap have no destination MAC, because its"
                            + " link type is linux-sll");
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutEthernet(LabNetwork network) {
        assertThat(CaseBuilder.in(network).ike(RT2).espOut(RT1, OUT, 5).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereNoIpsecIsConcerned(LabNetwork network) {
        assertThat(CaseBuilder.in(network).cooked().plainOut(RT1, 5).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesATunnelThatHidesMacs(LabNetwork network) {
        byte[] inside = FrameBuilder.bare()
                .ipv4("10.0.0.1", "10.0.0.2")
                .esp(OUT, 1)
                .payload(64)
                .octets();
        CaseBuilder lab = CaseBuilder.resolved(network)
                .repeat(
                        5,
                        one -> one.packet(
                                SERVER,
                                RT1,
                                SERVER,
                                OTHER_PEER,
                                64,
                                frame -> frame.protocol(IpProtocols.GRE)
                                        .payload(OctetText.octets("0000 0800"))
                                        .payload(inside)));
        assertThat(lab.findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains(
                                "because a tunnel without MACs inside carries them (GRE, IP in IP). Capture where they"
                                        + " pass outside of that tunnel")
                        .doesNotContain("link type"));
    }
}
