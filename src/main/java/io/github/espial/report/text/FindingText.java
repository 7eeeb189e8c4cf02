package io.github.espial.report.text;

import io.github.espial.diagnose.Extent;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Station;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import io.github.espial.report.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One finding: what was seen, the evidence, the remedy. */
final class FindingText {
    private static final int INDENT = 2;
    private static final int LIST_INDENT = 4;
    /** Where the values stand that follow {@code should go to}. */
    private static final int VALUES = 16;
    /** Where the text of evidence stands that has weights beside it. */
    private static final int WEIGHED = 11;
    /** Where it stands that has none. */
    private static final int LISTED = 6;

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
        evidence(finding.proof().evidence());
        remedy(finding.fixes());
        page.line(INDENT, "More: espial explain " + finding.id());
    }

    private void ways(Finding finding) {
        boolean isAboutNextHops = finding.subject().actualNextHop().isPresent()
                || finding.subject().expectedNextHop().isPresent();
        Optional<Span> time = finding.extent().map(Extent::span).filter(Span::hasTime);
        if (!isAboutNextHops && time.isEmpty()) {
            return;
        }
        finding.subject().actualNextHop().ifPresent(station -> way(Tone.BAD, "went to", station));
        finding.subject().expectedNextHop().ifPresent(station -> way(Tone.GOOD, "should go to", station));
        if (isAboutNextHops) {
            page.labelled(
                    INDENT, "confidence", VALUES, percentage(finding.proof().confidence()));
        }
        time.ifPresent(span -> when(span, finding.isOngoing()));
        page.blank();
    }

    private void way(Tone tone, String label, Station station) {
        page.labelled(INDENT, tone, label, VALUES, station.toString());
    }

    private void when(Span span, boolean ongoing) {
        String text = Times.rfc3339(span.firstNanos(), timestampDigits) + " to "
                + Times.rfc3339(span.lastNanos(), timestampDigits)
                + (ongoing ? ", still going on" : "");
        page.labelled(INDENT, "when", VALUES, text);
    }

    private void evidence(List<Evidence> evidence) {
        boolean isWeighed = evidence.stream().anyMatch(each -> each.weight() != 0);
        page.line(INDENT, Tone.HEADING, isWeighed ? "Evidence (log-odds: + speaks for it, - against)" : "Evidence");
        int column = isWeighed ? WEIGHED : LISTED;
        for (Evidence each : evidence) {
            String label = isWeighed ? weight(each.weight()) : "-";
            page.labelled(LIST_INDENT, label, column, each.text() + frames(each));
            each.displayFilter().ifPresent(filter -> page.line(column, Tone.COPY, filter));
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
        Map<String, List<Fix>> groups = new LinkedHashMap<>();
        fixes.forEach(fix -> groups.computeIfAbsent(fix.platform() + fix.text(), key -> new ArrayList<>())
                .add(fix));
        for (List<Fix> group : groups.values()) {
            page.labelled(
                    LIST_INDENT, group.get(0).platform(), column, group.get(0).text());
            group.stream()
                    .filter(fix -> !fix.command().isEmpty())
                    .forEach(fix -> page.line(column, Tone.COPY, fix.command()));
            String undo = group.stream()
                    .map(Fix::undo)
                    .filter(command -> !command.isEmpty())
                    .collect(Collectors.joining("; "));
            if (!undo.isEmpty()) {
                page.labelled(column, "to undo:", column + 9, undo);
            }
        }
        page.blank();
    }

    /** {@code + 4.0}, {@code -11.5}, {@code   0.0}. */
    private static String weight(double weight) {
        String sign = weight > 0 ? "+" : weight < 0 ? "-" : " ";
        String number = oneDigit(Math.abs(weight), RoundingMode.HALF_EVEN);
        return sign + " ".repeat(Math.max(0, 4 - number.length())) + number;
    }

    /** Rounded down: what is not certain is not shown as 100 %. */
    private static String percentage(double probability) {
        return oneDigit(100 * probability, RoundingMode.FLOOR) + " %";
    }

    /** Not by a formatter: that would load the locale database, some 20 ms. */
    private static String oneDigit(double number, RoundingMode rounding) {
        return BigDecimal.valueOf(number).setScale(1, rounding).toPlainString();
    }
}
