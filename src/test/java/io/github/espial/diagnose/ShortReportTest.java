package io.github.espial.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.infer.Evidence;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Topology;
import io.github.espial.net.IpAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortReportTest {
    private static final Evidence SEEN = Evidence.stated("seen", "seen", 0);

    @Test
    void leavesAReportAsItIsThatIsShortEnough() {
        CaseReport report = report(peers(ShortReport.ROWS, 1), 1);
        assertThat(ShortReport.of(report)).isSameAs(report);
    }

    @Test
    void endsListsAndSaysWhatItLeavesOut() {
        CaseReport cut = ShortReport.of(report(peers(ShortReport.ROWS + 7, 1), ShortReport.FINDINGS + 2));
        assertThat(cut.topology().peers()).hasSize(ShortReport.ROWS);
        assertThat(cut.findings()).hasSize(ShortReport.FINDINGS);
        assertThat(cut.judgment().missing())
                .containsExactly(
                        "this report leaves out 7 of 5007 peers, 2 of 502 findings; with --all it holds everything");
    }

    @Test
    void endsWhatARowHolds() {
        CaseReport cut = ShortReport.of(report(peers(2, ShortReport.IN_ROW + 1), 0));
        assertThat(cut.topology().peers()).allMatch(peer -> peer.evidence().size() == ShortReport.IN_ROW);
        assertThat(cut.judgment().missing())
                .containsExactly("this report leaves out 2 of 402 pieces of evidence; with --all it holds everything");
    }

    private static CaseReport report(List<Peer> peers, int findings) {
        Finding finding = Finding.of("esp-loss", Severity.INFO, "title", "text", List.of(SEEN));
        return new CaseReport(
                new Judgment(Verdict.UNDETERMINED, "a sentence", List.of()),
                List.of(),
                new Topology(List.of(), List.of(), peers, List.of(), List.of()),
                Collections.nCopies(findings, finding));
    }

    private static List<Peer> peers(int count, int evidence) {
        IpAddress server = IpAddress.parse("192.0.2.10");
        return IntStream.range(0, count)
                .mapToObj(i -> new Peer(
                        new IpAddress(4, 0, 0xc6336400L + i),
                        server,
                        Optional.empty(),
                        Collections.nCopies(evidence, SEEN)))
                .toList();
    }
}
