package io.github.espial.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Predicted;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.predict.Prediction;
import io.github.espial.routing.LookupModel;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures of the lab with the server's own words beside them. */
class LabContextTest {
    private static final Path TESTDATA = Path.of("testdata");
    private static final IpAddress PARTNER = IpAddress.parse("198.51.100.20");

    @TempDir
    private Path folder = Path.of("");

    private static CaseReport report(String... files) throws Exception {
        Intake intake = new Intake(DecompressionLimit.USUAL);
        for (String file : files) {
            Path path = TESTDATA.resolve(file);
            intake.add(path, path.toString());
        }
        return CaseAnalysis.of(intake.files(), CaseQuestion.plain(2), ReadProgress.NONE);
    }

    private static Peer.Expectation expected(CaseReport report) {
        return report.topology().peer(PARTNER).flatMap(Peer::expected).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "misrouted-ikev2, capture.pcap, ip-route.txt, ip-neigh.txt",
        "misrouted-ikev2, capture.pcap, ip-route.json, ip-neigh.json",
        "l2tp-ipsec, capture.pcap, ip-route.txt, ip-neigh.txt",
        "l2tp-ipsec, capture.pcap, ip-route.json, ip-neigh.json",
        "two-nics, both.pcapng, ip-route.txt, ip-neigh.txt",
        "two-nics, both.pcapng, ip-route.json, ip-neigh.json"
    })
    void giveTheSameTopologyAsTheCaptureAloneWithMoreConfidence(
            String folder, String capture, String routes, String neighbors) throws Exception {
        CaseReport alone = report(folder + "/" + capture);
        CaseReport together = report(folder + "/" + capture, folder + "/" + routes, folder + "/" + neighbors);

        assertThat(together.verdict()).isEqualTo(alone.verdict());
        assertThat(expected(together).nextHop()).isEqualTo(expected(alone).nextHop());
        assertThat(expected(together).confidence())
                .isGreaterThan(expected(alone).confidence());
        assertThat(together.topology().associations())
                .isEqualTo(alone.topology().associations());
        assertThat(together.topology().servers()).isEqualTo(alone.topology().servers());
        assertThat(together.inputs().contexts())
                .allSatisfy(context -> assertThat(context.problems()).isEmpty());
    }

    /** The lab routes ESP as Windows does: by the inner destination, in the table that a packet without a mark meets. */
    @ParameterizedTest
    @ValueSource(strings = {"misrouted-ikev2/capture.pcap", "two-nics/both.pcapng"})
    void predictWhatTheCaptureShows(String capture) throws Exception {
        Path folder = Path.of(capture).getParent();
        CaseReport without = report(folder + "/ip-route.txt", folder + "/xfrm-policy.txt");
        CaseReport with = report(capture, folder + "/ip-route.txt", folder + "/xfrm-policy.txt");

        assertThat(with.predictions().model()).contains(LookupModel.BEFORE_IPSEC);
        assertThat(with.predictions().isObserved()).isTrue();
        Finding wrong = with.findings().stream()
                .filter(finding -> finding.id().equals("esp-wrong-next-hop"))
                .findFirst()
                .orElseThrow();
        for (Prediction prediction : without.predictions().all()) {
            assertThat(prediction.peer()).isEqualTo(PARTNER);
            assertThat(prediction.nextHop(LookupModel.BEFORE_IPSEC))
                    .isEqualTo(wrong.subject().actualNextHop().orElseThrow().address());
            assertThat(prediction.nextHop(LookupModel.AFTER_IPSEC))
                    .isEqualTo(wrong.subject().expectedNextHop().orElseThrow().address());
        }
        assertThat(without.predictions().all()).hasSize(2);
    }

    /** Linux looks the route up after IPsec unless captured packets show otherwise, so its table alone raises no alarm. */
    @Test
    void raiseNoAlarmForLinuxWithoutACapture() throws Exception {
        CaseReport report = report("misrouted-ikev2/ip-route.txt", "misrouted-ikev2/xfrm-policy.txt");
        assertThat(report.findings()).isEmpty();
        assertThat(report.predictions().model()).contains(LookupModel.AFTER_IPSEC);
    }

    /** Folders with words of machines; more of them where the lab's own output is there. */
    private static Stream<Path> foldersWithWords() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path parent : List.of(TESTDATA, Path.of("..", "shared", "lab"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> all = Files.list(parent)) {
                    all.filter(folder -> Files.exists(folder.resolve("ip-route.txt")))
                            .forEach(folders::add);
                }
            }
        }
        return folders.stream().sorted();
    }

    /** What each machine of the lab prints of itself, without a capture: Linux routes ESP anew, so none of it is a fault. */
    @ParameterizedTest
    @MethodSource("foldersWithWords")
    void findNoFaultInTheLabsOwnTables(Path folder) throws Exception {
        Intake intake = new Intake(DecompressionLimit.USUAL);
        for (String name :
                List.of("ip-route.txt", "ip-addr.json", "ip-neigh.txt", "xfrm-policy.txt", "swanctl-list-sas.txt")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                intake.add(file, file.toString());
            }
        }
        CaseReport report = CaseAnalysis.of(intake.files(), CaseQuestion.plain(1), ReadProgress.NONE);
        assertThat(report.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(report.judgment().predicted().map(Predicted::verdict))
                .isPresent()
                .get()
                .isNotEqualTo(Verdict.MISROUTED);
    }

    @Test
    void tellThatTheTableDoesNotExplainWhatWasMended() throws Exception {
        CaseReport report = report(
                "partly-fixed-two-sas/capture.pcap", "misrouted-ikev2/ip-route.txt", "misrouted-ikev2/xfrm-policy.txt");
        assertThat(report.findings()).extracting(Finding::id).doesNotContain("route-missing");
        assertThat(report.findings().get(0).text()).contains("does not explain where all its ESP went");
        assertThat(report.inputs().contexts())
                .anySatisfy(context ->
                        assertThat(context.problems()).anyMatch(problem -> problem.contains("does not explain")));
    }

    /** A table made after the repair has the routes that the capture shows to be missing: no model explains both. */
    @ParameterizedTest
    @ValueSource(strings = {"", "10.30.0.0/16 via 192.0.2.254 dev eth0\n"})
    void tellThatATableMadeAfterTheRepairDoesNotExplainTheCapture(String second) throws Exception {
        String before = Files.readString(TESTDATA.resolve("misrouted-ikev2/ip-route.txt"));
        Path table = Files.writeString(
                folder.resolve("ip-route.txt"), before + "10.20.0.0/16 via 192.0.2.254 dev eth0\n" + second);

        CaseReport report = report(
                "misrouted-ikev2/capture.pcap", table.toAbsolutePath().toString(), "misrouted-ikev2/xfrm-policy.txt");

        assertThat(report.predictions().isContradicted()).isTrue();
        assertThat(report.predictions().model()).isEmpty();
        assertThat(report.findings().get(0).id()).isEqualTo("esp-wrong-next-hop");
        assertThat(report.findings().get(0).text()).contains("does not explain").doesNotContain("has no route via");
        assertThat(report.inputs().contexts().get(0).problems())
                .anyMatch(problem -> problem.contains("does not explain"));
    }

    /** Whose address nobody tells cannot be held against a table, which is then not to blame. */
    @Test
    void blameNoTableWhereTheNextHopHasNoKnownAddress() throws Exception {
        CaseReport report =
                report("no-arp/capture.pcap", "misrouted-ikev2/ip-route.txt", "misrouted-ikev2/xfrm-policy.txt");

        assertThat(report.predictions().all()).isNotEmpty();
        assertThat(report.predictions().isContradicted()).isFalse();
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.text()).doesNotContain("does not explain"));
    }

    /** As on a firewall that sends IKE by a rule: its table has nothing but the default route for the peer itself. */
    @Test
    void sayThatThePeerItselfHasNoRoute() throws Exception {
        Path table = Files.writeString(folder.resolve("netstat.txt"), """
                Routing tables

                Internet:
                Destination        Gateway            Flags     Netif Expire
                default            192.0.2.1          UGS        em0
                192.0.2.0/24       link#1             U          em0
                """);
        CaseReport report =
                report("misrouted-ikev2/capture.pcap", table.toAbsolutePath().toString());
        Finding wrong = report.findings().get(0);
        assertThat(report.verdict()).hasToString("misrouted");
        assertThat(wrong.text()).contains("for 198.51.100.20 itself there");
        assertThat(wrong.fixes()).extracting(fix -> fix.command()).contains("route add 198.51.100.20/32 192.0.2.254");
    }

    /** Half of a case of two cards does not tell where IKE goes; the table does. */
    @Test
    void settleWhatOneCardAloneDoesNotTell() throws Exception {
        assertThat(report("two-nics/eth0.pcap").topology().peer(PARTNER).flatMap(Peer::expected))
                .map(Peer.Expectation::nextHop)
                .isNotEqualTo(Optional.of(IpAddress.parse("100.64.20.254")));
        CaseReport together = report("two-nics/eth0.pcap", "two-nics/ip-route.txt", "two-nics/ip-neigh.txt");
        assertThat(together.verdict()).hasToString("misrouted");
        assertThat(expected(together).nextHop().address()).contains(IpAddress.parse("100.64.20.254"));
    }

    @Test
    void nameTheInnerNetworksByPolicy() throws Exception {
        CaseReport report = report(
                "misrouted-ikev2/capture.pcap", "misrouted-ikev2/ip-route.txt", "misrouted-ikev2/xfrm-policy.txt");
        assertThat(report.findings().get(0).subject().innerDestinations())
                .containsExactly(IpPrefix.parse("10.20.0.0/16"), IpPrefix.parse("10.30.0.0/16"));
        assertThat(report.findings().get(0).fixes())
                .filteredOn(fix -> fix.command().startsWith("ip route"))
                .extracting(fix -> fix.command())
                .containsExactly(
                        "ip route add 10.20.0.0/16 via 192.0.2.254", "ip route add 10.30.0.0/16 via 192.0.2.254");
    }
}
