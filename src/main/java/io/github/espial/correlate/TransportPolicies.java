package io.github.espial.correlate;

import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.OptionalInt;

/**
 * What policies protect in transport mode: packets between the two hosts themselves.
 *
 * <p>Not what another policy lets pass in the clear: which of the two is first, files do not always tell. Nor what is from
 * anybody to anybody, which is commonly asked for and not required.
 */
final class TransportPolicies {
    private TransportPolicies() {}

    static List<Selector> of(List<PolicyEntry> policies) {
        List<Selector> passed = policies.stream()
                .filter(policy -> policy.action() == Action.BYPASS && mayBeOutbound(policy))
                .map(PolicyEntry::selector)
                .toList();
        return policies.stream()
                .filter(policy -> policy.action() == Action.PROTECT && mayBeOutbound(policy) && !policy.isRouted())
                .filter(policy -> policy.template()
                        .mode()
                        .filter(SaMode.TRANSPORT::equals)
                        .isPresent())
                .map(PolicyEntry::selector)
                .filter(one -> !(one.source().isDefault() && one.destination().isDefault()))
                .filter(one -> passed.stream().noneMatch(other -> overlap(one, other)))
                .distinct()
                .toList();
    }

    private static boolean mayBeOutbound(PolicyEntry policy) {
        return policy.way() == PolicyEntry.Way.OUT || policy.way() == PolicyEntry.Way.UNSTATED;
    }

    private static boolean overlap(Selector one, Selector other) {
        return overlap(one.source(), other.source())
                && overlap(one.destination(), other.destination())
                && overlap(one.protocol(), other.protocol())
                && overlap(one.sourcePort(), other.sourcePort())
                && overlap(one.destinationPort(), other.destinationPort());
    }

    private static boolean overlap(IpPrefix one, IpPrefix other) {
        return one.contains(other) || other.contains(one);
    }

    /** Empty is any. */
    private static boolean overlap(OptionalInt one, OptionalInt other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
