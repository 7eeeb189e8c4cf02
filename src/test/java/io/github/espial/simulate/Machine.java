package io.github.espial.simulate;

import java.util.List;

/**
 * A machine that sends IPsec packets of its own.
 *
 * @param cards its network cards
 * @param standard the way that no route is needed for
 * @param peers far ends
 * @param neighbors hosts that are bridged by its card, and send from its MAC
 * @param surfs whether it talks to the Internet
 * @param ttl that its packets leave with
 */
record Machine(List<Card> cards, Course standard, List<Peer> peers, List<String> neighbors, boolean surfs, int ttl) {
    Machine {
        cards = List.copyOf(cards);
        peers = List.copyOf(peers);
        neighbors = List.copyOf(neighbors);
    }

    /** The MAC that it sends from: teamed cards share the destinations. */
    String macTo(String destination, Card card) {
        List<String> macs = card.macs();
        return macs.get(Math.floorMod(destination.hashCode(), macs.size()));
    }
}
