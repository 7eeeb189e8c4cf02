package io.github.espial.report.json;

import io.github.espial.diagnose.Predicted;
import io.github.espial.net.IpPrefix;
import io.github.espial.predict.Prediction;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.Route;
import io.github.espial.routing.StatedNetwork;
import java.io.IOException;
import java.util.Optional;

/** The member {@code predicted}: what words of machines let expect. */
final class PredictedMembers {
    private PredictedMembers() {}

    static void write(JsonOutput json, Optional<Predicted> predicted) throws IOException {
        if (predicted.isEmpty()) {
            return;
        }
        Predicted told = predicted.get();
        json.object("predicted", () -> {
            json.text("verdict", told.verdict().toString());
            json.text("conclusion", told.sentence());
            if (told.confidence().isPresent()) {
                json.confidence(told.confidence().getAsDouble());
            }
            json.text("model", told.model().map(RoutingMembers::name));
            json.objects("networks", told.networks(), network -> network(json, network));
            json.texts("remarks", told.remarks());
        });
    }

    private static void network(JsonOutput json, Prediction prediction) throws IOException {
        json.text("peer", prediction.peer().toString());
        json.text("network", prediction.network().toString());
        json.text("device", prediction.stated().flatMap(StatedNetwork::device));
        json.text(
                "state",
                prediction.stated().map(one -> one.standing().toString()).filter(text -> !text.isEmpty()));
        lookup(json, "beforeIpsec", prediction.lookup(LookupModel.BEFORE_IPSEC), isHost(prediction.network()));
        lookup(json, "afterIpsec", Optional.of(prediction.after()), true);
    }

    private static boolean isHost(IpPrefix network) {
        return network.equals(IpPrefix.host(network.address()));
    }

    /** A network on the link has many next hops: each address its own. */
    private static void lookup(JsonOutput json, String name, Optional<Lookup> lookup, boolean isHost)
            throws IOException {
        Optional<Route> route = lookup.flatMap(Lookup::decidedBy);
        if (route.isEmpty()) {
            return;
        }
        json.object(name, () -> {
            json.text(
                    "nextHop",
                    lookup.flatMap(Lookup::nextHop)
                            .filter(hop -> isHost || !route.get().isOnLink()));
            json.flag("onLink", route.get().isOnLink());
            json.text("interface", route.flatMap(Route::interfaceName));
            json.text("route", route.map(Route::destination));
            json.text("origin", route.map(Route::origin));
        });
    }
}
