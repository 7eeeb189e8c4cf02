package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.infer.NextHop;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.OctetText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sentences that were false of captures like these. */
class TrueSentencesTest {
    private static final long OUT = 0xc0c86871L;
    private static final long BACK = 0xc7330a2cL;

    /** An SA payload without proposals, then a notify without SPI. */
    private static final byte[] NO_PROPOSAL_CHOSEN = notifying("000e");

    /** The same of version 1, where both have a domain of interpretation. */
    private static final byte[] NO_PROPOSAL_CHOSEN_V1 =
            OctetText.octets("0b 00 000c 00000001 00000001 00 00 000c 00000001 01 00 000e");

    private static final byte[] INVALID_KE_PAYLOAD = notifying("0011");

    /** As long as an answer with nothing but an error in it, encrypted. */
    private static final byte[] SHORT_ANSWER = new byte[52];

    @ParameterizedTest
    @EnumSource
    void takesAnotherGroupForARetry(LabNetwork network) {
        CaseBuilder asked = CaseBuilder.resolved(network)
                .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                .ikeIn(RT2, IkeView.V2_IKE_SA_INIT, INVALID_KE_PAYLOAD);
        assertThat(text(asked.report(), "ike-rejected"))
                .contains("asks to try again with another Diffie-Hellman group")
                .doesNotContain("in common");
        assertThat(ids(asked.anotherIkeSa().ike(RT2).report())).doesNotContain("ike-rejected");
    }

    @ParameterizedTest
    @EnumSource
    void putsARefusalInThePastThatSuccessFollowed(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                .ikeIn(RT2, IkeView.V2_IKE_SA_INIT, NO_PROPOSAL_CHOSEN)
                .afterSeconds(60)
                .anotherIkeSa()
                .ike(RT2)
                .espOut(RT2, OUT, 10)
                .espIn(RT2, BACK, 10)
                .report();
        Finding finding = finding(report, "ike-rejected");
        assertThat(finding.isMended()).isTrue();
        assertThat(finding.title()).contains("was refused until ");
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void leavesARefusalWhereOnlyAnOlderSaGoesOn(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .espOut(RT2, OUT, 10)
                .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                .ikeIn(RT2, IkeView.V2_IKE_SA_INIT, NO_PROPOSAL_CHOSEN)
                .espOut(RT2, OUT, 10)
                .report();
        assertThat(finding(report, "ike-rejected").isMended()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheExchangeThatWasRefusedNotTheOneThatSaysSo(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ikev1(RT2)
                .ikev1In(RT2, IkeView.V1_INFORMATIONAL, NO_PROPOSAL_CHOSEN_V1)
                .report();
        assertThat(text(report, "ike-rejected"))
                .startsWith(network.addressOf(PEER) + " refused Quick Mode of IKEv1 with NO_PROPOSAL_CHOSEN");
    }

    @ParameterizedTest
    @EnumSource
    void missesNoEspWhereNoSaCanExist(LabNetwork network) {
        CaseBuilder refused = CaseBuilder.resolved(network)
                .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                .ikeIn(RT2, IkeView.V2_IKE_SA_INIT, NO_PROPOSAL_CHOSEN);
        CaseBuilder unseen = CaseBuilder.resolved(network)
                .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                .ikeIn(RT2, IkeView.V2_IKE_SA_INIT)
                .ikeOut(RT2, IkeView.V2_IKE_AUTH)
                .ikeIn(RT2, IkeView.V2_IKE_AUTH, SHORT_ANSWER);
        CaseBuilder unanswered =
                CaseBuilder.resolved(network).repeat(5, one -> one.ikeOut(RT2, IkeView.V2_IKE_SA_INIT));
        assertThat(Stream.of(refused, unseen, unanswered).map(CaseBuilder::report))
                .allSatisfy(report -> {
                    assertThat(ids(report)).doesNotContain("ike-without-esp");
                    assertThat(report.judgment().missing())
                            .noneMatch(missing -> missing.contains("may leave by another network card"))
                            .anyMatch(missing -> missing.contains("there is no SA that ESP could go in"));
                });
    }

    @ParameterizedTest
    @EnumSource
    void missesEspWhereAnSaMayExist(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).ike(RT2).report().judgment().missing())
                .anyMatch(missing -> missing.contains("may leave by another network card"));
    }

    @ParameterizedTest
    @EnumSource
    void callsNoEspMissingThatIsInTheTable(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .esp(RT1, RT2, SERVER, PEER, 63, OUT, 10)
                .report();
        assertThat(report.topology().associations()).hasSize(1);
        assertThat(ids(report)).doesNotContain("ike-without-esp");
        assertThat(said(report))
                .noneMatch(sentence ->
                        sentence.contains("no outbound ESP was captured") || sentence.contains("no ESP was captured"));
    }

    @ParameterizedTest
    @EnumSource
    void callsKeepalivesBesideEspNotAlone(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT2, OUT, 10)
                .keepalives(RT2, 3)
                .report();
        assertThat(text(report, "nat-traversal")).endsWith("while ESP goes without UDP");
    }

    @ParameterizedTest
    @EnumSource
    void callsAhNotEsp(LabNetwork network) {
        CaseReport misrouted = CaseBuilder.resolved(network)
                .protectedBy(CaseBuilder.Protection.AH)
                .ike(RT2)
                .espOut(RT1, OUT, 30)
                .rejects(RT1, OUT)
                .report();
        CaseReport healthy = CaseBuilder.resolved(network)
                .protectedBy(CaseBuilder.Protection.AH)
                .ike(RT2)
                .espOut(RT2, OUT, 30)
                .espIn(RT2, BACK, 30)
                .report();
        assertThat(misrouted.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(healthy.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(Stream.of(misrouted, healthy).flatMap(TrueSentencesTest::said))
                .anyMatch(sentence -> sentence.contains("AH"))
                .noneMatch(sentence -> sentence.contains("ESP"));
        assertThat(finding(misrouted, FindingId.ESP_WRONG_NEXT_HOP)
                        .proof()
                        .evidence()
                        .get(0)
                        .displayFilter()
                        .orElseThrow())
                .startsWith("(ah.spi == ");
    }

    @Test
    void namesTheRouterOfAnIpv6PeerByItsIpv6Address() {
        CaseReport report = CaseBuilder.resolved(LabNetwork.IPV6)
                .add(RT2, SERVER.mac(), frame -> frame.arpReply(RT2.mac(), RT2.ipv4(), SERVER.mac(), SERVER.ipv4()))
                .add(RT1, SERVER.mac(), frame -> frame.arpReply(RT1.mac(), RT1.ipv4(), SERVER.mac(), SERVER.ipv4()))
                .ike(RT2)
                .espOut(RT1, OUT, 30)
                .report();
        Finding finding = finding(report, FindingId.ESP_WRONG_NEXT_HOP);
        assertThat(finding.subject().expectedNextHop()).contains(station(RT2.mac(), RT2.ipv6()));
        assertThat(finding.subject().actualNextHop()).contains(station(RT1.mac(), RT1.ipv6()));
        assertThat(finding.fixes())
                .allMatch(fix -> !fix.command().contains(RT2.ipv4()))
                .anyMatch(fix -> fix.command().contains(RT2.ipv6()));
        assertThat(said(report)).noneMatch(sentence -> sentence.contains(RT2.ipv4() + " "));
    }

    @Test
    void callsTheRouterADefaultGatewayThatTheInternetGoesTo() {
        CaseReport report = CaseBuilder.resolved(LabNetwork.IPV4)
                .advertises(RT2)
                .ike(RT2)
                .espOut(RT1, OUT, 30)
                .report();
        assertThat(report.topology()
                        .nextHop(MacAddress.parse(RT1.mac()))
                        .orElseThrow()
                        .is(NextHop.Role.DEFAULT_GATEWAY))
                .isTrue();
    }

    private static Station station(String mac, String address) {
        return new Station(Optional.of(MacAddress.parse(mac)), Optional.of(IpAddress.parse(address)));
    }

    private static Finding finding(CaseReport report, String id) {
        return report.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String text(CaseReport report, String id) {
        return finding(report, id).text();
    }

    private static List<String> ids(CaseReport report) {
        return report.findings().stream().map(Finding::id).toList();
    }

    /** All sentences but remedies. */
    private static Stream<String> said(CaseReport report) {
        return Stream.of(
                        Stream.of(report.judgment().sentence()),
                        report.judgment().missing().stream(),
                        report.judgment().proof().stream()
                                .flatMap(way -> way.proof().evidence().stream())
                                .map(one -> one.text()),
                        report.findings().stream()
                                .flatMap(finding -> Stream.concat(
                                        Stream.of(finding.title(), finding.text()),
                                        finding.proof().evidence().stream().map(one -> one.text()))))
                .flatMap(sentences -> sentences);
    }

    private static byte[] notifying(String type) {
        return OctetText.octets("29 00 0004 00 00 0008 00 00 " + type);
    }
}
