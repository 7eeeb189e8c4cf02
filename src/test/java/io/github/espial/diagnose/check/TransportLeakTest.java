package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.correlate.KeysAndPolicies;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.LabHost;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Verdict;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A policy of transport mode between the server and the peer, and packets to the peer's own address in the clear. */
class TransportLeakTest {
    private static final long OUT = 0xc0c86871L;
    private static final long BACK = 0xc7330a2cL;
    private static final int ICMP = 1;
    private static final int UDP = 17;

    @ParameterizedTest
    @EnumSource
    void isNoHealthyCase(LabNetwork network) {
        CaseReport report = protectedBy(network, policy(network, OptionalInt.empty(), Action.PROTECT))
                .plainOut(RT2, 30)
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.HEALTHY);
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("cleartext-leak"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.title())
                            .isEqualTo("Packets for " + network.addressOf(PEER) + " itself leave unencrypted");
                    assertThat(finding.extent().orElseThrow().span().frames()).isEqualTo(30);
                });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereEverythingIsProtected(LabNetwork network) {
        CaseReport report = protectedBy(network, policy(network, OptionalInt.empty(), Action.PROTECT))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.judgment().proof()).singleElement().satisfies(way -> {
            assertThat(way.nextHop()).isEqualTo(network.station(RT2));
            assertThat(way.span().frames()).isEqualTo(10);
            assertThat(way.answered()).isEqualTo(10);
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentOnPacketsBeforeTheFirstSa(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .plainOut(RT2, 30)
                        .ike(RT2)
                        .espOut(RT2, OUT, 10)
                        .espIn(RT2, BACK, 10)
                        .knowing(stated(policy(network, OptionalInt.empty(), Action.PROTECT)))
                        .findings(new CleartextLeak()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentOnWhatAnotherPolicyLetsPass(LabNetwork network) {
        assertThat(protectedBy(
                                network,
                                policy(network, OptionalInt.empty(), Action.PROTECT),
                                policy(network, OptionalInt.of(ICMP), Action.BYPASS))
                        .plainOut(RT2, 30)
                        .findings(new CleartextLeak()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void knowsNoProtocolButL2tp(LabNetwork network) {
        PolicyEntry policy = policy(network, OptionalInt.of(UDP), Action.PROTECT);
        assertThat(protectedBy(network, policy).plainOut(RT2, 30).findings(new CleartextLeak()))
                .isEmpty();
        assertThat(protectedBy(network, policy).l2tpOut(RT2, 3).findings(new CleartextLeak()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).startsWith("3 frames for "));
    }

    private static CaseBuilder protectedBy(LabNetwork network, PolicyEntry... policies) {
        return CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT2, OUT, 10)
                .espIn(RT2, BACK, 10)
                .knowing(stated(policies));
    }

    private static TunnelContents stated(PolicyEntry... policies) {
        return TunnelContents.stated(new KeysAndPolicies(List.of(), List.of(policies)));
    }

    private static PolicyEntry policy(LabNetwork network, OptionalInt protocol, Action action) {
        Selector selector = new Selector(
                host(network, SERVER), host(network, PEER), protocol, OptionalInt.empty(), OptionalInt.empty());
        return new PolicyEntry(
                1, selector, Way.OUT, action, Optional.empty(), Optional.empty(), Optional.of(SaMode.TRANSPORT));
    }

    private static IpPrefix host(LabNetwork network, LabHost host) {
        return IpPrefix.parse(network.addressOf(host).toString());
    }
}
