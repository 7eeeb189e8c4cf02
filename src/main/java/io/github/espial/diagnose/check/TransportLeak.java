package io.github.espial.diagnose.check;

import io.github.espial.context.Selector;
import io.github.espial.diagnose.Case;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Packets to the peer's own address that a policy of transport mode protects, and that left in the clear.
 *
 * <p>Not those that were last seen before the first packet in an SA: then the policy may not have been in force. Of a
 * policy for one protocol only L2TP is known for what it is. Of IPv6 nothing is told where the peer is on the link:
 * neighbor discovery between the two stays in the clear everywhere.
 */
final class TransportLeak {
    private static final int UDP = 17;
    private static final int L2TP_PORT = 1701;

    private final Case facts;
    private final Peer peer;
    private final OptionalLong firstProtected;

    TransportLeak(Case facts, Peer peer) {
        this.facts = facts;
        this.peer = peer;
        this.firstProtected = facts.conclusions()
                .facts()
                .ipsec(peer.server(), peer.address())
                .filter(Talk::isProtected)
                .map(Talk::span)
                .filter(Span::hasTime)
                .mapToLong(Span::firstNanos)
                .min();
    }

    /** Whether {@code talk} is such. */
    boolean is(Talk talk) {
        return talk.source().equals(peer.server())
                && talk.destination().equals(peer.address())
                && firstProtected.isPresent()
                && talk.span().hasTime()
                && talk.span().lastNanos() > firstProtected.getAsLong()
                && facts.inside().transported().stream().anyMatch(policy -> protects(policy, talk))
                && !isDiscovery();
    }

    private static boolean protects(Selector policy, Talk talk) {
        return policy.source().contains(talk.source())
                && policy.destination().contains(talk.destination())
                && (isOfAll(policy) ? isPlain(talk) : isOfL2tp(policy) && isL2tp(talk));
    }

    private static boolean isOfAll(Selector policy) {
        return policy.protocol().isEmpty()
                && policy.sourcePort().isEmpty()
                && policy.destinationPort().isEmpty();
    }

    private static boolean isOfL2tp(Selector policy) {
        return policy.protocol().equals(OptionalInt.of(UDP))
                && (mayBeL2tp(policy.sourcePort()) && mayBeL2tp(policy.destinationPort()));
    }

    private static boolean mayBeL2tp(OptionalInt port) {
        return port.isEmpty() || port.getAsInt() == L2TP_PORT;
    }

    private static boolean isPlain(Talk talk) {
        return talk.traffic() == Traffic.PLAIN || isL2tp(talk);
    }

    private static boolean isL2tp(Talk talk) {
        return talk.traffic() == Traffic.L2TP_CONTROL || talk.traffic() == Traffic.L2TP_DATA;
    }

    private boolean isDiscovery() {
        IpAddress address = peer.address();
        return address.version() == 6
                && facts.conclusions().facts().claims().stream()
                        .anyMatch(claim -> claim.address().equals(address));
    }
}
