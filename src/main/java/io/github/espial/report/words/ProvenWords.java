package io.github.espial.report.words;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.ProvenWay;
import java.util.ArrayList;
import java.util.List;

/**
 * A way that is shown to be the proper one, in words.
 *
 * @param title whose way
 * @param facts where traffic goes, how much of it is answered, when, and how sure that is
 * @param evidence at least one
 */
public record ProvenWords(String title, List<Fact> facts, List<ProofWords> evidence) {
    /** Ways that are told one by one; JSON has all. */
    private static final int MOST = 10;

    private static final int MOST_SPIS = 12;

    public ProvenWords {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
    }

    /** The first {@value #MOST}; none where the verdict shows no proof of its own. */
    public static List<ProvenWords> of(CaseReport report) {
        List<ProvenWay> ways = report.judgment().proof();
        List<ProvenWords> words = new ArrayList<>();
        if (!ways.isEmpty()) {
            CaptureNames captures = new CaptureNames(report.inputs().captures());
            for (ProvenWay way : ways.subList(0, Math.min(MOST, ways.size()))) {
                words.add(of(way, captures, report.inputs().timestampDigits()));
            }
        }
        return words;
    }

    /** What stands below them; empty where these are all. */
    public static String rest(CaseReport report) {
        return Numbers.rest(report.judgment().proof().size(), MOST, "ways");
    }

    private static ProvenWords of(ProvenWay way, CaptureNames captures, int timestampDigits) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Fact.Kind.PROPER, "goes to", way.nextHop().toString()));
        facts.add(
                plain("confidence", Numbers.confidence(way.proof().confidence().orElseThrow())));
        if (!way.spis().isEmpty()) {
            facts.add(plain(way.spis().size() == 1 ? "SPI" : "SPIs", Numbers.listed(way.spis(), MOST_SPIS)));
        }
        String answered = way.answered() == 0 ? "none came back" : way.answered() + " came back";
        facts.add(plain("frames", way.span().frames() + " sent, " + answered));
        if (way.span().hasTime()) {
            facts.add(plain(
                    "when", TimeWords.range(way.span().firstNanos(), way.span().lastNanos(), timestampDigits)));
        }
        return new ProvenWords(
                "proof: " + way.protocol() + " for " + way.peer() + " takes its proper next hop",
                facts,
                ProofWords.of(way.proof(), captures));
    }

    private static Fact plain(String label, String value) {
        return new Fact(Fact.Kind.PLAIN, label, value);
    }
}
