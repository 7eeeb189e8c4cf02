package io.github.espial.report.summary;

import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Extent;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import io.github.espial.report.Times;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Mark;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One finding: what it is, where traffic went and should have gone, what proves it, what mends it. */
final class FindingText {
    private static final double INDENT = 14;
    private static final double BULLET = 10;
    private static final int MOST_SPIS = 12;

    private final CaseReport report;
    private final Styles styles;
    private final List<Block> blocks = new ArrayList<>();

    FindingText(CaseReport report, Styles styles) {
        this.report = report;
        this.styles = styles;
    }

    List<Block> blocks(Finding finding) {
        blocks.clear();
        Color colour = colour(finding.severity());
        blocks.add(Paragraph.of(finding.severity() + ": " + finding.title(), styles.subtitle())
                .led(mark(finding.severity()).beside(styles.subtitle(), colour), INDENT)
                .keptWithNext());
        blocks.add(Paragraph.of(facts(finding), styles.faint()).indented(INDENT).keptWithNext());
        blocks.add(Paragraph.of(finding.text(), styles.body()).indented(INDENT));
        blocks.add(Block.gap(2));
        finding.subject().actualNextHop().ifPresent(hop -> addValue("Actual next hop", hop.toString()));
        finding.subject().expectedNextHop().ifPresent(hop -> addValue("Proper next hop", hop.toString()));
        if (!finding.subject().spis().isEmpty()) {
            addValue(
                    finding.subject().spis().size() == 1 ? "SPI" : "SPIs",
                    spis(finding.subject().spis()));
        }
        blocks.add(Block.gap(3));
        blocks.add(Paragraph.of("Evidence", styles.strong()).indented(INDENT).keptWithNext());
        finding.proof().evidence().forEach(this::addEvidence);
        if (!finding.fixes().isEmpty()) {
            blocks.add(Block.gap(3));
            blocks.add(Paragraph.of("Remedy", styles.strong()).indented(INDENT).keptWithNext());
            String said = "";
            for (Fix fix : finding.fixes()) {
                addFix(fix, said);
                said = spoken(fix);
            }
        }
        blocks.add(Block.gap(3));
        blocks.add(styles.labelled("More on this", "espial explain " + finding.id(), styles.code())
                .shifted(INDENT));
        return List.copyOf(blocks);
    }

    private void addValue(String label, String value) {
        blocks.add(styles.labelled(label, value, styles.code()).shifted(INDENT));
    }

    private void addEvidence(Evidence evidence) {
        String weight = evidence.weight() == 0 ? "" : String.format(Locale.ROOT, " [weight %+.1f]", evidence.weight());
        String frames = frames(evidence.frames());
        addBullet(evidence.text() + weight + (frames.isEmpty() ? "" : "; " + frames));
        evidence.displayFilter().ifPresent(this::addCode);
    }

    private static String spoken(Fix fix) {
        return fix.platform().equals("any") ? fix.text() : fix.platform() + ": " + fix.text();
    }

    /** Commands that one sentence is said of stand below each other under it. */
    private void addFix(Fix fix, String said) {
        if (!spoken(fix).equals(said)) {
            addBullet(spoken(fix));
        }
        if (!fix.command().isEmpty()) {
            addCode(fix.command());
        }
    }

    private void addBullet(String text) {
        blocks.add(styles.item(text, BULLET).shifted(INDENT));
    }

    private void addCode(String text) {
        blocks.add(Paragraph.of(text, styles.code()).on(Palette.GROUND).indented(INDENT + BULLET));
        blocks.add(Block.gap(2));
    }

    private String facts(Finding finding) {
        List<String> facts = new ArrayList<>();
        facts.add(finding.id());
        facts.add(String.format(
                Locale.ROOT, "confidence %.2f", Math.min(finding.proof().confidence(), 0.99)));
        finding.extent().ifPresent(extent -> addExtent(facts, extent));
        return String.join(" · ", facts);
    }

    private void addExtent(List<String> facts, Extent extent) {
        Span span = extent.span();
        facts.add(span.frames() + (span.frames() == 1 ? " frame" : " frames"));
        if (span.hasTime()) {
            int digits = report.inputs().timestampDigits();
            facts.add(Times.rfc3339(span.firstNanos(), digits) + " to " + Times.rfc3339(span.lastNanos(), digits));
        }
        if (extent.ongoing()) {
            facts.add("still going on when the capture ended");
        }
    }

    private static String spis(List<Spi> spis) {
        String named = spis.stream().limit(MOST_SPIS).map(Spi::toString).collect(Collectors.joining(", "));
        return spis.size() > MOST_SPIS ? named + " and " + (spis.size() - MOST_SPIS) + " more" : named;
    }

    private String frames(List<FrameReference> frames) {
        return frames.stream()
                .collect(Collectors.groupingBy(
                        FrameReference::capture,
                        TreeMap::new,
                        Collectors.mapping(frame -> Long.toString(frame.number()), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry ->
                        (entry.getValue().contains(",") ? "frames " : "frame ") + entry.getValue() + in(entry.getKey()))
                .collect(Collectors.joining("; "));
    }

    private String in(int capture) {
        List<CaseCapture> captures = report.inputs().captures();
        return captures.size() > 1 && capture < captures.size()
                ? " of " + captures.get(capture).summary().name()
                : "";
    }

    static Mark mark(Severity severity) {
        return switch (severity) {
            case ERROR -> Mark.ALERT;
            case WARNING -> Mark.CAUTION;
            case INFO -> Mark.NOTE;
        };
    }

    static Color colour(Severity severity) {
        return switch (severity) {
            case ERROR -> Palette.WRONG;
            case WARNING -> Palette.DOUBT;
            case INFO -> Palette.NEUTRAL;
        };
    }
}
