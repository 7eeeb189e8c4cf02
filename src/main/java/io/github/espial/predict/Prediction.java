package io.github.espial.predict;

import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.StatedNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The next hop of packets for one inner network.
 *
 * @param server outer address that they leave with
 * @param peer outer address that they go to
 * @param network inner network behind the peer
 * @param before what a lookup by the inner destination gives: for the network, and for each part with a route of its own
 * @param after what a lookup by the outer destination gives
 * @param observed stations that captured packets for the network were handed to; empty where none was captured, or none
 *     that can be told from others
 * @param stated what words of machines say of the network; empty where they were not asked
 */
public record Prediction(
        Optional<IpAddress> server,
        IpAddress peer,
        IpPrefix network,
        Map<IpPrefix, Lookup> before,
        Lookup after,
        List<Station> observed,
        Optional<StatedNetwork> stated) {
    public Prediction {
        observed = List.copyOf(observed);
    }

    /** A prediction of which no statement is known. */
    public Prediction(
            Optional<IpAddress> server,
            IpAddress peer,
            IpPrefix network,
            Map<IpPrefix, Lookup> before,
            Lookup after,
            List<Station> observed) {
        this(server, peer, network, before, after, observed, Optional.empty());
    }

    /** The next hop under a model, for most of the network. */
    public Optional<IpAddress> nextHop(LookupModel model) {
        return lookup(model).flatMap(Lookup::nextHop);
    }

    /** What a lookup under a model gives for most of the network. */
    public Optional<Lookup> lookup(LookupModel model) {
        return model == LookupModel.AFTER_IPSEC ? Optional.of(after) : Optional.ofNullable(before.get(network));
    }

    /** Whether a next hop cannot be read: then it agrees with nothing, and contradicts nothing. */
    boolean isMasked() {
        return after instanceof Lookup.Masked
                || before.values().stream().anyMatch(lookup -> lookup instanceof Lookup.Masked);
    }

    /** Whether packets for the network were captured, and which next hop they took can be told. */
    public boolean isTried() {
        return !observed.isEmpty();
    }

    /** Whether packets for the network were captured, and the addresses of all whom they were handed to are known. */
    private boolean isComparable() {
        return isTried()
                && observed.stream().allMatch(station -> station.address().isPresent());
    }

    /** Whether the captured packets can show which model holds: the models differ for them. */
    boolean tellsModels() {
        return isComparable() && !nextHop(LookupModel.BEFORE_IPSEC).equals(nextHop(LookupModel.AFTER_IPSEC));
    }

    /** Whether every next hop that was observed is one that {@code model} gives. */
    public boolean isExplainedBy(LookupModel model) {
        return isTried()
                && observed.stream()
                        .allMatch(station -> station.address()
                                .filter(address -> nextHops(model).contains(address))
                                .isPresent());
    }

    /** Whether the captured packets were handed to stations of which no model gives all. */
    boolean isUnexplained() {
        return isComparable() && Stream.of(LookupModel.values()).noneMatch(this::isExplainedBy);
    }

    private List<IpAddress> nextHops(LookupModel model) {
        return model == LookupModel.AFTER_IPSEC
                ? after.nextHop().stream().toList()
                : before.values().stream()
                        .flatMap(lookup -> lookup.nextHop().stream())
                        .toList();
    }
}
