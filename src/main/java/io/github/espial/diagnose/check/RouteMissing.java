package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.diagnose.remedy.Remedy;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Station;
import io.github.espial.infer.Way;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.predict.Prediction;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Inner networks of a peer that the machine's own table sends elsewhere than to the peer's next hop, and that no captured
 * packet has tried yet; and those that it has no route for at all.
 *
 * <p>The former is said only of machines that look the route up before IPsec, as captured packets show or as is usual on their
 * platform. See the page {@code route-missing}.
 */
public final class RouteMissing implements Check {
    /** Captured packets to other inner networks of the same machine went where the table sends them. */
    private static final double MODEL_SEEN = 0.98;
    /** Windows up to 2003, of which the rule was described. */
    private static final double MODEL_KNOWN = 0.95;
    /** Later Windows: the rule is the same for tunnel mode, but its filters can be made to work otherwise. */
    private static final double MODEL_LIKELY = 0.8;

    @Override
    public String id() {
        return "route-missing";
    }

    @Override
    public String summary() {
        return "The machine's own table sends packets for an inner network of a peer to another next hop, or has no route";
    }

    @Override
    public List<Finding> examine(Case facts) {
        Predictions predictions = facts.predictions();
        List<Finding> findings = new ArrayList<>(NoRoute.findings(facts, this));
        if (predictions.model().filter(LookupModel.BEFORE_IPSEC::equals).isEmpty()) {
            return findings;
        }
        List<IpPrefix> tried = tried(facts);
        Map<IpAddress, List<Missing>> byPeer = new TreeMap<>();
        predictions.all().stream()
                .filter(one -> !one.isTried() && tried.stream().noneMatch(network -> network.contains(one.network())))
                .forEach(one -> proper(facts, one)
                        .map(proper -> missing(one, proper))
                        .filter(missing -> !missing.isEmpty())
                        .ifPresent(missing -> byPeer.computeIfAbsent(one.peer(), peer -> new ArrayList<>())
                                .addAll(missing)));
        byPeer.forEach((peer, missing) -> missing.stream()
                .collect(Collectors.groupingBy(Missing::actual, LinkedHashMap::new, Collectors.toList()))
                .forEach((actual, all) -> findings.add(describe(facts, peer, actual, all))));
        return findings;
    }

    /** Networks whose packets were seen to go wrong: they have a finding of their own. */
    private static List<IpPrefix> tried(Case facts) {
        InnerDestinations inner = new InnerDestinations(facts);
        return facts.conclusions().ways().stream()
                .filter(way -> way.delivery() == Way.Delivery.WRONG)
                .flatMap(way -> inner.of(way).networks().stream())
                .toList();
    }

    /**
     * A network without a proper route.
     *
     * @param route what the table has for it
     * @param actual whom it sends the packets to
     * @param proper whom it should send them to
     */
    private record Missing(IpPrefix network, Route route, IpAddress actual, Station proper) {}

    /**
     * The peer's next hop: as the captures show it, else as the table has it, if that is more than its default route; by
     * the default route the inner networks are reached too.
     */
    static Optional<Station> proper(Case facts, Prediction prediction) {
        Optional<Station> seen = facts.peers().stream()
                .filter(peer -> peer.address().equals(prediction.peer()))
                .filter(peer -> prediction.server().map(peer.server()::equals).orElse(true))
                .findFirst()
                .flatMap(Peer::expected)
                .map(Peer.Expectation::nextHop)
                .filter(station -> station.address().isPresent());
        return seen.or(() -> prediction
                .after()
                .decidedBy()
                .filter(route -> !route.destination().isDefault())
                .flatMap(route -> prediction.after().nextHop())
                .map(address -> station(facts, address)));
    }

    private static Station station(Case facts, IpAddress address) {
        return new Station(Optional.ofNullable(facts.machine().neighbors().get(address)), Optional.of(address));
    }

    private static List<Missing> missing(Prediction prediction, Station proper) {
        List<Missing> missing = new ArrayList<>();
        prediction
                .before()
                .forEach((network, lookup) -> actual(lookup)
                        .filter(actual ->
                                !proper.address().filter(actual::equals).isPresent())
                        .ifPresent(actual -> missing.add(
                                new Missing(network, lookup.decidedBy().orElseThrow(), actual, proper))));
        return missing;
    }

    /** The router that takes the packets; what is on the link is not behind the peer, whatever a policy says. */
    private static Optional<IpAddress> actual(Lookup lookup) {
        return lookup.decidedBy().flatMap(Route::router);
    }

    private Finding describe(Case facts, IpAddress peer, IpAddress actual, List<Missing> all) {
        Station proper = all.get(0).proper();
        List<IpPrefix> networks =
                all.stream().map(Missing::network).distinct().sorted().toList();
        String named = Wording.networks(networks);
        boolean isDefault =
                all.stream().allMatch(one -> one.route().destination().isDefault());
        String text = "this table sends packets for " + named + ", behind " + peer + ", to "
                + (isDefault ? "the default gateway " : "") + station(facts, actual)
                + ", and so the ESP made of them; the"
                + " next hop of " + peer + " is " + proper + ". " + why(facts);
        return Finding.of(
                        id(),
                        Severity.ERROR,
                        "no route for " + (networks.size() == 1 ? "a network" : networks.size() + " networks")
                                + " behind " + peer,
                        text,
                        Proof.weighed(confidence(facts), evidence(facts, all)))
                .about(peer)
                .between(Optional.of(station(facts, actual)), Optional.of(proper))
                .into(networks)
                .mendedBy(remedy(facts, peer, proper, networks));
    }

    /** Routes for {@code networks} by the next hop of their peer. */
    static List<Fix> remedy(Case facts, IpAddress peer, Station proper, List<IpPrefix> networks) {
        return Remedy.of(
                new Remedy.Fault(
                        peer, proper, networks, false, List.of(), ClearTraffic.movedBy(facts, networks, proper)),
                facts.machine());
    }

    private static String why(Case facts) {
        return facts.predictions().isObserved()
                ? "The captured ESP for other networks shows that the server looks its routes up before IPsec, by the inner"
                        + " destination"
                : "Windows looks the route of tunnel-mode packets up before IPsec, by the inner destination";
    }

    private static double confidence(Case facts) {
        if (facts.predictions().isObserved()) {
            return MODEL_SEEN;
        }
        return facts.machine().isWindowsVistaOrLater() ? MODEL_LIKELY : MODEL_KNOWN;
    }

    private static List<Evidence> evidence(Case facts, List<Missing> all) {
        List<Evidence> evidence = new ArrayList<>();
        for (Missing one : all) {
            String route = one.route().destination().isDefault()
                    ? "the default route"
                    : "the route for " + one.route().destination();
            evidence.add(Evidence.stated(
                    "routing-table",
                    route + " by " + one.actual() + " (" + one.route().origin()
                            + ") is the best that the table has for " + one.network(),
                    0));
        }
        double believed = confidence(facts);
        evidence.add(Evidence.stated("lookup-model", why(facts), Math.log(believed / (1 - believed))));
        Optional<Station> proper = Optional.of(all.get(0).proper());
        facts.peers().stream()
                .filter(peer -> peer.expected().map(Peer.Expectation::nextHop).equals(proper))
                .flatMap(peer -> peer.evidence().stream())
                .filter(one -> one.weight() > 0)
                .forEach(one -> evidence.add(one.withWeight(0)));
        return evidence;
    }
}
