package io.github.espial.report.words;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.extract.tree.FrameTree;
import io.github.espial.extract.tree.Header;
import io.github.espial.observe.FrameReference;
import io.github.espial.report.Times;
import java.util.List;

/**
 * A frame that evidence names, in words.
 *
 * @param id what a link to it names
 * @param title which frame it is, and when
 * @param proves what it proves, one sentence each
 * @param headers from the outermost inwards
 * @param rest how much follows that is not shown; empty for nothing
 */
public record FrameWords(String id, String title, List<String> proves, List<Header> headers, String rest) {
    /** Each of {@code frames}. */
    public static List<FrameWords> of(List<FrameTree> frames, CaseReport report) {
        CaptureNames captures = new CaptureNames(report.inputs().captures());
        int digits = report.inputs().timestampDigits();
        return frames.stream()
                .map(frame -> new FrameWords(
                        id(frame.frame()),
                        "Frame " + frame.frame().number() + " of "
                                + captures.of(frame.frame().capture())
                                + (frame.nanos().isPresent()
                                        ? ", " + Times.rfc3339(frame.nanos().getAsLong(), digits)
                                        : "")
                                + ", " + frame.length() + " octets",
                        frame.proves(),
                        frame.headers(),
                        frame.rest() > 0 ? frame.rest() + " more octets were captured" : ""))
                .toList();
    }

    /** What a link to {@code frame} names. */
    public static String id(FrameReference frame) {
        return "frame-" + frame.capture() + "-" + frame.number();
    }
}
