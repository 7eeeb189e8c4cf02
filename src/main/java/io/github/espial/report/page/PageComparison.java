package io.github.espial.report.page;

import io.github.espial.compare.Comparison;
import io.github.espial.report.ComparisonWriter;
import io.github.espial.report.lang.Translation;
import io.github.espial.report.words.ChangeRow;
import io.github.espial.report.words.ComparisonWords;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A comparison of two cases as a page that stands in one file and asks no network. */
public final class PageComparison implements ComparisonWriter {
    /** Peers, findings and captures; JSON has all. */
    private static final int MOST = 200;

    private final String tool;
    private final Translation translation;

    /** Comparisons that name the program and its version, {@code tool}. */
    public PageComparison(String tool) {
        this(tool, Translation.NONE);
    }

    /** The same in another language. */
    public PageComparison(String tool, Translation translation) {
        this.tool = tool;
        this.translation = translation;
    }

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        List<ComparisonPage.PeerRows> peers = comparison.peers().stream()
                .limit(MOST)
                .map(peer -> new ComparisonPage.PeerRows(
                        ComparisonWords.subject(peer) + ": " + peer.outcome(), ChangeRow.of(peer)))
                .toList();
        List<String> findings = comparison.findings().stream()
                .limit(MOST)
                .map(finding -> finding.fate() + ", " + finding.severity() + ": " + ComparisonWords.finding(finding))
                .toList();
        List<String> cases = new ArrayList<>();
        ComparisonWords.captures(comparison.before(), MOST)
                .forEach(capture -> cases.add(ComparisonWords.BEFORE + ": " + capture));
        ComparisonWords.captures(comparison.after(), MOST)
                .forEach(capture -> cases.add(ComparisonWords.AFTER + ": " + capture));
        Page page = Page.of(ComparisonWords.title(comparison), tool, translation);
        Page.write("comparison.jte", new ComparisonPage(page, comparison, peers, findings, cases), translation, out);
    }
}
