package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells two next hops by the cards that use them: a server that hands packets for a peer to A by one card and to B by
 * another, by turns, has two routes, though each card has a neighbor cache of its own. What a team of cards hands to a
 * gateway that fails over moves once, and for good. Cards that have addresses of their own are no team: of these it is
 * enough that both routers are in use at one time.
 */
final class CardsInTurn {
    /** Over to B, back to A, and over again. */
    private static final int CHANGES = 3;

    private final PeerInquiry inquiry;
    private final NeighborUse use;

    CardsInTurn(PeerInquiry inquiry, NeighborUse use) {
        this.inquiry = inquiry;
        this.use = use;
    }

    /** Whether the server uses each of the two by cards that do not use the other, by turns. */
    boolean areTwo(Router one, Router other) {
        Set<MacAddress> ofOne = cards(one);
        Set<MacAddress> ofOther = cards(other);
        boolean areApart =
                !ofOne.isEmpty() && !ofOther.isEmpty() && ofOne.stream().noneMatch(ofOther::contains);
        if (!areApart) {
            return false;
        }
        if (use.haveOwnAddresses(ofOne, ofOther) && areAtOneTime(one, other)) {
            return true;
        }
        Set<MacAddress> all = new HashSet<>(ofOne);
        all.addAll(ofOther);
        int changes = NeighborUse.changes(inTurn(all, one, other), one).size();
        return changes >= CHANGES || (changes == CHANGES - 1 && alternate(one, other));
    }

    private boolean areAtOneTime(Router one, Router other) {
        return inquiry.gateways()
                .useOf(one)
                .flatMap(span -> inquiry.gateways().useOf(other).map(span::overlaps))
                .orElse(false);
    }

    /** Whether it was so by the time of what the tables keep no frame of, too. */
    private boolean alternate(Router one, Router other) {
        return NeighborUse.alternate(
                inquiry.traffic().outboundSeries(one, talk -> true),
                inquiry.traffic().outboundSeries(other, talk -> true),
                CHANGES);
    }

    private Set<MacAddress> cards(Router router) {
        Set<MacAddress> cards = new HashSet<>();
        for (Hop hop : inquiry.traffic().hopsTo(router)) {
            hop.source().ifPresent(cards::add);
        }
        return cards;
    }

    /** Frames for the peer, in the order in which they were sent. */
    private List<Sightings.Sighting> inTurn(Set<MacAddress> cards, Router one, Router other) {
        IpAddress server = inquiry.pair().server();
        IpAddress peer = inquiry.pair().peer();
        Facts facts = inquiry.facts();
        Sightings sightings = new Sightings(
                facts.talks(server, peer), facts.sas(server, peer), facts.ikeMessages(server, peer), cards);
        List<Sightings.Sighting> all = new ArrayList<>();
        Set<Sightings.Card> users = new HashSet<>(sightings.cardsOf(one));
        users.addAll(sightings.cardsOf(other));
        users.forEach(card -> all.addAll(sightings.of(card, one, other)));
        FrameOrder.sort(all, Sightings.Sighting::frame, Sightings.Sighting::nanos);
        return all;
    }
}
