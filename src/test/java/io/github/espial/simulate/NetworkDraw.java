package io.github.espial.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Draws a network: its links, machines and what is captured of it. */
final class NetworkDraw {
    private final Dice dice;
    private final Set<String> traits = new TreeSet<>();
    private final boolean isIpv6;
    private final int steps;

    private NetworkDraw(Dice dice) {
        this.dice = dice;
        isIpv6 = has("ipv6", 0.12);
        steps = dice.between(50, 90);
    }

    static Network draw(Dice dice) {
        return new NetworkDraw(dice).draw();
    }

    private Network draw() {
        LinkDraw first = new LinkDraw(dice, new AddressPlan(dice, isIpv6, 0), 0, steps);
        Card card = first.card(has("teamed", 0.05) ? 2 : 1);
        List<Card> cards = new ArrayList<>(List.of(card));
        if (has("two-cards", 0.15)) {
            cards.add(new LinkDraw(dice, new AddressPlan(dice, isIpv6, 1), 1, steps).card(1));
        }
        Course standard = standard(card);
        boolean surfs = !has("quiet", 0.15);
        boolean isLate = has("late", 0.25);
        boolean looksUpInner = dice.chance(0.6);
        PeerDraw peers = new PeerDraw(dice, first.plan(), cards, standard, steps, isLate, looksUpInner);
        List<String> neighbors = new ArrayList<>();
        if (has("bridging", 0.08)) {
            for (int i = dice.between(2, 6); i > 0; i--) {
                neighbors.add(first.plan().host(dice.between(30, 90)));
            }
        }
        List<Machine> machines = new ArrayList<>();
        machines.add(new Machine(
                cards, standard, peers.draw(dice.oneOf(1, 1, 1, 2, 2, 3, 4)), neighbors, surfs, dice.oneOf(64, 128)));
        if (has("second-server", 0.15)) {
            machines.add(second(first, card, peers.addresses(), isLate));
        }
        List<Router> routers =
                cards.stream().flatMap(one -> one.routers().stream()).toList();
        Tap tap = tap(cards.size(), peers.hasNatTraversal());
        boolean isPlain = machines.size() == 1 && cards.size() == 1 && !standard.isTurning();
        boolean tells =
                isPlain && machines.get(0).peers().stream().allMatch(NetworkDraw::isRight) && has("table", 0.15);
        traits.addAll(peers.traits());
        Stream.of(Redundancy.values())
                .filter(kind -> kind != Redundancy.NONE)
                .filter(kind -> routers.stream().anyMatch(router -> router.redundancy() == kind))
                .forEach(kind -> traits.add(kind.name().toLowerCase(Locale.ROOT)));
        if (routers.stream().anyMatch(Router::isMoving)) {
            traits.add("take-over");
        }
        return new Network(
                machines,
                routers,
                isIpv6,
                !has("unresolved", 0.2),
                !isIpv6 && dice.chance(0.7),
                !isIpv6 && dice.chance(0.1),
                tells,
                dice.between(2, 9),
                steps,
                dice.oneOf(400L, 4_000L, 20_000L),
                tap,
                traits);
    }

    /** The default route, which may move to another router. */
    private Course standard(Card card) {
        Via gateway = new Via(card, card.routers().get(0));
        List<Router> others = card.routers().stream()
                .skip(1)
                .filter(router -> !router.isMoving())
                .toList();
        boolean isTurning = !others.isEmpty() && !gateway.router().isMoving() && has("default-route-moves", 0.06);
        return isTurning
                ? Course.turning(gateway, dice.between(20, steps - 20), new Via(card, dice.oneOf(others)))
                : Course.always(gateway);
    }

    /** Another server on the first link, on a mirrored port or behind the same bridge. */
    private Machine second(LinkDraw link, Card first, List<String> shared, boolean isLate) {
        List<String> macs =
                has("one-mac", 0.3) ? first.macs() : List.of(link.plan().hostMac());
        Card card = new Card(0, macs, link.plan().host(dice.between(181, 200)), first.routers());
        Course standard = Course.always(new Via(card, card.routers().get(0)));
        PeerDraw peers = new PeerDraw(dice, link.plan(), List.of(card), standard, steps, isLate, dice.chance(0.3));
        if (dice.chance(0.3)) {
            peers.alsoAt(dice.oneOf(shared));
        }
        return new Machine(List.of(card), standard, peers.draw(dice.oneOf(1, 2)), List.of(), dice.chance(0.7), 64);
    }

    private Tap tap(int cards, boolean hasNatTraversal) {
        Tap.Filter filter =
                has("filtered", 0.14) ? dice.oneOf(Tap.Filter.HOST_PEER, Tap.Filter.IPSEC) : Tap.Filter.NONE;
        OptionalInt snapLength = OptionalInt.empty();
        if (has("cut", 0.1)) {
            snapLength = OptionalInt.of(isIpv6 || hasNatTraversal ? dice.oneOf(96, 128) : dice.oneOf(46, 64, 96, 128));
        }
        OptionalInt vlan = has("vlan", 0.15) ? OptionalInt.of(dice.between(2, 4000)) : OptionalInt.empty();
        OptionalInt link = OptionalInt.empty();
        if (cards > 1 && has("one-card-captured", 0.15)) {
            link = OptionalInt.of(dice.between(0, 1));
        }
        Tap.Form form = cards > 1
                ? dice.oneOf(Tap.Form.values())
                : dice.oneOf(Tap.Form.PCAP, Tap.Form.PCAP, Tap.Form.PCAP, Tap.Form.PCAPNG);
        return new Tap(filter, snapLength, vlan, link, form, has("copies", 0.06));
    }

    private static boolean isRight(Peer peer) {
        return peer.ike().equals(peer.proper())
                && peer.tunnels().stream().allMatch(tunnel -> tunnel.course().equals(peer.proper()));
    }

    private boolean has(String trait, double probability) {
        boolean has = dice.chance(probability);
        if (has) {
            traits.add(trait);
        }
        return has;
    }
}
