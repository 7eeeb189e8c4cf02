package io.github.espial.report.text;

import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.report.Times;
import io.github.espial.store.Compression;
import java.util.List;

/** The captures, what they hold, and what is wrong with them. */
final class CaptureList {
    private static final int INDENT = 2;
    private static final int DETAIL_INDENT = 4;
    private static final int NOTE = 6;
    /** Problems of one capture at the most; JSON has all that the reader kept. */
    private static final int MOST_PROBLEMS = 5;

    private CaptureList() {}

    static void write(TextPage page, List<CaseCapture> captures) {
        if (captures.isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, "Captures");
        captures.forEach(capture -> capture(page, capture));
    }

    private static void capture(TextPage page, CaseCapture capture) {
        CaptureSummary summary = capture.summary();
        page.paragraph(INDENT, summary.name() + ": " + format(summary) + ", " + frames(capture));
        if (capture.firstNanos() <= capture.lastNanos()) {
            page.line(DETAIL_INDENT, time(capture));
        }
        capture.remarks().forEach(remark -> page.labelled(DETAIL_INDENT, "note", DETAIL_INDENT + NOTE, remark));
        List<CaptureProblem> problems = summary.problems();
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> {
            page.labelled(
                    DETAIL_INDENT, Tone.DOUBTFUL, "problem", DETAIL_INDENT + 9, where(problem) + ": " + problem.text());
        });
        if (problems.size() > MOST_PROBLEMS) {
            page.line(
                    DETAIL_INDENT,
                    "and " + (problems.size() - MOST_PROBLEMS) + " more problems; the JSON report has all");
        }
    }

    private static String format(CaptureSummary summary) {
        Compression compression = summary.compression();
        return summary.format().text() + (compression == Compression.NONE ? "" : " (" + compression.text() + ")");
    }

    private static String frames(CaseCapture capture) {
        CaptureSummary summary = capture.summary();
        return counted(summary.frames(), summary.frames() == 1 ? "frame" : "frames")
                + alsoCounted(summary.truncatedFrames(), "cut short")
                + alsoCounted(capture.malformedFrames(), "malformed")
                + alsoCounted(summary.dropped().orElse(0), "lost by the capturing system");
    }

    private static String alsoCounted(long count, String what) {
        return count == 0 ? "" : ", " + counted(count, what);
    }

    private static String counted(long count, String what) {
        return count + " " + what;
    }

    private static String time(CaseCapture capture) {
        int digits = capture.timestampDigits();
        return Times.rfc3339(capture.firstNanos(), digits) + " to " + Times.rfc3339(capture.lastNanos(), digits);
    }

    private static String where(CaptureProblem problem) {
        String offset = "at octet " + problem.offset();
        return problem.frame().isPresent()
                ? offset + ", frame " + problem.frame().getAsLong()
                : offset;
    }
}
