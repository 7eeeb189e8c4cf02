package io.github.espial.report.page;

import io.github.espial.compare.Comparison;
import io.github.espial.report.words.ChangeRow;
import java.util.List;

/**
 * All that stands in the page of a comparison.
 *
 * @param peers the first ones
 * @param findings what became of each, a line
 * @param cases the captures of both, with what they are
 */
public record ComparisonPage(
        Page page, Comparison comparison, List<PeerRows> peers, List<String> findings, List<String> cases) {
    /**
     * One peer.
     *
     * @param title whose, and what became of it
     */
    public record PeerRows(String title, List<ChangeRow> rows) {}
}
