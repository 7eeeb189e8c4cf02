package io.github.espial.live;

import io.github.espial.capture.CaptureSummary;
import io.github.espial.compare.PeerWays;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import java.util.List;

/**
 * A running capture as it was judged at one moment.
 *
 * @param capture what is known of it
 * @param report what is made of the windows that are looked at
 * @param ways which next hops are taken for each peer
 * @param leftFrames frames that have left the windows
 */
public record Moment(CaptureSummary capture, CaseReport report, List<PeerWays> ways, long leftFrames) {
    public Moment {
        ways = List.copyOf(ways);
    }

    /** Whether IPsec goes where it should, as the last packets show, whatever went on before. */
    public boolean isRight() {
        return report.verdict() == Verdict.HEALTHY || isMended();
    }

    /** Whether there was a wrong next hop, and no error goes on any more. */
    public boolean isMended() {
        return report.verdict() == Verdict.MISROUTED
                && report.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .allMatch(Finding::isMended);
    }

    /** Whether an error goes on. */
    public boolean isWrong() {
        return report.hasErrors() && !isMended();
    }

    /** The verdict in a word: {@code mended} where it was misrouted and is not any more. */
    public String standing() {
        return isMended() ? "mended" : report.verdict().toString();
    }
}
