package io.github.espial.report.words;

import io.github.espial.diagnose.Extent;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Subject;
import io.github.espial.net.Spi;
import io.github.espial.observe.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A finding, in words.
 *
 * @param severity how bad
 * @param title a few words that name the subject
 * @param text one sentence or two with the measured values
 * @param facts where traffic went, how much of it, when, and how sure that is
 * @param isWeighed whether it was concluded from evidence that weighs something, and not simply seen
 * @param evidence at least one
 * @param remedies best first
 * @param more where to read more of it
 */
public record FindingWords(
        Severity severity,
        String title,
        String text,
        List<Fact> facts,
        boolean isWeighed,
        List<ProofWords> evidence,
        List<RemedyWords> remedies,
        String more) {
    private static final int MOST_SPIS = 12;

    public FindingWords {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }

    /**
     * What is said of {@code finding}.
     *
     * @param timestampDigits digits of a second's fraction
     */
    public static FindingWords of(Finding finding, CaptureNames captures, int timestampDigits) {
        boolean isWeighed = finding.proof().confidence().isPresent();
        List<ProofWords> evidence = ProofWords.of(finding.proof(), captures);
        return new FindingWords(
                finding.severity(),
                finding.title(),
                finding.text(),
                facts(finding, timestampDigits),
                isWeighed,
                evidence,
                RemedyWords.of(finding.fixes()),
                "More: " + explain(finding.id()));
    }

    /** How bad, and what. */
    public String heading() {
        return severity + ": " + title;
    }

    /** The title of the evidence. */
    public String evidenceTitle() {
        return isWeighed ? Titles.WEIGHED_EVIDENCE : Titles.EVIDENCE;
    }

    /** The command that tells more. */
    static String explain(String id) {
        return "espial explain " + id;
    }

    private static List<Fact> facts(Finding finding, int timestampDigits) {
        List<Fact> facts = new ArrayList<>();
        Subject subject = finding.subject();
        if (subject.formerNextHop().isPresent()) {
            facts.add(plain("from", subject.formerNextHop().get().toString()));
            subject.actualNextHop().ifPresent(to -> facts.add(plain("to", to.toString())));
        } else if (subject.actualNextHop().isPresent()) {
            facts.add(new Fact(
                    Fact.Kind.WRONG, "went to", subject.actualNextHop().get().toString()));
        }
        if (subject.expectedNextHop().isPresent()) {
            String station = subject.expectedNextHop().get().toString();
            facts.add(new Fact(Fact.Kind.PROPER, "should go to", station));
        }
        OptionalDouble confidence = finding.proof().confidence();
        if (confidence.isPresent()) {
            facts.add(plain("confidence", Numbers.confidence(confidence.getAsDouble())));
        }
        List<Spi> spis = subject.spis();
        if (!spis.isEmpty()) {
            facts.add(plain(spis.size() == 1 ? "SPI" : "SPIs", Numbers.listed(spis, MOST_SPIS)));
        }
        if (finding.extent().isPresent()) {
            addExtent(facts, finding.extent().get(), timestampDigits);
        }
        return facts;
    }

    private static void addExtent(List<Fact> facts, Extent extent, int timestampDigits) {
        Span span = extent.span();
        facts.add(plain("frames", Long.toString(span.frames())));
        String ongoing = extent.ongoing() ? ", still going on" : "";
        if (span.hasTime()) {
            facts.add(plain("when", TimeWords.range(span.firstNanos(), span.lastNanos(), timestampDigits) + ongoing));
        }
    }

    private static Fact plain(String label, String value) {
        return new Fact(Fact.Kind.PLAIN, label, value);
    }
}
