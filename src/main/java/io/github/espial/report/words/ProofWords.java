package io.github.espial.report.words;

import io.github.espial.infer.Evidence;

/**
 * A piece of evidence, in words.
 *
 * @param weight what it weighs, empty where it only illustrates
 * @param text what was seen, and in which frames
 * @param displayFilter selects these; empty where no frame shows it
 */
public record ProofWords(String weight, String text, String displayFilter) {
    static ProofWords of(Evidence evidence, CaptureNames captures) {
        String frames = captures.frames(evidence.frames());
        return new ProofWords(
                Numbers.weight(evidence.weight()),
                frames.isEmpty() ? evidence.text() : evidence.text() + " (" + frames + ")",
                evidence.displayFilter().orElse(""));
    }
}
