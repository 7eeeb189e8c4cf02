package io.github.espial.diagnose;

import java.util.List;
import java.util.Optional;

/**
 * What is made of a case as a whole.
 *
 * @param verdict what the captures showed
 * @param sentence the verdict in a sentence or two, with the values that matter, without trailing period
 * @param missing what the captures do not show that a verdict needs, and how to get it; one sentence each
 * @param proof the ways that {@link Verdict#HEALTHY} rests on; empty for other verdicts
 * @param predicted what words of machines let expect; empty where captures decide, or no words were given
 */
public record Judgment(
        Verdict verdict, String sentence, List<String> missing, List<ProvenWay> proof, Optional<Predicted> predicted) {
    /** Stands in the sentence behind each wrong way that was left for the proper one. */
    public static final String MENDED = ", and has been mended since";

    public Judgment {
        missing = List.copyOf(missing);
        proof = List.copyOf(proof);
    }

    /** A verdict that captures decide. */
    public Judgment(Verdict verdict, String sentence, List<String> missing, List<ProvenWay> proof) {
        this(verdict, sentence, missing, proof, Optional.empty());
    }

    /** A verdict that shows no proof of its own: findings do. */
    public Judgment(Verdict verdict, String sentence, List<String> missing) {
        this(verdict, sentence, missing, List.of());
    }
}
