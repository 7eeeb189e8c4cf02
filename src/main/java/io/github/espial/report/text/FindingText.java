package io.github.espial.report.text;

import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Station;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import io.github.espial.report.Times;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One finding: what was seen, the evidence, the remedy. */
final class FindingText {
    private static final int INDENT = 2;
    private static final int LIST_INDENT = 4;
    /** Where the values stand that follow {@code should go to}. */
    private static final int VALUES = 16;
    /** Where the text of evidence stands, beside its weight. */
    private static final int EVIDENCE = 11;

    private final TextPage page;
    private final CaptureNames captures;
    private final int timestampDigits;

    FindingText(TextPage page, CaptureNames captures, int timestampDigits) {
        this.page = page;
        this.captures = captures;
        this.timestampDigits = timestampDigits;
    }

    void write(Finding finding) {
        String severity = finding.severity() + ":";
        page.labelled(0, Tone.of(finding.severity()), severity, severity.length() + 1, finding.title());
        page.paragraph(INDENT, finding.text());
        page.blank();
        ways(finding);
        evidence(finding.evidence());
        remedy(finding.fixes());
        page.line(INDENT, "More: espial explain " + finding.id());
    }

    private void ways(Finding finding) {
        finding.actualNextHop().ifPresent(station -> way(Tone.BAD, "went to", station));
        finding.expectedNextHop().ifPresent(station -> way(Tone.GOOD, "should go to", station));
        finding.extent().filter(Span::hasTime).ifPresent(span -> when(span, finding.ongoing()));
        if (finding.actualNextHop().isPresent() || finding.expectedNextHop().isPresent()) {
            page.labelled(INDENT, "confidence", VALUES, percentage(finding.confidence()));
        }
        if (finding.actualNextHop().isPresent()
                || finding.expectedNextHop().isPresent()
                || finding.extent().filter(Span::hasTime).isPresent()) {
            page.blank();
        }
    }

    private void way(Tone tone, String label, Station station) {
        page.labelled(INDENT, tone, label, VALUES, station.toString());
    }

    private void when(Span span, boolean ongoing) {
        String text = Times.rfc3339(span.firstNanos(), timestampDigits) + " to "
                + Times.rfc3339(span.lastNanos(), timestampDigits)
                + (ongoing ? ", still so when the capture ended" : "");
        page.labelled(INDENT, "when", VALUES, text);
    }

    private void evidence(List<Evidence> evidence) {
        boolean isWeighed = evidence.stream().anyMatch(each -> each.weight() != 0);
        page.line(INDENT, Tone.HEADING, isWeighed ? "Evidence (weights are log-odds, 0 only shows)" : "Evidence");
        for (Evidence each : evidence) {
            if (isWeighed) {
                page.labelled(LIST_INDENT, weight(each.weight()), EVIDENCE, each.text() + frames(each));
            } else {
                page.labelled(LIST_INDENT, "-", LIST_INDENT + 2, each.text() + frames(each));
            }
            each.displayFilter()
                    .ifPresent(filter -> page.line(isWeighed ? EVIDENCE : LIST_INDENT + 2, Tone.COPY, filter));
        }
        page.blank();
    }

    /** {@code (frames 12, 14 of eth0.pcap, frame 9 of eth2.pcap)} after a space; empty where no frame is named. */
    private String frames(Evidence evidence) {
        if (evidence.frames().isEmpty()) {
            return "";
        }
        Map<Integer, List<FrameReference>> byCapture = evidence.frames().stream()
                .collect(Collectors.groupingBy(FrameReference::capture, TreeMap::new, Collectors.toList()));
        return byCapture.entrySet().stream()
                .map(entry -> numbers(entry.getValue()) + " of " + captures.of(entry.getKey()))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String numbers(List<FrameReference> frames) {
        return frames.stream()
                .map(frame -> Long.toString(frame.number()))
                .collect(Collectors.joining(", ", frames.size() == 1 ? "frame " : "frames ", ""));
    }

    private void remedy(List<Fix> fixes) {
        if (fixes.isEmpty()) {
            return;
        }
        page.line(INDENT, Tone.HEADING, "Remedy");
        int column = LIST_INDENT
                + 2
                + fixes.stream().mapToInt(fix -> fix.platform().length()).max().orElseThrow();
        for (Fix fix : fixes) {
            page.labelled(LIST_INDENT, fix.platform(), column, fix.text());
            fix.command()
                    .lines()
                    .filter(command -> !command.isBlank())
                    .forEach(command -> page.line(column, Tone.COPY, command));
        }
        page.blank();
    }

    /** {@code + 4.0}, {@code -11.5}, {@code   0.0}. */
    private static String weight(double weight) {
        String sign = weight > 0 ? "+" : weight < 0 ? "-" : " ";
        return sign + String.format(Locale.ROOT, "%4.1f", Math.abs(weight));
    }

    /** Rounded down: what is not certain is not shown as 100 %. */
    private static String percentage(double confidence) {
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(confidence * 1000) / 10);
    }
}
