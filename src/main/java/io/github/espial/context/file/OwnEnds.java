package io.github.espial.context.file;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which way policies are for, where only the machine's own addresses do. */
final class OwnEnds {
    private final Set<IpAddress> own;

    OwnEnds(List<InterfaceEntry> interfaces) {
        own = interfaces.stream()
                .flatMap(entry -> entry.addresses().stream())
                .map(OwnAddress::address)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The policies, with their ways where the addresses tell them. */
    List<PolicyEntry> settle(List<PolicyEntry> policies) {
        return own.isEmpty() ? policies : policies.stream().map(this::settle).toList();
    }

    private PolicyEntry settle(PolicyEntry policy) {
        Optional<IpAddress> end = policy.template().destination();
        if (policy.way() != Way.UNSTATED || end.isEmpty()) {
            return policy;
        }
        return new PolicyEntry(
                policy.line(),
                policy.selector(),
                own.contains(end.get()) ? Way.IN : Way.OUT,
                policy.action(),
                policy.template(),
                policy.tunnelInterface(),
                policy.mark(),
                policy.standing());
    }
}
