package io.github.espial.diagnose.check;

import io.github.espial.context.Platform;
import io.github.espial.diagnose.Case;
import io.github.espial.infer.Station;
import io.github.espial.infer.Way;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.Machine;
import java.util.List;
import java.util.Optional;

/**
 * Why ESP left for the wrong next hop: what its route was chosen by, and which one is missing. It is a fact where the
 * server's table and the captured packets show it; else it is inferred from the server's platform, or told for each that
 * it may be.
 */
final class RouteChoice {
    private static final String INFERRED = "Inferred: ";
    private static final String BY_INNER = "the route by the inner destination, before IPsec, and ";

    private final Case facts;
    private final Way way;
    private final String route;

    /** @param expected the peer's proper next hop */
    RouteChoice(Case facts, Station expected, Way way) {
        this.facts = facts;
        this.way = way;
        this.route = "route via " + expected;
    }

    /** One or two sentences without trailing period. */
    String sentence(InnerDestinations.Found inner) {
        Machine machine = facts.machine();
        Optional<IpAddress> byTable = machine.lookup().lookup(way.peer()).nextHop();
        String networks = networks(inner);
        if (byTable.isPresent() && byTable.equals(way.nextHop().address())) {
            return "The server's own table sends packets for " + way.peer() + " itself there: it has no " + route
                    + " for it";
        }
        if (facts.predictions().isContradicted()) {
            return "The server's own table, as it was given, does not explain where all its "
                    + facts.protocol(way.peer())
                    + " went, looked up by the inner"
                    + " destination or by the outer one: look for a rule by mark, a firewall's route-to, or a table that"
                    + " has changed since. Wherever the route was looked up, a " + route + " was missing for "
                    + networks;
        }
        if (isShown()) {
            return "The server chose " + BY_INNER + "has no " + route + " for " + networks;
        }
        if (machine.is(Platform.WINDOWS)) {
            return INFERRED + "Windows chooses " + BY_INNER + "has no " + route + " for " + networks;
        }
        boolean isByPeer = machine.is(Platform.LINUX) || machine.is(Platform.BSD);
        if (machine.lookup().isEmpty() && isByPeer) {
            return INFERRED + (machine.is(Platform.LINUX) ? "Linux" : "FreeBSD")
                    + " chooses the route of IPsec packets by the peer's address, and " + astray()
                    + " sent them elsewhere, or the "
                    + route + " was missing for the peer";
        }
        return machine.platforms().isEmpty()
                ? INFERRED + "if the server runs Windows, it chose " + BY_INNER + "has no " + route + " for " + networks
                        + "; Linux and BSD firewalls choose it by the peer's address, and there a rule, a mark or a"
                        + " firewall's route-to sent these packets elsewhere, or the " + route
                        + " was missing for the peer"
                : INFERRED + "the server chose " + BY_INNER + "has no " + route + " for " + networks;
    }

    private boolean isShown() {
        return facts.predictions().isObserved()
                && facts.predictions()
                        .model()
                        .filter(model -> model == LookupModel.BEFORE_IPSEC)
                        .isPresent();
    }

    private String astray() {
        return facts.machine().is(Platform.LINUX) ? "a rule, a mark or a table of its own" : "a firewall's route-to";
    }

    private static String networks(InnerDestinations.Found found) {
        List<IpPrefix> inner = found.networks();
        if (!found.areSought()) {
            return "what is behind the peer (which networks that are was not looked for: too many flows and wrong next hops)";
        }
        if (inner.isEmpty()) {
            return "what is behind the peer";
        }
        String all = Wording.networks(inner);
        return found.areGuessed() ? all + " (guessed from the destinations seen)" : all;
    }
}
