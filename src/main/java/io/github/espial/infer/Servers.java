package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Joins network cards and addresses into machines: a card belongs to every address that it sends from as its own. */
final class Servers {
    private Servers() {}

    static List<Server> of(List<Pairing.Pair> pairs, Senders senders, Bindings bindings, Facts facts) {
        List<Machine> machines = new ArrayList<>();
        for (IpAddress address :
                new TreeSet<>(pairs.stream().map(Pairing.Pair::server).toList())) {
            Machine machine = new Machine(new TreeSet<>(senders.cardsOf(address)), new TreeSet<>(Set.of(address)));
            machine.cards().forEach(card -> machine.addresses().addAll(bindings.addressesOf(card)));
            machines.stream().filter(machine::overlaps).toList().forEach(other -> {
                machine.cards().addAll(other.cards());
                machine.addresses().addAll(other.addresses());
                machines.remove(other);
            });
            machines.add(machine);
        }
        return machines.stream()
                .map(machine -> new Server(
                        List.copyOf(machine.cards()),
                        List.copyOf(machine.addresses()),
                        evidence(machine, bindings, facts)))
                .toList();
    }

    private static List<Evidence> evidence(Machine machine, Bindings bindings, Facts facts) {
        List<Evidence> evidence = new ArrayList<>();
        for (MacAddress card : machine.cards()) {
            for (IpAddress address : machine.addresses()) {
                bindings.claimsOf(address).stream()
                        .filter(claim -> claim.mac().equals(card))
                        .findFirst()
                        .ifPresent(claim -> evidence.add(claims(claim)));
                sent(facts, card, address).ifPresent(span -> evidence.add(sends(card, address, span)));
            }
        }
        return evidence;
    }

    private static Optional<Span> sent(Facts facts, MacAddress card, IpAddress address) {
        return facts.ipsec().stream()
                .filter(talk -> talk.source().equals(address)
                        && talk.hop().source().filter(card::equals).isPresent())
                .map(Talk::span)
                .reduce(Span::plus);
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

    private record Machine(Set<MacAddress> cards, Set<IpAddress> addresses) {
        boolean overlaps(Machine other) {
            return cards.stream().anyMatch(other.cards::contains)
                    || addresses.stream().anyMatch(other.addresses::contains);
        }
    }
}
