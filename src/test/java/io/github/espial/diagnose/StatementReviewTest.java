package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.NEIGHBOR;
import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.Statement.Effect;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab's fault, with something stated. */
class StatementReviewTest {
    private static final long OUT = 0xc0c86871L;
    private static final LabHost NOBODY = new LabHost("00:1b:21:cc:00:77", "192.0.2.77", "2001:db8:2::77");

    @ParameterizedTest
    @EnumSource
    void decideWhatTheCaptureSaysToo(LabNetwork network) {
        CaseReport report = lab(network)
                .stated(new Statements(
                        List.of(network.address(SERVER)),
                        List.of(),
                        List.of(network.station(RT1)),
                        Map.of(network.address(PEER), network.station(RT2))))
                .report();
        assertThat(report.inputs().statements())
                .extracting(Statement::effect)
                .containsExactly(Effect.DECIDED, Effect.DECIDED, Effect.DECIDED);
        assertThat(report.inputs().statements().get(2).toString())
                .isEqualTo("--next-hop " + network.addressOf(PEER) + "=" + network.addressOf(RT2) + "=" + RT2.mac());
        assertThat(report.findings()).extracting(Finding::id).doesNotContain("statement-contradicted");
    }

    @ParameterizedTest
    @EnumSource
    void areContradictedAloud(LabNetwork network) {
        CaseReport nextHop = lab(network)
                .stated(nextHop(network.address(PEER), network.station(RT1)))
                .report();
        assertContradicted(nextHop, network.station(RT2) + " is the proper next hop");
        assertThat(nextHop.judgment().sentence()).endsWith(", which the case contradicts");
        CaseReport gateway = lab(network).stated(gateway(network.station(RT2))).report();
        assertContradicted(gateway, network.station(RT1) + " is the default gateway");
        CaseReport server = lab(network)
                .stated(new Statements(List.of(network.address(PEER)), List.of(), List.of(), Map.of()))
                .report();
        assertContradicted(
                server, network.addressOf(PEER) + " is a peer, and " + network.addressOf(SERVER) + " the server");
        CaseReport card = lab(network)
                .stated(new Statements(List.of(), List.of(MacAddress.parse(RT1.mac())), List.of(), Map.of()))
                .report();
        assertContradicted(card, RT1.mac() + " is a router");
    }

    @ParameterizedTest
    @EnumSource
    void areContradictedByWhoHasTheAddress(LabNetwork network) {
        Station wrongMac = new Station(Optional.of(MacAddress.parse(NOBODY.mac())), Optional.of(network.address(RT2)));
        CaseReport report =
                lab(network).stated(nextHop(network.address(PEER), wrongMac)).report();
        assertContradicted(report, network.addressOf(RT2) + " is at " + RT2.mac());
    }

    @ParameterizedTest
    @EnumSource
    void areUnusedWhereTheyNameNobody(LabNetwork network) {
        CaseReport report = lab(network)
                .stated(new Statements(
                        List.of(),
                        List.of(MacAddress.parse(NOBODY.mac())),
                        List.of(network.station(NOBODY)),
                        Map.of(network.address(OTHER_PEER), network.station(RT2))))
                .report();
        assertThat(report.inputs().statements())
                .extracting(Statement::effect)
                .containsExactly(Effect.UNUSED, Effect.UNUSED, Effect.UNUSED);
        assertThat(report.judgment().missing())
                .anyMatch(missing -> missing.startsWith("what --server " + NOBODY.mac() + " names: "))
                .anyMatch(missing -> missing.startsWith("what --next-hop " + network.addressOf(OTHER_PEER)));
    }

    @ParameterizedTest
    @EnumSource
    void decideOfNothingWithoutIpsec(LabNetwork network) {
        CaseReport report = lab(network)
                .plain(NEIGHBOR, RT1, NEIGHBOR, PEER, 64)
                .stated(new Statements(List.of(network.address(NEIGHBOR)), List.of(), List.of(), Map.of()))
                .report();
        assertThat(report.inputs().statements()).singleElement().satisfies(statement -> {
            assertThat(statement.effect()).isEqualTo(Effect.UNUSED);
            assertThat(statement.text()).endsWith("sends no IPsec packets in the captures");
        });
    }

    private static CaseBuilder lab(LabNetwork network) {
        return CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 20);
    }

    private static Statements nextHop(IpAddress peer, Station hop) {
        return new Statements(List.of(), List.of(), List.of(), Map.of(peer, hop));
    }

    private static Statements gateway(Station gateway) {
        return new Statements(List.of(), List.of(), List.of(gateway), Map.of());
    }

    private static void assertContradicted(CaseReport report, String by) {
        assertThat(report.inputs().statements()).singleElement().satisfies(statement -> {
            assertThat(statement.effect()).isEqualTo(Effect.CONTRADICTED);
            assertThat(statement.text()).contains(by);
        });
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("statement-contradicted"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains(by));
    }
}
