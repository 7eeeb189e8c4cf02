package io.github.espial.report.json;

import io.github.espial.net.IpAddress;
import io.github.espial.predict.Prediction;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.LookupModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The member {@code routing}; none where no table was given, or no inner network is known. */
final class RoutingMembers {
    private RoutingMembers() {}

    static void write(JsonOutput json, Predictions predictions) throws IOException {
        if (predictions.all().isEmpty()) {
            return;
        }
        json.object("routing", () -> {
            json.text("model", predictions.model().map(RoutingMembers::name));
            json.flag("modelObserved", predictions.isObserved());
            json.flag("contradicted", predictions.isContradicted());
            json.objects("networks", predictions.all(), prediction -> prediction(json, prediction));
        });
    }

    private static void prediction(JsonOutput json, Prediction prediction) throws IOException {
        json.text("peer", prediction.peer().toString());
        json.text("network", prediction.network().toString());
        lookup(json, "beforeIpsec", Optional.ofNullable(prediction.before().get(prediction.network())));
        lookup(json, "afterIpsec", Optional.of(prediction.after()));
        json.objects("observed", prediction.observed(), json::station);
        List<String> explaining = Stream.of(LookupModel.values())
                .filter(prediction::isExplainedBy)
                .map(RoutingMembers::name)
                .toList();
        json.texts("explainedBy", explaining);
    }

    static void lookup(JsonOutput json, String name, Optional<Lookup> lookup) throws IOException {
        Optional<IpAddress> nextHop = lookup.flatMap(Lookup::nextHop);
        if (nextHop.isEmpty()) {
            return;
        }
        json.object(name, () -> {
            json.text("nextHop", nextHop);
            json.text("route", lookup.flatMap(Lookup::decidedBy).map(route -> route.destination()));
            json.text("origin", lookup.flatMap(Lookup::decidedBy).map(route -> route.origin()));
        });
    }

    static String name(LookupModel model) {
        return model == LookupModel.BEFORE_IPSEC ? "before-ipsec" : "after-ipsec";
    }
}
