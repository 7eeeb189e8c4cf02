package io.github.espial.report.words;

import io.github.espial.diagnose.Proof;
import io.github.espial.infer.Evidence;
import io.github.espial.observe.FrameReference;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of evidence, in words.
 *
 * @param weight what it weighs, such as {@code strong +4.0}, or {@code seen} where it only illustrates what other
 *     evidence weighs; empty where nothing beside it weighs anything
 * @param text what was seen, and in which frames
 * @param displayFilter selects these; empty where no frame shows it
 * @param frames those that are named
 */
public record ProofWords(String weight, String text, String displayFilter, List<FrameReference> frames) {
    /** Log-odds from which on one piece of evidence alone decides: 3 is about 20 to 1. */
    private static final double STRONG = 3;

    /** Each piece of {@code proof}. */
    static List<ProofWords> of(Proof proof, CaptureNames captures) {
        boolean isWeighed = proof.confidence().isPresent();
        List<ProofWords> all = new ArrayList<>();
        for (Evidence evidence : proof.evidence()) {
            String frames = captures.frames(evidence.frames());
            all.add(new ProofWords(
                    isWeighed ? weight(evidence.weight()) : "",
                    frames.isEmpty() ? evidence.text() : evidence.text() + " (" + frames + ")",
                    evidence.displayFilter().orElse(""),
                    evidence.frames()));
        }
        return all;
    }

    /** Words before numbers: who knows log-odds reads on. */
    private static String weight(double logOdds) {
        if (logOdds == 0) {
            return "seen";
        }
        String word = logOdds < 0 ? "contradicts" : logOdds < STRONG ? "supports" : "strong";
        return word + " " + Numbers.weight(logOdds);
    }
}
