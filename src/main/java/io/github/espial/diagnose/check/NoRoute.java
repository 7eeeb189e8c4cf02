package io.github.espial.diagnose.check;

import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.predict.Prediction;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.StatedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Inner networks of a peer that the machine has no route for at all, not even a default route; of {@link RouteMissing}.
 *
 * <p>Windows and Linux look a route up before anything else is done with a packet, whatever their model: without one it is
 * dropped, and no policy sees it. Said only where the table is all of it, and leads to the peer itself.
 */
final class NoRoute {
    /** The table is all of it as far as such things can be seen of a text. */
    private static final double WHOLE = 0.9;

    private NoRoute() {}

    static List<Finding> findings(Case facts, RouteMissing check) {
        boolean isTold = facts.machine().is(Platform.WINDOWS) || facts.machine().is(Platform.LINUX);
        if (!isTold || facts.predictions().isContradicted()) {
            return List.of();
        }
        Map<IpAddress, List<Prediction>> byPeer = new TreeMap<>();
        facts.predictions().all().stream()
                .filter(one -> isWithout(facts, one))
                .forEach(one -> byPeer.computeIfAbsent(one.peer(), peer -> new ArrayList<>())
                        .add(one));
        List<Finding> findings = new ArrayList<>();
        byPeer.forEach((peer, all) -> RouteMissing.proper(facts, all.get(0))
                .ifPresent(proper -> findings.add(describe(facts, check, proper, all))));
        return findings;
    }

    /** A tunnel that is not up needs no route yet; and packets that were captured had one. */
    private static boolean isWithout(Case facts, Prediction one) {
        boolean mayCarry = one.stated()
                .map(StatedNetwork::standing)
                .map(Standing::mayCarry)
                .orElse(true);
        return mayCarry
                && !one.isTried()
                && one.after().nextHop().isPresent()
                && one.lookup(LookupModel.BEFORE_IPSEC)
                        .filter(lookup -> lookup instanceof Lookup.Nowhere)
                        .isPresent()
                && facts.machine().lookup().lacks(one.network());
    }

    private static Finding describe(Case facts, RouteMissing check, Station proper, List<Prediction> all) {
        IpAddress peer = all.get(0).peer();
        List<IpPrefix> networks =
                all.stream().map(Prediction::network).distinct().sorted().toList();
        String named = Wording.networks(networks);
        return Finding.of(
                        check.id(),
                        Severity.ERROR,
                        "no route at all for " + (networks.size() == 1 ? "a network" : networks.size() + " networks")
                                + " behind " + peer,
                        "this table has no route for " + named + ", behind " + peer
                                + ", and no default route: packets are dropped before IPsec sees them. The next hop of "
                                + peer + " is " + proper,
                        Proof.weighed(
                                WHOLE,
                                List.of(Evidence.stated(
                                        "routing-table",
                                        "the table has no route for " + named + ", one for " + peer
                                                + ", and what its platform prints of a whole table",
                                        Math.log(WHOLE / (1 - WHOLE))))))
                .about(peer)
                .between(Optional.empty(), Optional.of(proper))
                .into(networks)
                .mendedBy(RouteMissing.remedy(facts, peer, proper, networks));
    }
}
