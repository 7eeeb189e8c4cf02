package io.github.espial.diagnose;

import java.util.List;

/**
 * What is made of a case as a whole.
 *
 * @param verdict what the captures showed
 * @param sentence the verdict in a sentence or two, with the values that matter, without trailing period
 * @param missing what the captures do not show that a verdict needs, and how to get it; one sentence each
 */
public record Judgment(Verdict verdict, String sentence, List<String> missing) {
    public Judgment {
        missing = List.copyOf(missing);
    }
}
