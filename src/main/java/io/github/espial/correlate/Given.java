package io.github.espial.correlate;

import io.github.espial.context.PolicyEntry;
import io.github.espial.context.SaKeyEntry;
import java.util.List;

/**
 * What was given to open ESP with, wherever it comes from.
 *
 * @param keys the better ones first, where several fit one SA
 * @param policies what is to be protected
 */
public record Given(List<SaKeyEntry> keys, List<PolicyEntry> policies) {
    /** Nothing: only what is not encrypted can be read. */
    public static final Given NOTHING = new Given(List.of(), List.of());

    public Given {
        keys = List.copyOf(keys);
        policies = List.copyOf(policies);
    }

    public boolean isEmpty() {
        return keys.isEmpty() && policies.isEmpty();
    }
}
