package io.github.espial.routing;

import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RuleEntry;
import io.github.espial.context.file.ContextFile.LineRange;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the IPv4 table that was given can be taken for all of it, so that a route that is not in it is not there.
 *
 * <p>People paste parts: what {@code grep} left, a screen, the rows that they find worth telling. A part is taken for the
 * whole only if nothing is unread among its lines, each router in it is on a link that it has too, and it has what its
 * platform prints always: Windows the network of loopback and, as the last rows, multicast or broadcast; Linux the rules,
 * with every table that they ask.
 */
final class WholeTable {
    private static final IpPrefix LOOPBACK = IpPrefix.holding(IpAddress.ofIpv4(0x7f00_0000), 8);

    private static final IpAddress BROADCAST = IpAddress.ofIpv4(-1);

    /** Routers that are looked for on the links. */
    private static final int MOST_ROUTERS = 64;

    /** Lines after the last route in which the end of a table may be cut off. */
    private static final int AFTER = 2;

    /** Tables that are there always, and are printed only if asked for. */
    private static final Set<String> USUAL = Set.of("local", "main", "default");

    private WholeTable() {}

    static boolean isGiven(List<MachineFile> own, List<RouteLookup.TableRoute> routes, List<RuleEntry> rules) {
        List<Route> all = routes.stream()
                .map(RouteLookup.TableRoute::route)
                .filter(route -> route.destination().address().version() == 4)
                .toList();
        return !all.isEmpty()
                && own.stream().allMatch(WholeTable::isReadInFull)
                && all.stream().noneMatch(route -> route.target() instanceof RouteEntry.Target.Masked)
                && areOnLink(all)
                && isWholeOnItsPlatform(own, all, routes, rules);
    }

    private static boolean isWholeOnItsPlatform(
            List<MachineFile> own, List<Route> all, List<RouteLookup.TableRoute> routes, List<RuleEntry> rules) {
        Set<Platform> platforms = new HashSet<>();
        own.forEach(file -> file.platforms().forEach(platforms::add));
        if (platforms.equals(Set.of(Platform.WINDOWS))) {
            return all.stream().anyMatch(route -> route.destination().equals(LOOPBACK))
                    && all.stream().anyMatch(route -> isLast(route.destination().address()))
                    && own.stream().allMatch(WholeTable::isWithoutGaps);
        }
        return platforms.equals(Set.of(Platform.LINUX)) && areAllGiven(own, routes, rules);
    }

    /** Whether rules were given, each that may hold asks a table that was given too, and none depends on more. */
    private static boolean areAllGiven(
            List<MachineFile> own, List<RouteLookup.TableRoute> routes, List<RuleEntry> rules) {
        Set<String> given = new HashSet<>(USUAL);
        routes.forEach(route -> route.table().ifPresent(given::add));
        own.forEach(file -> given.addAll(file.words().entries().sightings().emptyTables()));
        return !rules.isEmpty()
                && rules.stream()
                        .allMatch(rule -> rule.packets().conditions().isEmpty()
                                && rule.action().table().map(given::contains).orElse(true));
    }

    private static boolean isLast(IpAddress address) {
        return address.isMulticast() || address.equals(BROADCAST);
    }

    /** Whether the rows follow each other at one distance: tables of Windows are read past lines that are none. */
    private static boolean isWithoutGaps(MachineFile file) {
        int[] lines = file.activeRoutes()
                .filter(route -> route.destination().address().version() == 4)
                .mapToInt(RouteEntry::line)
                .sorted()
                .toArray();
        for (int i = 2; i < lines.length; i++) {
            if (lines[i] - lines[i - 1] != lines[1] - lines[0]) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing is unread or wrong from the first of a file's routes to the last. */
    private static boolean isReadInFull(MachineFile file) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (RouteEntry route : file.words().entries().routes()) {
            first = Math.min(first, route.line());
            last = Math.max(last, route.line());
        }
        for (LineRange unread : file.words().unread()) {
            if (unread.first() <= last + AFTER && unread.last() >= first - 1) {
                return false;
            }
        }
        int begin = first;
        int end = last;
        return file.words().problems().stream().noneMatch(problem -> problem.line() >= begin && problem.line() <= end);
    }

    /** Whether each router is on a link; of a table with very many nobody pastes a part, and nobody asks. */
    private static boolean areOnLink(List<Route> all) {
        Set<IpAddress> routers = new HashSet<>();
        for (Route route : all) {
            route.router().ifPresent(routers::add);
            if (routers.size() > MOST_ROUTERS) {
                return false;
            }
        }
        return routers.stream().allMatch(router -> isOnLink(all, router));
    }

    private static boolean isOnLink(List<Route> all, IpAddress router) {
        return all.stream()
                .anyMatch(route -> route.isOnLink()
                        && !route.destination().isDefault()
                        && route.destination().contains(router));
    }
}
