package io.github.espial.diagnose;

import io.github.espial.infer.Evidence;
import java.util.List;

/**
 * Why a finding is believed.
 *
 * @param confidence probability that it is so, from 0 to below 1
 * @param evidence never empty
 */
public record Proof(double confidence, List<Evidence> evidence) {
    public Proof {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("nothing is found without evidence");
        }
    }
}
