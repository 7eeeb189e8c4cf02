package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Talk;
import io.github.espial.routing.Machine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells the machine that a packet comes from, which chose its next hop, from routers that only forward it.
 *
 * <p>A frame is on its first hop when its source MAC is a network card of the machine that has the outer source address.
 */
final class Senders {
    private final Bindings bindings;
    private final Statements stated;
    private final Origins origins;
    private final Set<MacAddress> cardsByTables = new HashSet<>();
    private final Set<IpAddress> addressesByTables = new HashSet<>();
    private final Map<IpAddress, Claimants> claimants = new HashMap<>();
    private final Map<Set<MacAddress>, Map<MacAddress, Boolean>> teams = new HashMap<>();
    private final Map<IpAddress, Set<MacAddress>> own = new TreeMap<>();
    private final Set<IpAddress> here = new HashSet<>();

    Senders(Facts facts, Bindings bindings, Statements stated, Machine machine) {
        this.bindings = bindings;
        this.stated = stated;
        this.origins = new Origins(facts);
        machine.interfaces().forEach(card -> {
            card.mac().ifPresent(cardsByTables::add);
            card.addresses().forEach(one -> addressesByTables.add(one.address()));
        });
        addressesByTables.addAll(machine.addresses());
        Set<IpAddress> ends = new TreeSet<>();
        facts.ipsec().forEach(talk -> ends.add(talk.source()));
        Map<IpAddress, List<Talk>> bySource =
                facts.talks().filter(talk -> ends.contains(talk.source())).collect(Collectors.groupingBy(Talk::source));
        bySource.forEach((address, talks) -> {
            if (talks.stream().anyMatch(Senders::isSentHere)) {
                here.add(address);
            }
            Map<MacAddress, List<Talk>> byCard = talks.stream()
                    .filter(talk -> talk.hop().source().isPresent())
                    .collect(Collectors.groupingBy(
                            talk -> talk.hop().source().orElseThrow(), TreeMap::new, Collectors.toList()));
            Forwarding forwarding = new Forwarding(byCard);
            byCard.forEach((mac, fromCard) -> {
                if (isOwn(mac, address, fromCard, forwarding)) {
                    own.computeIfAbsent(address, key -> new TreeSet<>()).add(mac);
                    here.add(address);
                }
            });
        });
    }

    /** The network cards of the machine that has {@code address}, as far as they sent from it. */
    Set<MacAddress> cardsOf(IpAddress address) {
        return own.getOrDefault(address, Set.of());
    }

    /** Whether the packets of {@code talk} were seen on the link that their own sender put them on. */
    boolean isFirstHop(Talk talk) {
        return talk.hop().source().filter(cardsOf(talk.source())::contains).isPresent();
    }

    /** Whether the machine that has {@code address} is on a captured link: its own frames were seen. */
    boolean isHere(IpAddress address) {
        return here.contains(address);
    }

    private static boolean isSentHere(Talk talk) {
        return talk.sentHere() || (talk.hop().source().isEmpty() && talk.isFresh());
    }

    private boolean isOwn(MacAddress mac, IpAddress address, List<Talk> fromCard, Forwarding forwarding) {
        if (stated.serverMacs().contains(mac) || fromCard.stream().anyMatch(Talk::sentHere)) {
            return true;
        }
        if (forwarding.forwardsAll(mac, fromCard)) {
            return false;
        }
        boolean isFresh = fromCard.stream().anyMatch(Talk::isFresh);
        if (stated.serverAddresses().contains(address) || isOwnByItsTables(mac, address)) {
            return true;
        }
        if (bindings.claims(mac, address)) {
            return isFresh || !claimsOthersToo(mac, address);
        }
        return isFresh && speaksForItself(mac, address, fromCard);
    }

    /** Whether the machine's own words name both the card and the address as its own. */
    private boolean isOwnByItsTables(MacAddress mac, IpAddress address) {
        return cardsByTables.contains(mac) && addressesByTables.contains(address);
    }

    /** Whether a card claims several addresses, as a router does that answers ARP for hosts behind it (RFC 1027). */
    private boolean claimsOthersToo(MacAddress mac, IpAddress address) {
        return bindings.addressesOf(mac).stream().anyMatch(other -> !other.equals(address) && !other.isLinkLocal());
    }

    /**
     * Whether a card that does not claim this address, but sends fresh packets from it, may yet be its machine's: it is a
     * host's, it has an address of its own as the second card of a machine has, or those that claim it are on other links.
     */
    private boolean speaksForItself(MacAddress mac, IpAddress address, List<Talk> fromCard) {
        Claimants claimants = claimants(address);
        if (claimants.isEmpty()) {
            return origins.isHost(mac) || bindings.speaksForFew(mac, address.version());
        }
        return origins.isHost(mac)
                || !bindings.addressesOf(mac).isEmpty()
                || isTeamed(mac, claimants)
                || fromCard.stream()
                        .noneMatch(
                                talk -> claimants.points().contains(talk.hop().point()));
    }

    /**
     * Whether a card only ever sends, and only from addresses of the cards that claim one: adapters of a team do, of which
     * one receives for all.
     */
    private boolean isTeamed(MacAddress mac, Claimants claimants) {
        return !bindings.isHandedFrames(mac) && claimants.haveAllOf(mac);
    }

    private Claimants claimants(IpAddress address) {
        return claimants.computeIfAbsent(address, key -> new Claimants(bindings, address, teams));
    }
}
