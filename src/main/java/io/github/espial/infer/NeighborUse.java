package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.Series;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tells two next hops of one card by how it uses them: a neighbor cache has one MAC for an address at a time, so a card
 * whose frames go to A, to B, to A and to B again has two addresses in its routes, whether ARP was captured or not.
 *
 * <p>A gateway that fails over and back again and again would look the same, but for one thing: all conversations go over
 * with it. So those are asked that stay with one of the two; and where there are such that do not, either one has to
 * stay all the while and come back after the other was used, or there have to be more changes than any gateway makes.
 */
final class NeighborUse {
    /** Over to B, back to A, and over again. */
    private static final int CHANGES = 3;
    /** Over to B and back to A, faster than any failover: where every conversation stays with one of two that are in use. */
    private static final int FAST_CHANGES = 2;
    /** Routers that watch over each other take some three seconds to notice (RFC 9568 §6.1: three intervals of one second). */
    private static final long FASTER_THAN_FAILOVER_NANOS = 2_000_000_000L;
    /** No gateway goes over so often. */
    private static final int MANY_CHANGES = 8;
    /** Times that a conversation has to be seen before it counts that it was never seen elsewhere. */
    private static final int LASTING = 6;

    private final Bindings bindings;
    private final Effort effort;
    /** IPsec traffic of each card, by the MAC that it was handed to. */
    private final Map<Sightings.Card, Map<MacAddress, List<Talk>>> talks = new HashMap<>();
    /** Which MACs each kind of IPsec traffic from host to host went to. */
    private final Map<Sightings.Conversation, Set<MacAddress>> tunnels = new HashMap<>();

    /** What all that is put together from; few cases ask for it, and it takes as much memory as all the rest. */
    private final Facts facts;

    private final Set<MacAddress> cards;
    private Optional<Sightings> seen = Optional.empty();
    private final Map<List<Router>, Boolean> known = new HashMap<>();

    /** @param effort sightings that may be looked at */
    NeighborUse(Facts facts, Bindings bindings, Set<MacAddress> cards, Effort effort) {
        this.bindings = bindings;
        this.effort = effort;
        this.facts = facts;
        this.cards = cards;
    }

    private Sightings sightings() {
        if (seen.isEmpty()) {
            seen = Optional.of(new Sightings(facts.talks(), facts.sas().stream(), facts.ikeMessages().stream(), cards));
            takeIpsec();
        }
        return seen.get();
    }

    private void takeIpsec() {
        for (Talk talk : facts.ipsec()) {
            Optional<MacAddress> card = talk.hop().source().filter(cards::contains);
            Optional<MacAddress> taker = talk.hop().destination();
            if (card.isPresent() && taker.isPresent()) {
                talks.computeIfAbsent(
                                new Sightings.Card(
                                        card.get(),
                                        talk.hop().point(),
                                        talk.hop().vlans()),
                                key -> new HashMap<>())
                        .computeIfAbsent(taker.get(), key -> new ArrayList<>())
                        .add(talk);
                tunnels.computeIfAbsent(Sightings.Conversation.of(talk), key -> new TreeSet<>())
                        .add(taker.get());
            }
        }
    }

    /**
     * Whether a card uses both as next hops of different addresses; taken for not, once so much has been looked at that no
     * network asks for it.
     */
    boolean areTwo(Router one, Router other) {
        return known.computeIfAbsent(
                List.of(one, other),
                key -> canBeTold(one, other)
                        && cardsOf(one, other).stream().anyMatch(card -> usesBoth(card, one, other)));
    }

    private List<Sightings.Card> cardsOf(Router one, Router other) {
        Set<Sightings.Card> ofOne = sightings().cardsOf(one);
        return sightings().cardsOf(other).stream().filter(ofOne::contains).toList();
    }

    /** Whether the use of both means two addresses: not of forwarders of one group, nor of an address in dispute. */
    boolean canBeTold(Router one, Router other) {
        boolean areForwarders = one.macs().stream().anyMatch(VirtualRouters::isGlbp)
                && other.macs().stream().anyMatch(VirtualRouters::isGlbp);
        boolean areDisputed = one.comparedMacs().stream()
                .anyMatch(mac -> other.comparedMacs().stream().anyMatch(rival -> bindings.dispute(mac, rival)));
        return !areForwarders && !areDisputed;
    }

    private boolean usesBoth(Sightings.Card card, Router one, Router other) {
        List<Sightings.Sighting> both = sightings().of(card, one, other);
        if (!effort.spend(both.size())) {
            return false;
        }
        List<Sightings.Sighting> staying = both.stream()
                .filter(sighting -> !sightings().isSplit(sighting.conversation(), one, other))
                .toList();
        List<Long> changes = changes(staying, one);
        if (staying.size() == both.size()) {
            return changes.size() >= CHANGES
                    || (areFast(changes, FAST_CHANGES) && (areSteady(both, one, other) || bothSpeak(one, other)))
                    || (changes.size() >= FAST_CHANGES && alternate(used(card, one), used(card, other), CHANGES));
        }
        return changes.size() >= MANY_CHANGES
                || (areFast(changes, CHANGES) && areSteady(both, one, other))
                || alternate(used(card, one), used(card, other), MANY_CHANGES)
                || stays(card, one, other)
                || stays(card, other, one);
    }

    /** When frames went from the one router to the other, or back. */
    static List<Long> changes(List<Sightings.Sighting> staying, Router one) {
        List<Long> changes = new ArrayList<>();
        for (int i = 1; i < staying.size(); i++) {
            if (staying.get(i).isAt(one) != staying.get(i - 1).isAt(one)) {
                changes.add(staying.get(i).nanos());
            }
        }
        return changes;
    }

    /** Whether so many changes followed each other faster than any failover. */
    private static boolean areFast(List<Long> changes, int count) {
        for (int i = count - 1; i < changes.size(); i++) {
            long first = changes.get(i - count + 1);
            long took = changes.get(i) - first;
            if (first != Long.MIN_VALUE && took >= 0 && took <= FASTER_THAN_FAILOVER_NANOS) {
                return true;
            }
        }
        return false;
    }

    /** Whether each sends, too, and is no MAC that few frames went to by mistake. */
    private boolean bothSpeak(Router one, Router other) {
        return speaks(one) && speaks(other);
    }

    private boolean speaks(Router router) {
        return router.macs().stream().anyMatch(mac -> bindings.lastSpoke(mac) != Long.MIN_VALUE);
    }

    /** Whether each of two sets of cards claims an address that none of the other does. */
    boolean haveOwnAddresses(Set<MacAddress> some, Set<MacAddress> others) {
        return claimAny(some, others) && claimAny(others, some);
    }

    private boolean claimAny(Set<MacAddress> cards, Set<MacAddress> others) {
        return cards.stream()
                .flatMap(card -> bindings.addressesOf(card).stream())
                .filter(address -> !address.isLinkLocal())
                .anyMatch(address -> others.stream().noneMatch(other -> bindings.claims(other, address)));
    }

    /** Whether each took more of what does not go by turns than packets that are shared out one by one would be by chance. */
    private boolean areSteady(List<Sightings.Sighting> all, Router one, Router other) {
        return sightings().steadyFrames(all, one, other) >= MANY_CHANGES
                && sightings().steadyFrames(all, other, one) >= MANY_CHANGES;
    }

    /** Whether a conversation that lasts went to the one router only, by turns with what went to the other. */
    private boolean stays(Sightings.Card card, Router with, Router besides) {
        Series other = used(card, besides);
        return talks(card, with)
                .filter(talk ->
                        talk.series().activeBuckets(talk.series().widthBits()).size() >= LASTING)
                .filter(talk -> !besides.hasAny(tunnels.getOrDefault(Sightings.Conversation.of(talk), Set.of())))
                .anyMatch(talk -> isInterleaved(talk, card, besides) && alternate(talk.series(), other, CHANGES));
    }

    /** Whether it was so by the order of frames, too: clocks run backwards. */
    private boolean isInterleaved(Talk talk, Sightings.Card card, Router besides) {
        List<Sightings.Sighting> others = sightings().of(card, besides);
        return effort.spend(others.size())
                && others.stream()
                        .anyMatch(sighting -> sighting.frame()
                                                .compareTo(talk.span().firstFrame())
                                        > 0
                                && sighting.frame().compareTo(talk.span().lastFrame()) < 0);
    }

    /** IPsec traffic of a card over time that a router took. */
    private Series used(Sightings.Card card, Router router) {
        return Series.sum(talks(card, router).map(Talk::series).toList());
    }

    private Stream<Talk> talks(Sightings.Card card, Router router) {
        Map<MacAddress, List<Talk>> ofCard = talks.getOrDefault(card, Map.of());
        return router.macs().stream().flatMap(mac -> ofCard.getOrDefault(mac, List.of()).stream());
    }

    /** Whether times at which only the one had frames alternate with such of the other so many times. */
    static boolean alternate(Series one, Series other, int changes) {
        int bits = Math.max(one.widthBits(), other.widthBits());
        NavigableSet<Long> ofOne = one.activeBuckets(bits);
        NavigableSet<Long> ofOther = other.activeBuckets(bits);
        Set<Long> both = new TreeSet<>(ofOne);
        both.retainAll(ofOther);
        ofOne.removeAll(both);
        ofOther.removeAll(both);
        return Alternation.changes(ofOne, ofOther) >= changes;
    }
}
