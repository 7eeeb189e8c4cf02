package io.github.espial.report.words;

import io.github.espial.capture.CaptureFile;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.report.Times;
import io.github.espial.store.Compression;
import java.util.ArrayList;
import java.util.List;

/** The captures, what they hold, and what is wrong with them. */
public final class CaptureList {
    private static final int MOST_PROBLEMS = 5;

    private CaptureList() {}

    /** The first {@code most} captures. */
    public static Listing of(List<CaseCapture> captures, int most) {
        List<Listing.Entry> entries = new ArrayList<>();
        CaptureNames names = new CaptureNames(captures);
        for (int place = 0; place < Math.min(most, captures.size()); place++) {
            entries.add(entry(names.of(place), captures.get(place)));
        }
        return new Listing("Captures", entries, Numbers.rest(captures.size(), most, "captures"));
    }

    /** What captures of a case are called together: the first one, and how many more. */
    public static String names(List<CaseCapture> captures) {
        return captures.isEmpty()
                ? "no capture"
                : new CaptureNames(captures).of(0)
                        + (captures.size() > 1 ? " and " + (captures.size() - 1) + " more" : "");
    }

    /** The day of the first frame, in UTC; empty where no frame has a time. */
    static String day(List<CaseCapture> captures) {
        long first = Long.MAX_VALUE;
        for (CaseCapture capture : captures) {
            if (capture.firstNanos() <= capture.lastNanos()) {
                first = Math.min(first, capture.firstNanos());
            }
        }
        return first == Long.MAX_VALUE ? "" : Times.rfc3339(first, 0).substring(0, 10);
    }

    private static Listing.Entry entry(String name, CaseCapture capture) {
        CaptureSummary summary = capture.summary();
        Listing.Details details = new Listing.Details().plain(time(capture));
        details.all(Listing.Detail.Kind.NOTE, capture.remarks(), Integer.MAX_VALUE);
        details.all(Listing.Detail.Kind.NOTE, capture.obstacles(), Integer.MAX_VALUE);
        List<String> problems = new ArrayList<>();
        for (CaptureProblem problem : summary.problems()) {
            problems.add(where(problem) + ": " + problem.text());
        }
        details.all(Listing.Detail.Kind.PROBLEM, problems, MOST_PROBLEMS);
        return new Listing.Entry(
                name + ": " + summary.file().map(CaptureList::format).orElse("") + frames(capture), details.list());
    }

    /** With what parts it from the frames. */
    private static String format(CaptureFile file) {
        Compression compression = file.compression();
        return file.format().text() + (compression == Compression.NONE ? "" : " (" + compression.text() + ")") + ", ";
    }

    private static String frames(CaseCapture capture) {
        CaptureSummary summary = capture.summary();
        return Numbers.counted(summary.frames(), "frame")
                + alsoCounted(summary.truncatedFrames(), "cut short")
                + alsoCounted(capture.malformedFrames(), "malformed")
                + alsoCounted(summary.dropped().orElse(0), "lost by the capturing system");
    }

    private static String alsoCounted(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }

    private static String time(CaseCapture capture) {
        long first = capture.firstNanos();
        long last = capture.lastNanos();
        if (first > last) {
            return capture.summary().frames() == 0 ? "" : "no time stamps";
        }
        return TimeWords.range(first, last, capture.timestampDigits()) + " (" + Times.seconds(last - first) + ")";
    }

    private static String where(CaptureProblem problem) {
        String offset = "at octet " + problem.offset();
        return problem.frame().isPresent()
                ? offset + ", frame " + problem.frame().getAsLong()
                : offset;
    }
}
