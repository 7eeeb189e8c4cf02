package io.github.espial.routing;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.PrefixTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The fewest routes by one next hop that mend every wrong network and move no other destination.
 *
 * <p>A route may be wider than the networks it is for where all else in it either goes by that next hop already or has a
 * longer route of its own. Dynamic programming over the binary tree of prefixes: for each node, the fewest routes in it
 * under the two states that packets may come down with, sent well or sent wrongly by a shorter prefix.
 */
public final class FewestRoutes {
    /** Wider routes are nobody's plan for a partner's networks, and would need the whole table looked at. */
    private static final int SHORTEST_IPV4 = 8;

    private static final int SHORTEST_IPV6 = 16;

    private final PrefixTable<List<Route>> table;
    private final Predicate<Lookup> isProper;
    private final List<IpPrefix> marks;
    private final TreeSet<IpPrefix> wrong;
    private final TreeSet<IpAddress> spared;
    private final List<IpPrefix> routes = new ArrayList<>();

    private FewestRoutes(
            PrefixTable<List<Route>> table,
            Predicate<Lookup> isProper,
            Collection<IpPrefix> wrong,
            Collection<IpAddress> spared) {
        this.table = table;
        this.isProper = isProper;
        this.wrong = new TreeSet<>(wrong);
        this.spared = new TreeSet<>(spared);
        TreeSet<IpPrefix> all = new TreeSet<>(wrong);
        this.spared.forEach(address -> all.add(IpPrefix.host(address)));
        roots().forEach(root -> table.within(root).forEach(entry -> all.add(entry.prefix())));
        this.marks = List.copyOf(all);
    }

    /**
     * Finds them.
     *
     * @param lookup the machine's tables; where it is empty, all that is not wrong is taken to go well
     * @param isProper whether packets are handed to the proper next hop
     * @param wrong networks that are not
     * @param spared addresses that must not be moved, whatever the table says
     * @return in order; a network that holds a spared address is covered around it
     */
    public static List<IpPrefix> mending(
            RouteLookup lookup, Predicate<Lookup> isProper, Collection<IpPrefix> wrong, Collection<IpAddress> spared) {
        FewestRoutes search = new FewestRoutes(lookup.main(), isProper, wrong, spared);
        search.roots().forEach(search::mend);
        return search.routes.stream().sorted().toList();
    }

    /** The widest prefixes that are looked at: every wrong network lies in one, and none in another. */
    private List<IpPrefix> roots() {
        List<IpPrefix> candidates = wrong.stream()
                .map(network -> IpPrefix.holding(
                        network.address(),
                        Math.min(network.length(), network.address().version() == 4 ? SHORTEST_IPV4 : SHORTEST_IPV6)))
                .distinct()
                .sorted(Comparator.comparingInt(IpPrefix::length))
                .toList();
        List<IpPrefix> roots = new ArrayList<>();
        for (IpPrefix candidate : candidates) {
            if (roots.stream().noneMatch(root -> root.contains(candidate))) {
                roots.add(candidate);
            }
        }
        return roots;
    }

    private void mend(IpPrefix root) {
        boolean comesWell = table.longestMatch(root)
                .filter(entry -> entry.prefix().length() < root.length())
                .map(entry -> isProper(entry.value(), root))
                .orElse(false);
        int from = first(root, 0, marks.size());
        int to = after(root, from, marks.size());
        Node tree = node(root, from, to, isInWrong(root));
        choose(tree, comesWell);
    }

    /**
     * A prefix, and what it takes to mend what is in it.
     *
     * @param wellAbove the fewest routes in it where a shorter prefix sends packets well
     * @param wronglyAbove the fewest routes in it where none does
     * @param own whether a route for this very prefix sends packets well; 0 where there is none, 1 well, -1 wrongly
     * @param movesOthers whether a route for this prefix would move packets that are not wrong
     * @param children two halves, or none where nothing in it differs
     */
    private record Node(
            IpPrefix prefix, int wellAbove, int wronglyAbove, int own, boolean movesOthers, List<Node> children) {
        boolean isWell(boolean comesWell) {
            return own == 0 ? comesWell : own > 0;
        }

        int cost(boolean comesWell) {
            return comesWell ? wellAbove : wronglyAbove;
        }

        int costOfChildren(boolean comesWell) {
            return children.stream().mapToInt(child -> child.cost(comesWell)).sum();
        }
    }

    private Node node(IpPrefix prefix, int from, int to, boolean inWrong) {
        int inside = from < to && marks.get(from).equals(prefix) ? from + 1 : from;
        int own = own(prefix);
        boolean isSpared = prefix.equals(IpPrefix.host(prefix.address())) && spared.contains(prefix.address());
        boolean isWrong = (inWrong || wrong.contains(prefix)) && !isSpared;
        if (inside == to) {
            int ifWrongly = isWrong ? 1 : 0;
            int wellAbove = own < 0 ? ifWrongly : 0;
            int wronglyAbove = own > 0 ? 0 : ifWrongly;
            return new Node(prefix, wellAbove, wronglyAbove, own, !isWrong, List.of());
        }
        IpPrefix low = IpPrefix.holding(prefix.address(), prefix.length() + 1);
        IpPrefix high = upperHalf(prefix);
        int middle = first(high, inside, to);
        List<Node> halves = List.of(node(low, inside, middle, isWrong), node(high, middle, to, isWrong));
        // What has a longer route of its own is not moved.
        boolean movesOthers = halves.stream().anyMatch(half -> half.own() == 0 && half.movesOthers());
        Node open = new Node(prefix, 0, 0, own, movesOthers, halves);
        return new Node(prefix, cost(open, true), cost(open, false), own, movesOthers, halves);
    }

    private static int cost(Node node, boolean comesWell) {
        boolean isWell = node.isWell(comesWell);
        int without = node.costOfChildren(isWell);
        boolean mayHaveRoute = !isWell && !node.movesOthers();
        return mayHaveRoute ? Math.min(without, 1 + node.costOfChildren(true)) : without;
    }

    /** Goes down the tree by the cheaper choice; of equal ones, by that with longer prefixes. */
    private void choose(Node node, boolean comesWell) {
        boolean isWell = node.isWell(comesWell);
        if (node.children().isEmpty()) {
            if (node.cost(comesWell) > 0) {
                routes.add(node.prefix());
            }
            return;
        }
        boolean takesRoute = node.cost(comesWell) < node.costOfChildren(isWell);
        if (takesRoute) {
            routes.add(node.prefix());
        }
        node.children().forEach(child -> choose(child, isWell || takesRoute));
    }

    private int own(IpPrefix prefix) {
        return table.get(prefix).map(found -> isProper(found, prefix) ? 1 : -1).orElse(0);
    }

    private boolean isProper(List<Route> found, IpPrefix prefix) {
        return isProper.test(RouteLookup.best(found, prefix.address()));
    }

    private boolean isInWrong(IpPrefix prefix) {
        return wrong.stream().anyMatch(network -> network.contains(prefix) && !network.equals(prefix));
    }

    /** Index of the first mark in {@code [from, to)} that lies in {@code prefix} or after it. */
    private int first(IpPrefix prefix, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).compareTo(prefix) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int after(IpPrefix prefix, int from, int to) {
        int end = from;
        while (end < to && prefix.contains(marks.get(end))) {
            end++;
        }
        return end;
    }

    private static IpPrefix upperHalf(IpPrefix prefix) {
        IpAddress address = prefix.address();
        int bit = prefix.length();
        IpAddress upper = address.version() == 4
                ? new IpAddress(4, 0, address.low() | 1L << (31 - bit))
                : bit < 64
                        ? new IpAddress(6, address.high() | 1L << (63 - bit), address.low())
                        : new IpAddress(6, address.high(), address.low() | 1L << (127 - bit));
        return new IpPrefix(upper, bit + 1);
    }
}
