package io.github.espial.diagnose;

import io.github.espial.infer.Evidence;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Why something is said.
 *
 * @param confidence probability that it is so, from 0 to below 1; empty where it was simply seen, which is no conclusion
 * @param evidence never empty; weighs something only where there is a confidence
 */
public record Proof(OptionalDouble confidence, List<Evidence> evidence) {
    public Proof {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("nothing is found without evidence");
        }
        if (confidence.isEmpty() && evidence.stream().anyMatch(one -> one.weight() != 0)) {
            throw new IllegalArgumentException("what was simply seen is not weighed");
        }
    }

    /** Of what frames or files show as it is. */
    public static Proof seen(List<Evidence> evidence) {
        return new Proof(OptionalDouble.empty(), evidence);
    }

    /** Of what was concluded. */
    public static Proof weighed(double confidence, List<Evidence> evidence) {
        return new Proof(OptionalDouble.of(confidence), evidence);
    }
}
