package io.github.espial.context;

import java.util.List;

/** What outputs state of a machine, each kind in the order of the file. */
public record ContextEntries(
        List<RouteEntry> routes,
        List<RuleEntry> rules,
        List<NeighborEntry> neighbors,
        List<InterfaceEntry> interfaces,
        List<PolicyEntry> policies,
        List<SaKeyEntry> keys,
        List<IkeKeyEntry> ikeKeys,
        Sightings sightings) {
    public ContextEntries {
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        neighbors = List.copyOf(neighbors);
        interfaces = List.copyOf(interfaces);
        policies = List.copyOf(policies);
        keys = List.copyOf(keys);
        ikeKeys = List.copyOf(ikeKeys);
    }

    /** The same with {@code other} policies. */
    public ContextEntries with(List<PolicyEntry> other) {
        return new ContextEntries(routes, rules, neighbors, interfaces, other, keys, ikeKeys, sightings);
    }

    /** The same with {@code other} routes. */
    public ContextEntries withRoutes(List<RouteEntry> other) {
        return new ContextEntries(other, rules, neighbors, interfaces, policies, keys, ikeKeys, sightings);
    }

    public boolean hasKeys() {
        return !keys.isEmpty() || !ikeKeys.isEmpty();
    }
}
