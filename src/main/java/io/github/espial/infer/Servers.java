package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Joins network cards and addresses into machines: a card belongs to every address that it sends from as its own. */
final class Servers {
    /** Pieces of evidence for one machine: as much as anybody reads, of as many cards and addresses as a hostile one has. */
    static final int MOST_EVIDENCE = 1_000;

    private Servers() {}

    /**
     * The machines of a case.
     *
     * @param withMoreEvidence how many of them have more evidence than is told
     */
    record Found(List<Server> servers, int withMoreEvidence) {}

    static Found of(List<Pairing.Pair> pairs, Senders senders, Bindings bindings, Facts facts) {
        Map<MacAddress, Machine> byCard = new HashMap<>();
        Map<IpAddress, Machine> byAddress = new HashMap<>();
        Set<Machine> machines = new LinkedHashSet<>();
        for (IpAddress address :
                new TreeSet<>(pairs.stream().map(Pairing.Pair::server).toList())) {
            Machine machine = new Machine();
            machine.addresses.add(address);
            Set<Machine> known = new LinkedHashSet<>();
            for (MacAddress card : senders.cardsOf(address)) {
                machine.cards.add(card);
                Machine other = byCard.get(card);
                if (other == null) {
                    machine.addresses.addAll(bindings.addressesOf(card));
                } else {
                    known.add(other.whole());
                }
            }
            machine.addresses.forEach(
                    own -> Stream.ofNullable(byAddress.get(own)).forEach(one -> known.add(one.whole())));
            List<MacAddress> cards = List.copyOf(machine.cards);
            List<IpAddress> addresses = List.copyOf(machine.addresses);
            Machine whole = machine;
            for (Machine other : known) {
                machines.remove(other);
                whole = whole.joined(other);
            }
            machines.add(whole);
            for (MacAddress card : cards) {
                byCard.put(card, whole);
            }
            for (IpAddress own : addresses) {
                byAddress.put(own, whole);
            }
        }
        Map<MacAddress, Map<IpAddress, Span>> sent = sent(facts);
        List<Server> servers = new ArrayList<>();
        int withMoreEvidence = 0;
        for (Machine machine : machines) {
            List<Evidence> evidence = evidence(machine, bindings, sent);
            boolean hasMore = evidence.size() > MOST_EVIDENCE;
            withMoreEvidence += hasMore ? 1 : 0;
            servers.add(new Server(
                    List.copyOf(machine.cards),
                    List.copyOf(machine.addresses),
                    hasMore ? evidence.subList(0, MOST_EVIDENCE) : evidence));
        }
        return new Found(servers, withMoreEvidence);
    }

    /** Up to so much as is told, or a little more. */
    private static List<Evidence> evidence(
            Machine machine, Bindings bindings, Map<MacAddress, Map<IpAddress, Span>> sent) {
        List<Evidence> evidence = new ArrayList<>();
        for (MacAddress card : machine.cards) {
            Map<IpAddress, Span> spans = sent.getOrDefault(card, Map.of());
            Set<IpAddress> own = new TreeSet<>(bindings.addressesOf(card));
            own.addAll(spans.keySet());
            for (IpAddress address : own) {
                if (evidence.size() > MOST_EVIDENCE) {
                    return evidence;
                }
                if (machine.addresses.contains(address)) {
                    bindings.claimsOf(address, card).stream()
                            .findFirst()
                            .ifPresent(claim -> evidence.add(claims(claim)));
                    Stream.ofNullable(spans.get(address)).forEach(span -> evidence.add(sends(card, address, span)));
                }
            }
        }
        return evidence;
    }

    private static Map<MacAddress, Map<IpAddress, Span>> sent(Facts facts) {
        Map<MacAddress, Map<IpAddress, Span>> sent = new HashMap<>();
        for (Talk talk : facts.ipsec()) {
            talk.hop()
                    .source()
                    .ifPresent(card -> sent.computeIfAbsent(card, key -> new HashMap<>())
                            .merge(talk.source(), talk.span(), Span::plus));
        }
        return sent;
    }

    private static Evidence claims(Claim claim) {
        String text = claim.mac() + " claims " + claim.address() + " by " + claim.kind();
        String filter = claim.address().version() == 4
                ? "arp.src.proto_ipv4 == " + claim.address() + " && arp.src.hw_mac == " + claim.mac()
                : "icmpv6 && " + Filters.comingFrom(claim.mac());
        return Evidence.seen("claim", text, 0, claim.span(), filter);
    }

    private static Evidence sends(MacAddress card, IpAddress address, Span span) {
        String text = card + " sends IPsec packets from " + address + " (" + span.frames() + " frames)";
        String filter = Filters.and(Filters.comingFrom(card), Filters.field(address) + ".src == " + address);
        return Evidence.seen("sends-from", text, 0, span, filter);
    }

    /** A machine as far as it is put together; one that was joined with others is part of a whole. */
    private static final class Machine {
        private final Set<MacAddress> cards = new TreeSet<>();
        private final Set<IpAddress> addresses = new TreeSet<>();
        private Optional<Machine> partOf = Optional.empty();

        Machine whole() {
            Machine whole = this;
            while (whole.partOf.isPresent()) {
                whole = whole.partOf.get();
            }
            return whole;
        }

        /** Both in one: the smaller goes into the larger, so that nothing is moved often. */
        Machine joined(Machine other) {
            boolean isLarger = cards.size() + addresses.size() > other.cards.size() + other.addresses.size();
            Machine whole = isLarger ? this : other;
            Machine part = isLarger ? other : this;
            whole.cards.addAll(part.cards);
            whole.addresses.addAll(part.addresses);
            part.partOf = Optional.of(whole);
            return whole;
        }
    }
}
