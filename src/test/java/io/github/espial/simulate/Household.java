package io.github.espial.simulate;

import io.github.espial.wire.FrameBuilder;
import java.util.HashSet;
import java.util.Set;

/** What a link's own life puts on the wire: resolution, hellos, leases, a box that takes over. */
final class Household {
    private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    private static final double RESOLVED_AT_START = 0.8;
    private static final double RESOLVED_LATER = 0.03;
    private static final int HELLO_EVERY = 12;

    private final Network network;
    private final Dice dice;
    private final Wire wire;
    private final Witness witness;

    Household(Network network, Dice dice, Wire wire, Witness witness) {
        this.network = network;
        this.dice = dice;
        this.wire = wire;
        this.witness = witness;
    }

    /** What is seen before all else. */
    void begin() {
        if (network.leases()) {
            lease(network.server().standard().at(0));
        }
        for (Machine machine : network.machines()) {
            for (Card card : machine.cards()) {
                for (Router router : card.routers()) {
                    if (network.resolves() && dice.chance(RESOLVED_AT_START)) {
                        resolve(card, router, 0);
                    }
                }
            }
        }
        hellos(0);
    }

    /** What happens by the way in a step. */
    void pass(int step) {
        if (step % HELLO_EVERY == 0) {
            hellos(step);
        }
        for (Router router : new HashSet<>(network.routers())) {
            if (router.moves() == step) {
                takeOver(router, step);
            }
        }
        if (network.resolves() && dice.chance(RESOLVED_LATER)) {
            Card card = dice.oneOf(network.server().cards());
            resolve(card, dice.oneOf(card.routers()), step);
        }
    }

    private void resolve(Card card, Router router, int step) {
        String mac = router.mac(step);
        boolean isSeen;
        if (network.isIpv6()) {
            wire.put(
                    Tap.Sort.RESOLUTION,
                    card.link(),
                    wire.ethernet(card.mac(), "33:33:ff:00:00:01")
                            .ipv6(card.address(), "ff02::1:ff00:1")
                            .ttl(255)
                            .neighborSolicitation(router.address(), card.mac()));
            isSeen = wire.put(
                    Tap.Sort.RESOLUTION,
                    card.link(),
                    wire.ethernet(mac, card.mac())
                            .ipv6(router.address(), card.address())
                            .ttl(255)
                            .neighborAdvertisement(router.address(), mac, 0xe0));
        } else {
            wire.put(
                    Tap.Sort.RESOLUTION,
                    card.link(),
                    wire.ethernet(card.mac(), BROADCAST).arpRequest(card.mac(), card.address(), router.address()));
            isSeen = wire.put(
                    Tap.Sort.RESOLUTION,
                    card.link(),
                    wire.ethernet(mac, card.mac()).arpReply(mac, router.address(), card.mac(), card.address()));
        }
        if (isSeen) {
            witness.resolved(router);
        }
    }

    private void takeOver(Router router, int step) {
        if (router.redundancy() == Redundancy.ANNOUNCED) {
            String mac = router.mac(step);
            FrameBuilder announcement = network.isIpv6()
                    ? wire.ethernet(mac, "33:33:00:00:00:01")
                            .ipv6(router.address(), "ff02::1")
                            .ttl(255)
                            .neighborAdvertisement(router.address(), mac, 0xa0)
                    : wire.ethernet(mac, BROADCAST).arpRequest(mac, router.address(), router.address());
            wire.put(Tap.Sort.RESOLUTION, linkOf(router), announcement);
        } else {
            hello(router, step);
        }
    }

    private void hellos(int step) {
        Set<Router> greeting = new HashSet<>();
        for (Router router : network.routers()) {
            if (greeting.add(router) && network.isAlive(router, step)) {
                hello(router, step);
            }
        }
    }

    private void hello(Router router, int step) {
        if (network.greets() && router.redundancy().hasVirtualMac()) {
            wire.put(
                    Tap.Sort.HELLO,
                    linkOf(router),
                    router.redundancy()
                            .hello(
                                    wire::ethernet,
                                    router.mac(step),
                                    router.address(),
                                    router.group(),
                                    router.active(step)));
        }
    }

    private int linkOf(Router router) {
        return network.machines().stream()
                .flatMap(machine -> machine.cards().stream())
                .filter(card -> card.routers().contains(router))
                .mapToInt(Card::link)
                .findFirst()
                .orElse(0);
    }

    private void lease(Via via) {
        Card card = via.card();
        wire.put(
                Tap.Sort.LEASE,
                card.link(),
                wire.ethernet("00:1c:c4:00:00:04", card.mac())
                        .ipv4(via.router().address(), card.address())
                        .udp(67, 68)
                        .dhcp(2, card.mac(), card.address())
                        .dhcpMessageType(5)
                        .dhcpRouters(via.router().address()));
    }
}
