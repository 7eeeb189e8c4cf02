package io.github.espial.report.words;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.predict.Prediction;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.Route;
import io.github.espial.routing.StatedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the machine's own table says of each inner network, a line each, and when the machine looks routes up. */
public final class LookupTable {
    private static final int MOST = 20;

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("inner network > peer", 0),
            Table.Column.of("before IPsec", 0),
            Table.Column.of("after IPsec", 0),
            Table.Column.of("captured ESP went to", 0));

    private LookupTable() {}

    /** The first {@value #MOST} networks. */
    public static Table of(Predictions predictions) {
        List<Prediction> all = predictions.all();
        List<List<String>> rows = new ArrayList<>();
        for (Prediction prediction : all.subList(0, Math.min(MOST, all.size()))) {
            rows.add(row(prediction));
        }
        return new Table(
                "Next hops by the machine's own table, looked up",
                COLUMNS,
                rows,
                Numbers.rest(all.size(), MOST, ""),
                model(predictions));
    }

    private static String model(Predictions predictions) {
        if (predictions.isContradicted()) {
            return "Neither explains where the captured ESP went";
        }
        return predictions
                .model()
                .map(model -> (predictions.isObserved() ? "As the captured ESP shows" : "As is usual on this platform")
                        + ", routes are looked up " + model)
                .orElse("Nothing tells which of the two holds");
    }

    private static List<String> row(Prediction prediction) {
        return List.of(
                prediction.network() + " > " + prediction.peer() + standing(prediction),
                shown(prediction.lookup(LookupModel.BEFORE_IPSEC), isHost(prediction.network())),
                shown(prediction.lookup(LookupModel.AFTER_IPSEC), true),
                prediction.isTried()
                        ? prediction.observed().stream().map(Object::toString).collect(Collectors.joining(", "))
                        : "-");
    }

    private static boolean isHost(IpPrefix network) {
        return network.equals(IpPrefix.host(network.address()));
    }

    /** Of a tunnel that cannot carry anything. */
    private static String standing(Prediction prediction) {
        return prediction
                .stated()
                .map(StatedNetwork::standing)
                .filter(standing -> !standing.mayCarry())
                .map(standing -> " (" + standing + ")")
                .orElse("");
    }

    /** An on-link route leads to each address of a network itself. */
    private static String shown(Optional<Lookup> lookup, boolean isHost) {
        if (lookup.filter(one -> one instanceof Lookup.Masked).isPresent()) {
            return "masked";
        }
        if (lookup.filter(one -> one instanceof Lookup.Several).isPresent()) {
            return "one of several";
        }
        Optional<String> onLink = lookup.flatMap(Lookup::decidedBy)
                .filter(route -> route.isOnLink() && !isHost)
                .flatMap(Route::interfaceName);
        return onLink.map(device -> "on link, " + device)
                .or(() -> lookup.flatMap(Lookup::nextHop).map(IpAddress::toString))
                .orElse("nowhere");
    }
}
