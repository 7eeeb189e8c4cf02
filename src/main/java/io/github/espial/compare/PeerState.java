package io.github.espial.compare;

import io.github.espial.infer.Station;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * ESP, AH and ESP in UDP between a server and a peer in one case.
 *
 * @param routing where the server's packets went
 * @param nextHops whom they were handed to, as far as that was captured, in order of first use
 * @param sent what the server sent
 * @param received what came back
 * @param isUnanswered whether so much went out that the silence of the peer means something
 */
public record PeerState(Routing routing, List<NextHopUse> nextHops, Tally sent, Tally received, boolean isUnanswered) {
    public PeerState {
        nextHops = List.copyOf(nextHops);
    }

    /** What is known of a peer that a case does not have. */
    static PeerState absent() {
        Tally none = new Tally(0, Optional.empty());
        return new PeerState(Routing.NONE, List.of(), none, none, false);
    }

    boolean isAnswered() {
        return received.frames() > 0;
    }

    Stream<NextHopUse> uses(Routing which) {
        return nextHops.stream().filter(use -> use.routing() == which);
    }

    /** Next hops of one kind, as a sentence names them. */
    String named(Routing which) {
        return uses(which).map(NextHopUse::station).map(Station::toString).collect(Collectors.joining(" and "));
    }

    /** SAs of which some packet went a way of this kind. */
    long associations(Routing which) {
        return uses(which).flatMap(use -> use.spis().stream()).distinct().count();
    }

    /** SAs whose way was captured. */
    long associations() {
        return nextHops.stream().flatMap(use -> use.spis().stream()).distinct().count();
    }

    long frames(Routing which) {
        return uses(which).mapToLong(NextHopUse::frames).sum();
    }
}
