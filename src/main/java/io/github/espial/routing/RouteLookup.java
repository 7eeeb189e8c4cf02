package io.github.espial.routing;

import io.github.espial.context.RouteEntry;
import io.github.espial.context.RuleEntry;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.PrefixTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Looks next hops up in a machine's routing tables: by rule where there are rules, then the longest prefix, then the
 * smallest metric.
 *
 * <p>Packets are taken to bear no mark, for a file does not tell which do: rules for a mark are passed over, and those for
 * all without it hold. Rules that ask for an interface or more are passed over, but for
 * those of Android for unmarked packets of its own, of which some hold for the programs of some users only. Where no rules are shown, the table of
 * strongSwan stands before the main one, as its rule puts it.
 */
public final class RouteLookup {
    /** The table of Linux that is meant where none is named. */
    private static final String MAIN = "main";

    /** The table in which strongSwan sets routes of its own. */
    private static final String OF_STRONGSWAN = "220";

    private static final String MARK = "fwmark ";

    private static final Pattern NO_MARK = Pattern.compile("fwmark (?:0x)?0+(?:/.*)?");

    /** What the machine itself sends came in by no card. */
    private static final String OWN = "iif lo";

    private static final String OF_USERS = "uidrange ";

    private final Map<String, PrefixTable<List<Route>>> tables = new LinkedHashMap<>();
    private final List<RuleEntry> rules;
    private final List<RuleEntry> byMark;
    private final boolean isWhole;

    RouteLookup(List<TableRoute> routes, List<RuleEntry> rules) {
        this(routes, rules, false);
    }

    /** @param isWhole whether a route that is not among these is not there */
    RouteLookup(List<TableRoute> routes, List<RuleEntry> rules, boolean isWhole) {
        this.isWhole = isWhole;
        for (TableRoute entry : routes) {
            PrefixTable<List<Route>> table =
                    tables.computeIfAbsent(entry.table().orElse(MAIN), name -> new PrefixTable<>());
            List<Route> known = table.get(entry.route().destination()).orElseGet(ArrayList::new);
            known.add(entry.route());
            table.put(entry.route().destination(), known);
        }
        this.byMark = rules.stream().filter(RouteLookup::isForMarked).toList();
        this.rules = rules.isEmpty()
                ? usualRules()
                : rules.stream()
                        .filter(RouteLookup::isForUnmarked)
                        .sorted((one, other) -> Long.compare(one.priority(), other.priority()))
                        .toList();
    }

    /** A route, and the table it is in; empty for the main one. */
    record TableRoute(Route route, Optional<String> table) {}

    private List<RuleEntry> usualRules() {
        List<RuleEntry> usual = new ArrayList<>();
        for (String table : List.of(OF_STRONGSWAN, MAIN)) {
            if (table.equals(MAIN) || tables.containsKey(table)) {
                usual.add(new RuleEntry(
                        0,
                        usual.size(),
                        new RuleEntry.Packets(Optional.empty(), Optional.empty(), List.of(), false),
                        new RuleEntry.Action(Optional.of(table), OptionalInt.empty(), OptionalLong.empty(), false)));
            }
        }
        return usual;
    }

    /** Whether packets without a mark can be told to meet a rule, or not, by their addresses. */
    private static boolean isForUnmarked(RuleEntry rule) {
        List<String> conditions = rule.packets().conditions();
        if (!rule.packets().inverted()) {
            return conditions.isEmpty() || isForOwnUnmarked(conditions);
        }
        boolean isForAll = rule.packets().source().isEmpty()
                && rule.packets().destination().isEmpty();
        return isForAll
                && !conditions.isEmpty()
                && conditions.stream().allMatch(condition -> condition.startsWith(MARK));
    }

    /** Whether a rule takes packets with some mark, and asks for nothing else that is not known. */
    private static boolean isForMarked(RuleEntry rule) {
        List<String> conditions = rule.packets().conditions();
        return !rule.packets().inverted()
                && conditions.size() == 1
                && conditions.get(0).startsWith(MARK);
    }

    /**
     * How packets for {@code destination} that keep a mark would be taken to an interface by a rule.
     *
     * @return {@code fwmark 0x200/0x3f00 looks up table 2}; empty where no rule does that
     */
    public Optional<String> markedInto(String interfaceName, IpAddress destination) {
        for (RuleEntry rule : byMark) {
            Optional<String> table = rule.action().table();
            boolean isInto = table.flatMap(name -> match(name, IpPrefix.host(destination)))
                    .flatMap(found -> found.lookup().decidedBy())
                    .flatMap(Route::interfaceName)
                    .filter(interfaceName::equals)
                    .isPresent();
            if (isInto && selects(rule, Optional.empty(), IpPrefix.host(destination))) {
                return Optional.of(rule.packets().conditions().get(0) + " looks up table " + table.orElseThrow());
            }
        }
        return Optional.empty();
    }

    /** As Android asks of what the phone itself sends: no mark, no interface it came in by, and maybe of any user. */
    private static boolean isForOwnUnmarked(List<String> conditions) {
        return conditions.stream()
                        .anyMatch(condition -> NO_MARK.matcher(condition).matches())
                && conditions.stream()
                        .allMatch(condition -> NO_MARK.matcher(condition).matches()
                                || condition.equals(OWN)
                                || condition.startsWith(OF_USERS));
    }

    /** Whether a rule is for packets of some users: those of a program that made an exception for itself are none of it. */
    private static boolean isOfUsers(RuleEntry rule) {
        return rule.packets().conditions().stream().anyMatch(condition -> condition.startsWith(OF_USERS));
    }

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
        return lookup(source.map(IpPrefix::host), IpPrefix.host(destination));
    }

    /** What becomes of packets to a prefix that no route for a part of it takes. */
    private Lookup lookup(Optional<IpPrefix> source, IpPrefix destination) {
        long next = 0;
        List<Route> ofUsers = new ArrayList<>();
        for (RuleEntry rule : rules) {
            if (rule.priority() < next || !selects(rule, source, destination)) {
                continue;
            }
            if (rule.action().discards()) {
                return either(ofUsers, new Lookup.Nowhere());
            }
            next = rule.action().goesTo().orElse(next);
            Optional<Match> match = rule.action()
                    .table()
                    .flatMap(table -> match(table, destination))
                    .filter(found ->
                            found.length() > rule.action().suppressedLength().orElse(-1));
            if (match.isPresent() && isOfUsers(rule)) {
                match.get().lookup().decidedBy().ifPresent(ofUsers::add);
            } else if (match.isPresent()) {
                return either(ofUsers, match.get().lookup());
            }
        }
        return either(ofUsers, new Lookup.Nowhere());
    }

    /** What becomes of a packet of which nothing tells whether it is of users that have routes of their own. */
    private static Lookup either(List<Route> ofUsers, Lookup ofOthers) {
        if (ofUsers.isEmpty()) {
            return ofOthers;
        }
        List<Route> both = new ArrayList<>(ofUsers);
        ofOthers.decidedBy().ifPresent(both::add);
        return new Lookup.Several(both);
    }

    /** What a table says, and by how long a prefix. */
    private record Match(Lookup lookup, int length) {}

    /** The best match of a table; empty where it has none, or leaves the answer to the next rule. */
    private Optional<Match> match(String name, IpPrefix destination) {
        return Optional.ofNullable(tables.get(name))
                .flatMap(routes -> routes.longestMatch(destination))
                .filter(entry ->
                        entry.value().stream().noneMatch(route -> route.target() instanceof RouteEntry.Target.NextRule))
                .map(entry -> new Match(
                        best(entry.value(), destination.address()),
                        entry.prefix().length()));
    }

    /**
     * What becomes of packets to a prefix: of those that no route for a part of it takes, under the prefix itself, and of
     * each part that has a route of its own.
     */
    public Map<IpPrefix, Lookup> lookups(IpPrefix destination) {
        return lookups(Optional.empty(), destination);
    }

    /**
     * The same of packets from {@code source}, which rules may ask for.
     *
     * @param source empty where nothing tells it
     */
    public Map<IpPrefix, Lookup> lookups(Optional<IpPrefix> source, IpPrefix destination) {
        Set<IpPrefix> parts = new LinkedHashSet<>();
        parts.add(destination);
        for (RuleEntry rule : rules) {
            rule.action()
                    .table()
                    .map(tables::get)
                    .ifPresent(table -> table.within(destination).forEach(part -> parts.add(part.prefix())));
        }
        Map<IpPrefix, Lookup> lookups = new LinkedHashMap<>();
        parts.forEach(part -> lookups.put(part, lookup(source, part)));
        return lookups;
    }

    /** The routes of all tables, in no order. */
    public List<Route> routes() {
        List<Route> all = new ArrayList<>();
        for (PrefixTable<List<Route>> table : tables.values()) {
            for (int version : List.of(4, 6)) {
                table.within(IpPrefix.all(version)).forEach(entry -> all.addAll(entry.value()));
                table.get(IpPrefix.all(version)).ifPresent(all::addAll);
            }
        }
        return List.copyOf(new LinkedHashSet<>(all));
    }

    /** Whether any route is in a table of that name. */
    public boolean hasTable(String name) {
        return tables.containsKey(name);
    }

    /** Whether the machine has no route for any address of an IPv4 network: none is in its tables, and all were given. */
    public boolean lacks(IpPrefix network) {
        return isWhole
                && network.address().version() == 4
                && routes().stream()
                        .map(Route::destination)
                        .noneMatch(known -> known.contains(network) || network.contains(known));
    }

    /** The route of the network that one of the machine's own addresses is on; empty where none or no interface is told. */
    public Optional<Route> linkOf(IpAddress own) {
        return routes().stream()
                .filter(route -> route.isOnLink()
                        && !route.destination().isDefault()
                        && !route.destination().equals(IpPrefix.host(own))
                        && route.destination().contains(own)
                        && route.interfaceName().isPresent())
                .max(Comparator.comparingInt(route -> route.destination().length()));
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

    private static boolean selects(RuleEntry rule, Optional<IpPrefix> source, IpPrefix destination) {
        return rule.packets().source().map(prefix -> holds(prefix, source)).orElse(true)
                && rule.packets()
                        .destination()
                        .map(prefix -> prefix.contains(destination))
                        .orElse(true);
    }

    private static boolean holds(IpPrefix prefix, Optional<IpPrefix> source) {
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
