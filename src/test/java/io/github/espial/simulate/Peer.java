package io.github.espial.simulate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A far end, the way that packets for it should take, and how it shows.
 *
 * @param address its outer address
 * @param source the server's address that it talks with
 * @param proper the way that its packets should take
 * @param ike the way that IKE takes
 * @param returns the router that its packets come in by, where it is not the proper one
 * @param tunnels to its networks
 * @param negotiation what of IKE is captured
 * @param isNatTraversal whether ESP is in UDP
 * @param answersUntil the step from which the far end is silent; 0 where it never says a word
 * @param reaction what a wrong next hop does with its packets
 */
record Peer(
        String address,
        String source,
        Course proper,
        Course ike,
        Optional<Router> returns,
        List<Tunnel> tunnels,
        Set<Negotiation> negotiation,
        boolean isNatTraversal,
        int answersUntil,
        Reaction reaction) {
    Peer {
        tunnels = List.copyOf(tunnels);
        negotiation = Set.copyOf(negotiation);
    }

    boolean has(Negotiation trait) {
        return negotiation.contains(trait);
    }

    /** The router that packets of that step come in by. */
    Router comesBy(int step) {
        return returns.orElse(proper.at(step).router());
    }

    /** Something about the IKE that is captured; without {@link #AT_START} and {@link #REPEATED} there is none. */
    enum Negotiation {
        /** The SAs are negotiated before ESP. */
        AT_START,
        /** Liveness is checked now and then. */
        REPEATED,
        /** The far end is the initiator. */
        BEGUN_BY_PEER,
        VERSION_1,
        /** The first requests go where ESP goes wrong, and are not answered. */
        TRIED_ELSEWHERE
    }

    /** What a router does with a packet that is none of its business. */
    enum Reaction {
        DROP,
        FORWARD,
        /** Forwards it back onto the same link, to the proper next hop. */
        HAIRPIN,
        /** The same, and says so (RFC 792). */
        REDIRECT,
        REJECT;

        boolean isDelivering() {
            return this != DROP && this != REJECT;
        }
    }
}
