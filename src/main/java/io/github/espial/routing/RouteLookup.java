package io.github.espial.routing;

import io.github.espial.context.RouteEntry;
import io.github.espial.context.RuleEntry;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.PrefixTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks next hops up in a machine's routing tables: by rule where there are rules, then the longest prefix, then the
 * smallest metric.
 *
 * <p>Rules that ask for more than addresses, such as a mark, are passed over: a file does not tell which packets bear it.
 */
public final class RouteLookup {
    /** The table of Linux that is meant where none is named. */
    private static final String MAIN = "main";

    private final Map<String, PrefixTable<List<Route>>> tables = new LinkedHashMap<>();
    private final List<RuleEntry> rules;

    RouteLookup(List<TableRoute> routes, List<RuleEntry> rules) {
        this.rules = rules.stream()
                .filter(rule ->
                        rule.packets().conditions().isEmpty() && !rule.packets().inverted())
                .sorted((one, other) -> Long.compare(one.priority(), other.priority()))
                .toList();
        for (TableRoute entry : routes) {
            PrefixTable<List<Route>> table =
                    tables.computeIfAbsent(entry.table().orElse(MAIN), name -> new PrefixTable<>());
            List<Route> known = table.get(entry.route().destination()).orElseGet(ArrayList::new);
            known.add(entry.route());
            table.put(entry.route().destination(), known);
        }
    }

    /** A route, and the table it is in; empty for the main one. */
    record TableRoute(Route route, Optional<String> table) {}

    /** Whether no route is known at all. */
    public boolean isEmpty() {
        return tables.values().stream().allMatch(PrefixTable::isEmpty);
    }

    /** What becomes of a packet of the machine itself that has no source address yet. */
    public Lookup lookup(IpAddress destination) {
        return lookup(Optional.empty(), destination);
    }

    /** What becomes of a packet. */
    public Lookup lookup(Optional<IpAddress> source, IpAddress destination) {
        if (rules.isEmpty()) {
            return match(MAIN, destination).map(Match::lookup).orElseGet(Lookup.Nowhere::new);
        }
        long next = 0;
        for (RuleEntry rule : rules) {
            if (rule.priority() < next || !selects(rule, source, destination)) {
                continue;
            }
            if (rule.action().discards()) {
                return new Lookup.Nowhere();
            }
            next = rule.action().goesTo().orElse(next);
            Optional<Match> match = rule.action()
                    .table()
                    .flatMap(table -> match(table, destination))
                    .filter(found ->
                            found.length() > rule.action().suppressedLength().orElse(-1));
            if (match.isPresent()) {
                return match.get().lookup();
            }
        }
        return new Lookup.Nowhere();
    }

    /** What a table says, and by how long a prefix. */
    private record Match(Lookup lookup, int length) {}

    /** The best match of a table; empty where it has none, or leaves the answer to the next rule. */
    private Optional<Match> match(String name, IpAddress destination) {
        return Optional.ofNullable(tables.get(name))
                .flatMap(routes -> routes.longestMatch(destination))
                .filter(entry ->
                        entry.value().stream().noneMatch(route -> route.target() instanceof RouteEntry.Target.NextRule))
                .map(entry -> new Match(
                        best(entry.value(), destination), entry.prefix().length()));
    }

    /**
     * What becomes of packets to a prefix: of those that no route for a part of it takes, under the prefix itself, and of
     * each part that has a route of its own.
     */
    public Map<IpPrefix, Lookup> lookups(IpPrefix destination) {
        Map<IpPrefix, Lookup> lookups = new LinkedHashMap<>();
        PrefixTable<List<Route>> main = main();
        main.longestMatch(destination)
                .ifPresentOrElse(
                        entry -> lookups.put(destination, best(entry.value(), destination.address())),
                        () -> lookups.put(destination, new Lookup.Nowhere()));
        for (PrefixTable.Entry<List<Route>> part : main.within(destination)) {
            lookups.put(part.prefix(), best(part.value(), part.prefix().address()));
        }
        return lookups;
    }

    /** The default routes in force, of both IP versions. */
    public List<Route> defaultRoutes() {
        return IntStream.of(4, 6)
                .mapToObj(version -> main().get(IpPrefix.all(version)).orElse(List.of()))
                .flatMap(routes -> {
                    long least = routes.stream().mapToLong(Route::metric).min().orElse(0);
                    return routes.stream().filter(route -> route.metric() == least);
                })
                .toList();
    }

    /** The main table, by which what is not told apart by rules is routed. */
    PrefixTable<List<Route>> main() {
        return tables.getOrDefault(MAIN, new PrefixTable<>());
    }

    private static boolean selects(RuleEntry rule, Optional<IpAddress> source, IpAddress destination) {
        return rule.packets().source().map(prefix -> holds(prefix, source)).orElse(true)
                && rule.packets()
                        .destination()
                        .map(prefix -> prefix.contains(destination))
                        .orElse(true);
    }

    private static boolean holds(IpPrefix prefix, Optional<IpAddress> source) {
        return prefix.isDefault() || source.filter(prefix::contains).isPresent();
    }

    static Lookup best(List<Route> routes, IpAddress destination) {
        long least = routes.stream().mapToLong(Route::metric).min().orElse(0);
        List<Route> candidates =
                routes.stream().filter(route -> route.metric() == least).toList();
        if (candidates.isEmpty()) {
            return new Lookup.Nowhere();
        }
        Route first = candidates.get(0);
        if (!candidates.stream().allMatch(first::leadsAsDoes)) {
            return new Lookup.Several(candidates);
        }
        if (first.target() instanceof RouteEntry.Target.Masked) {
            return new Lookup.Masked(first);
        }
        return first.target() instanceof RouteEntry.Target.Discard
                ? new Lookup.Nowhere()
                : new Lookup.Found(first, destination);
    }
}
