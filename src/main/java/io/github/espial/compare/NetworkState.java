package io.github.espial.compare;

import io.github.espial.infer.Station;
import java.util.List;
import java.util.Optional;

/**
 * Packets for a network behind a peer in one case.
 *
 * @param routing where they went
 * @param nextHops whom they were handed to, as far as that is known
 * @param frames how many; empty where ESP could not be looked into
 */
public record NetworkState(Routing routing, List<Station> nextHops, Optional<Frames> frames) {
    public NetworkState {
        nextHops = List.copyOf(nextHops);
    }

    /** The same without anything known but {@code routing}. */
    static NetworkState of(Routing routing, List<Station> nextHops) {
        return new NetworkState(routing, nextHops, Optional.empty());
    }

    /**
     * ESP frames whose inner packets are known.
     *
     * @param sent to the network
     * @param received from it
     */
    public record Frames(long sent, long received) {}
}
