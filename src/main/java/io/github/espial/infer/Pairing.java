package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Talk;
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
    private final Map<IpAddress, Long> beginnings = new TreeMap<>();
    private final Set<IpAddress> sendingHere = new TreeSet<>();
    private final Set<IpAddress> takingHere = new TreeSet<>();
    private final Senders senders;
    private final Statements stated;

    Pairing(Facts facts, Bindings bindings, Senders senders, Statements stated) {
        this.senders = senders;
        this.stated = stated;
        for (Talk talk : facts.ipsec()) {
            if (talk.destination().isMulticast() || talk.source().isUnspecified()) {
                continue;
            }
            partners.computeIfAbsent(talk.source(), key -> new TreeSet<>()).add(talk.destination());
            partners.computeIfAbsent(talk.destination(), key -> new TreeSet<>()).add(talk.source());
            beginnings.merge(talk.source(), talk.span().firstNanos(), Math::min);
            if (talk.sentHere()) {
                sendingHere.add(talk.source());
            }
            talk.hop()
                    .destination()
                    .filter(mac ->
                            bindings.claims(mac, talk.destination()) && !isProxy(mac, talk.destination(), bindings))
                    .ifPresent(mac -> takingHere.add(talk.destination()));
        }
    }

    /**
     * Servers and their peers, each pair once, in order of address; pairs of which neither end is here are left out, and
     * hosts that talk to themselves.
     */
    List<Pair> pairs() {
        return partners.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(partner -> new Pair(entry.getKey(), partner)))
                .filter(pair -> !pair.server().equals(pair.peer()))
                .filter(pair -> serverOf(pair.server(), pair.peer())
                        .filter(pair.server()::equals)
                        .isPresent())
                .toList();
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

    /** Of two ends on captured links: the one the capture says it was made on, that has more peers, or that began. */
    private IpAddress likelier(IpAddress one, IpAddress other) {
        if (sendingHere.contains(one) != sendingHere.contains(other)) {
            return sendingHere.contains(one) ? one : other;
        }
        int byPeers = Integer.compare(partnersOf(one).size(), partnersOf(other).size());
        if (byPeers != 0) {
            return byPeers > 0 ? one : other;
        }
        int byBegin = Long.compare(begins(one), begins(other));
        return byBegin < 0 || (byBegin == 0 && one.compareTo(other) < 0) ? one : other;
    }

    private Set<IpAddress> partnersOf(IpAddress address) {
        return partners.getOrDefault(address, Set.of());
    }

    private long begins(IpAddress address) {
        return beginnings.getOrDefault(address, Long.MAX_VALUE);
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
