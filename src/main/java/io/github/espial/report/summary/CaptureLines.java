package io.github.espial.report.summary;

import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.Times;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** What was read: each capture with its format, frames and time span, and the program that read it. */
final class CaptureLines {
    private static final int MOST = 6;

    private CaptureLines() {}

    static List<Block> of(CaseReport report, String tool, Styles styles) {
        List<Block> blocks = new ArrayList<>();
        List<CaseCapture> captures = report.inputs().captures();
        for (int i = 0; i < Math.min(captures.size(), MOST); i++) {
            CaseCapture capture = captures.get(i);
            String label = captures.size() == 1 ? "Capture" : "Capture " + (i + 1);
            blocks.add(styles.labelled(label, capture.summary().name(), styles.strong()));
            blocks.add(Paragraph.of(facts(capture), styles.body()).indented(Styles.LABEL_ROOM));
            capture.remarks()
                    .forEach(remark ->
                            blocks.add(Paragraph.of(remark, styles.body()).indented(Styles.LABEL_ROOM)));
        }
        if (captures.size() > MOST) {
            blocks.add(styles.labelled("", "and " + (captures.size() - MOST) + " more captures", styles.body()));
        }
        blocks.add(styles.labelled("Analysed by", tool, styles.body()));
        return blocks;
    }

    private static String facts(CaseCapture capture) {
        long frames = capture.summary().frames();
        String read = capture.summary().format().text() + ", " + frames + (frames == 1 ? " frame" : " frames");
        if (capture.firstNanos() > capture.lastNanos()) {
            return read + ", no time stamps";
        }
        int digits = capture.timestampDigits();
        return read + ", " + Times.rfc3339(capture.firstNanos(), digits) + " to "
                + Times.rfc3339(capture.lastNanos(), digits) + " ("
                + Times.seconds(capture.lastNanos() - capture.firstNanos()) + ")";
    }
}
