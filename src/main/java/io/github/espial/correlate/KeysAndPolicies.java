package io.github.espial.correlate;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.file.ContextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was given to open ESP with, wherever it comes from.
 *
 * @param keys the better ones first, where several fit one SA
 * @param policies what is to be protected
 * @param ikeKeys of IKE SAs, which tell of the SAs that they made
 */
public record KeysAndPolicies(List<SaKeyEntry> keys, List<PolicyEntry> policies, List<IkeKeyEntry> ikeKeys) {
    /** Nothing: only what is not encrypted can be read. */
    public static final KeysAndPolicies NOTHING = new KeysAndPolicies(List.of(), List.of());

    public KeysAndPolicies {
        keys = List.copyOf(keys);
        policies = List.copyOf(policies);
        ikeKeys = List.copyOf(ikeKeys);
    }

    /** Without keys of IKE SAs. */
    public KeysAndPolicies(List<SaKeyEntry> keys, List<PolicyEntry> policies) {
        this(keys, policies, List.of());
    }

    /** What files of a case hold. */
    public static KeysAndPolicies of(List<ContextFile> contexts) {
        List<SaKeyEntry> keys = new ArrayList<>();
        List<PolicyEntry> policies = new ArrayList<>();
        List<IkeKeyEntry> ikeKeys = new ArrayList<>();
        for (ContextFile context : contexts) {
            keys.addAll(context.entries().keys());
            policies.addAll(context.entries().policies());
            ikeKeys.addAll(context.entries().ikeKeys());
        }
        return new KeysAndPolicies(keys, policies, ikeKeys);
    }

    public boolean isEmpty() {
        return keys.isEmpty() && policies.isEmpty() && ikeKeys.isEmpty();
    }

    /** The same with further keys, behind those that were given. */
    KeysAndPolicies with(List<SaKeyEntry> derived) {
        return derived.isEmpty()
                ? this
                : new KeysAndPolicies(
                        Stream.concat(keys.stream(), derived.stream()).toList(), policies, ikeKeys);
    }

    /** Whether any key was given, so that what stays closed is worth a word. */
    boolean hasKeys() {
        return !keys.isEmpty() || !ikeKeys.isEmpty();
    }
}
