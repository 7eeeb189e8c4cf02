package io.github.espial.report.summary;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.words.CaptureList;
import io.github.espial.report.words.Listing;
import io.github.espial.report.words.Titles;
import java.util.ArrayList;
import java.util.List;

/** What was read: each capture with its format, frames and time span, and the program that read it. */
final class CaptureLines {
    private static final int MOST = 6;

    private CaptureLines() {}

    static List<Block> of(CaseReport report, String tool, Styles styles) {
        List<Block> blocks = new ArrayList<>();
        if (!report.inputs().called().isEmpty()) {
            blocks.add(styles.labelled(Titles.CASE, report.inputs().called(), styles.strong()));
        }
        Listing captures = CaptureList.of(report.inputs().captures(), MOST);
        String label = captures.title();
        for (Listing.Entry entry : captures.entries()) {
            blocks.add(styles.labelled(label, entry.text(), styles.strong()));
            entry.details()
                    .forEach(detail -> blocks.add(Details.detail(detail, styles).indented(Styles.LABEL_ROOM)));
            label = "";
        }
        if (!captures.rest().isEmpty()) {
            blocks.add(styles.labelled("", captures.rest(), styles.body()));
        }
        blocks.add(styles.labelled(Titles.ANALYSED_BY, tool, styles.body()));
        return blocks;
    }
}
