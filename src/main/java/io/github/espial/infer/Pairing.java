package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decides of every two hosts with IPsec between them which one is the server whose routing is judged. A group of hosts
 * is nobody's peer: packets for it have no next hop.
 */
final class Pairing {
    private final Map<IpAddress, Set<IpAddress>> partners = new TreeMap<>();
    private final Map<IpAddress, Span> beginnings = new TreeMap<>();
    /** MACs that each host's own cards hand packets to. */
    private final Map<IpAddress, Set<MacAddress>> nextHops = new TreeMap<>();
    /** Whom each host sends anything to. */
    private final Map<IpAddress, Set<IpAddress>> acquaintances = new TreeMap<>();

    private final Set<IpAddress> sendingHere = new TreeSet<>();
    private final Set<IpAddress> takingHere = new TreeSet<>();
    private final Senders senders;
    private final Statements stated;
    private final Bindings bindings;

    Pairing(Facts facts, Bindings bindings, Senders senders, Statements stated) {
        this.senders = senders;
        this.stated = stated;
        this.bindings = bindings;
        for (Talk talk : facts.ipsec()) {
            if (talk.destination().isMulticast() || talk.source().isUnspecified()) {
                continue;
            }
            ByKey.add(partners, talk.source(), talk.destination());
            ByKey.add(partners, talk.destination(), talk.source());
            beginnings.merge(talk.source(), talk.span(), Span::plus);
            if (talk.sentHere()) {
                sendingHere.add(talk.source());
            }
            talk.hop()
                    .destination()
                    .filter(mac ->
                            bindings.claims(mac, talk.destination()) && !isProxy(mac, talk.destination(), bindings))
                    .ifPresent(mac -> takingHere.add(talk.destination()));
        }
        facts.talks()
                .filter(talk -> partners.containsKey(talk.source()) && senders.isFirstHop(talk))
                .forEach(talk -> {
                    ByKey.add(acquaintances, talk.source(), talk.destination());
                    talk.hop()
                            .destination()
                            .filter(mac -> !mac.isGroup())
                            .ifPresent(mac -> ByKey.add(nextHops, talk.source(), mac));
                });
    }

    /**
     * Servers and their peers, each pair once, in order of address; pairs of which neither end is here are left out, and
     * hosts that talk to themselves.
     */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        partners.forEach((server, peers) -> {
            for (IpAddress peer : peers) {
                if (!server.equals(peer) && serverOf(server, peer).equals(Optional.of(server))) {
                    pairs.add(new Pair(server, peer));
                }
            }
        });
        return pairs;
    }

    private Optional<IpAddress> serverOf(IpAddress one, IpAddress other) {
        if (stated.nameServer()) {
            return firstStated(one, other);
        }
        boolean oneHere = isHere(one);
        boolean otherHere = isHere(other);
        if (oneHere && otherHere) {
            return Optional.of(likelier(one, other));
        }
        if (oneHere) {
            return Optional.of(one);
        }
        return otherHere ? Optional.of(other) : Optional.empty();
    }

    private Optional<IpAddress> firstStated(IpAddress one, IpAddress other) {
        return Stream.of(one, other).filter(this::isStated).findFirst();
    }

    private boolean isStated(IpAddress address) {
        return stated.serverAddresses().contains(address)
                || senders.cardsOf(address).stream().anyMatch(stated.serverMacs()::contains);
    }

    /** Whether a card sends packets from the address that it claims, and yet is not its machine's. */
    private boolean isProxy(MacAddress mac, IpAddress address, Bindings bindings) {
        return bindings.spokenBy(mac).contains(address)
                && !senders.cardsOf(address).contains(mac);
    }

    private boolean isHere(IpAddress address) {
        return senders.isHere(address) || takingHere.contains(address);
    }

    /**
     * Of two ends on captured links: the one the capture says it was made on, whose cards claim its address, that uses more
     * next hops, that has more peers or talks to more hosts. Which of them began tells least: it comes last, and by the order
     * of frames, as clocks run backwards.
     */
    private IpAddress likelier(IpAddress one, IpAddress other) {
        int order = Boolean.compare(sendingHere.contains(other), sendingHere.contains(one));
        order = order != 0 ? order : Boolean.compare(claimsItsAddress(other), claimsItsAddress(one));
        order = order != 0 ? order : byCount(nextHops, one, other);
        order = order != 0 ? order : byCount(partners, one, other);
        order = order != 0 ? order : byCount(acquaintances, one, other);
        order = order != 0 ? order : byBegin(one, other);
        return order < 0 || (order == 0 && one.compareTo(other) < 0) ? one : other;
    }

    private boolean claimsItsAddress(IpAddress address) {
        return senders.cardsOf(address).stream().anyMatch(card -> bindings.claims(card, address));
    }

    private static <T> int byCount(Map<IpAddress, Set<T>> sets, IpAddress one, IpAddress other) {
        return Integer.compare(
                sets.getOrDefault(other, Set.of()).size(),
                sets.getOrDefault(one, Set.of()).size());
    }

    private int byBegin(IpAddress one, IpAddress other) {
        Span ofOne = beginnings.get(one);
        Span ofOther = beginnings.get(other);
        if (ofOne == null || ofOther == null) {
            return Boolean.compare(ofOne == null, ofOther == null);
        }
        boolean inOneCapture =
                ofOne.firstFrame().capture() == ofOther.firstFrame().capture();
        return inOneCapture
                ? ofOne.firstFrame().compareTo(ofOther.firstFrame())
                : Long.compare(ofOne.firstNanos(), ofOther.firstNanos());
    }

    /** A server's address and the far end of its IPsec traffic. */
    record Pair(IpAddress server, IpAddress peer) {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.server.equals(server) && pair.peer.equals(peer);
        }

        @Override
        public int hashCode() {
            return 31 * server.hashCode() + peer.hashCode();
        }
    }
}
