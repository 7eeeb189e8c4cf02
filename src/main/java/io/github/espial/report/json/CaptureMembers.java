package io.github.espial.report.json;

import io.github.espial.capture.CaptureFile;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.net.LinkTypes;
import io.github.espial.observe.tally.MisfitTally;
import io.github.espial.observe.tally.OpaqueTally;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The member {@code captures}. */
final class CaptureMembers {
    private CaptureMembers() {}

    static void write(JsonOutput json, List<CaseCapture> captures) throws IOException {
        json.objects("captures", captures, capture -> capture(json, capture));
    }

    private static void capture(JsonOutput json, CaseCapture capture) throws IOException {
        CaptureSummary summary = capture.summary();
        json.text("file", summary.name());
        if (summary.file().isPresent()) {
            file(json, summary.file().get());
        }
        json.number("frames", summary.frames());
        json.times(capture.firstNanos(), capture.lastNanos(), capture.timestampDigits());
        json.number("truncatedFrames", summary.truncatedFrames());
        json.number("malformedFrames", capture.malformedFrames());
        json.objects("interfaces", summary.interfaces(), point -> captureInterface(json, point));
        json.objects("problems", summary.problems(), problem -> problem(json, problem));
        if (!capture.misfits().isEmpty()) {
            json.objects("malformed", capture.misfits(), misfit -> misfit(json, misfit));
        }
        if (!capture.opaque().isEmpty()) {
            json.objects("notLookedInto", kinds(capture.opaque()), kind -> kind(json, kind));
        }
        if (!capture.remarks().isEmpty()) {
            json.texts("remarks", capture.remarks());
        }
    }

    private static void misfit(JsonOutput json, MisfitTally misfit) throws IOException {
        json.text("layer", misfit.fault().layer());
        json.number("octet", misfit.octet());
        json.text("reason", "expected " + misfit.fault().expected());
        json.number("frames", misfit.span().frames());
        json.number("firstFrame", misfit.span().firstFrame().number());
    }

    /** The rows of each kind, whatever their links. */
    private static List<List<OpaqueTally>> kinds(List<OpaqueTally> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(OpaqueTally::what, TreeMap::new, Collectors.toList()))
                .values());
    }

    private static void kind(JsonOutput json, List<OpaqueTally> rows) throws IOException {
        json.text("kind", rows.get(0).what().kind());
        json.number(
                "frames", rows.stream().mapToLong(row -> row.span().frames()).sum());
        json.number(
                "firstFrame",
                rows.stream()
                        .mapToLong(row -> row.span().firstFrame().number())
                        .min()
                        .orElseThrow());
    }

    private static void file(JsonOutput json, CaptureFile file) throws IOException {
        json.text("format", file.format().text());
        json.text("compression", file.compression().text());
        json.number("bytes", file.bytes());
        json.text("sha256", file.sha256());
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
