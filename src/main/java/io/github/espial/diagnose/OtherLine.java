package io.github.espial.diagnose;

import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.predict.Prediction;
import io.github.espial.routing.Machine;
import io.github.espial.routing.Route;
import io.github.espial.routing.RouteLookup;
import io.github.espial.routing.StatedNetwork;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * ESP that by the tables leaves on another line than the one that its source address is of: with two lines, each with a
 * router, the tunnel's end is on the one and the default route by the other.
 *
 * <p>It is a doubt and no fault: rules for a source or a mark, and firewalls that route by policy, may take the packets to
 * their own line, and the words seldom show all of that.
 */
final class OtherLine {
    /** Own addresses and routers whose links are looked up. */
    private static final int MOST_LINKS = 64;

    private final RouteLookup lookup;
    private final Map<IpAddress, Optional<Route>> links = new HashMap<>();

    OtherLine(Machine machine) {
        this.lookup = machine.lookup();
    }

    /** The link of an address; each lookup goes through all routes, so very many are not made. */
    private Optional<Route> linkOf(IpAddress address) {
        if (links.size() < MOST_LINKS || links.containsKey(address)) {
            return links.computeIfAbsent(address, lookup::linkOf);
        }
        return Optional.empty();
    }

    /** A sentence; empty where both are of one line, or one of them cannot be told. */
    Optional<String> of(Prediction one) {
        Optional<IpAddress> local = one.stated().flatMap(StatedNetwork::local);
        Optional<Route> link = local.flatMap(this::linkOf).filter(OtherLine::isOfCard);
        Optional<Route> outer = one.after().decidedBy();
        if (link.isEmpty() || outer.isEmpty()) {
            return Optional.empty();
        }
        IpAddress next = one.after().nextHop().orElse(one.peer());
        Optional<String> leavesBy =
                outer.get().interfaceName().or(() -> linkOf(next).flatMap(Route::interfaceName));
        boolean isOnLink = link.get().destination().contains(next);
        if (isOnLink
                || leavesBy.isEmpty()
                || !isName(leavesBy.get())
                || leavesBy.equals(link.get().interfaceName())) {
            return Optional.empty();
        }
        return Optional.of(
                "ESP for " + one.peer() + " leaves by " + next + " on " + leavesBy.get() + " with a source of "
                        + link.get().interfaceName().orElseThrow() + ", " + local.orElseThrow()
                        + ": the wrong line, unless rules that are not shown route it");
    }

    /** Addresses of a loopback interface are of no line. */
    private static boolean isOfCard(Route link) {
        String name = link.interfaceName().orElse("").toLowerCase(Locale.ROOT);
        return isName(name) && !name.startsWith("lo") && !name.startsWith("dummy");
    }

    /** Windows calls a card by any of its addresses. */
    private static boolean isName(String word) {
        return Words.address(word).isEmpty();
    }
}
