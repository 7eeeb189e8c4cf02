package io.github.espial.report.words;

import io.github.espial.compare.Comparison;
import io.github.espial.compare.FindingChange;
import io.github.espial.compare.PeerChange;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import java.util.ArrayList;
import java.util.List;

/** What is said of two cases. */
public final class ComparisonWords {
    public static final String PEERS = "Peers, and networks behind them";
    public static final String NO_PEERS = "Peers: none";
    public static final String CASES = "Cases";
    public static final String BEFORE = "before";
    public static final String AFTER = "after";

    private ComparisonWords() {}

    /** The comparison in a few words, for titles. */
    public static String title(Comparison comparison) {
        return "Espial: " + comparison.outcome() + " · "
                + CaptureList.names(comparison.before().inputs().captures()) + " and then "
                + CaptureList.names(comparison.after().inputs().captures());
    }

    /** Whom a change is about. */
    public static String subject(PeerChange peer) {
        return peer.address()
                + (peer.server().isPresent() ? " from " + peer.server().get() : "");
    }

    /** What a finding said that came, went or stayed. */
    public static String finding(FindingChange finding) {
        return finding.title() + " (" + FindingWords.explain(finding.id()) + ")";
    }

    /** The first {@code most} captures of a case, with its verdict. */
    public static List<String> captures(CaseReport report, int most) {
        List<CaseCapture> captures = report.inputs().captures();
        List<String> lines = new ArrayList<>();
        for (CaseCapture capture : captures.subList(0, Math.min(most, captures.size()))) {
            String frames = Numbers.counted(capture.summary().frames(), "frame");
            lines.add(capture.summary().name() + ": " + frames + ", " + report.verdict());
        }
        return lines.isEmpty() ? List.of("no capture, " + report.verdict()) : lines;
    }
}
