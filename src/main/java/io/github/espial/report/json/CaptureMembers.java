package io.github.espial.report.json;

import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.net.LinkTypes;
import java.io.IOException;
import java.util.List;

/** The member {@code captures}. */
final class CaptureMembers {
    private CaptureMembers() {}

    static void write(JsonOutput json, List<CaseCapture> captures) throws IOException {
        json.objects("captures", captures, capture -> capture(json, capture));
    }

    private static void capture(JsonOutput json, CaseCapture capture) throws IOException {
        CaptureSummary summary = capture.summary();
        json.text("file", summary.name());
        json.text("format", summary.format().text());
        json.text("compression", summary.compression().text());
        json.number("bytes", summary.bytes());
        json.text("sha256", summary.sha256());
        json.number("frames", summary.frames());
        json.times(capture.firstNanos(), capture.lastNanos(), capture.timestampDigits());
        json.number("truncatedFrames", summary.truncatedFrames());
        json.number("malformedFrames", capture.malformedFrames());
        json.objects("interfaces", summary.interfaces(), point -> captureInterface(json, point));
        json.objects("problems", summary.problems(), problem -> problem(json, problem));
        if (!capture.remarks().isEmpty()) {
            json.texts("remarks", capture.remarks());
        }
    }

    private static void captureInterface(JsonOutput json, CaptureInterface point) throws IOException {
        json.number("id", point.id());
        json.text("name", point.name());
        json.text("linkType", LinkTypes.name(point.linkType()));
        json.number("snapLength", point.snapLength());
        json.number("frames", point.frames());
    }

    private static void problem(JsonOutput json, CaptureProblem problem) throws IOException {
        json.number("offset", problem.offset());
        if (problem.frame().isPresent()) {
            json.number("frame", problem.frame().getAsLong());
        }
        json.text("text", problem.text());
    }
}
