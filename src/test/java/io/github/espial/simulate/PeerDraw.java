package io.github.espial.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Draws the peers of one machine, and what goes wrong on the way to them. */
final class PeerDraw {
    private final Dice dice;
    private final AddressPlan plan;
    private final List<Card> cards;
    private final Course standard;
    private final int steps;
    private final boolean isLate;
    private final boolean looksUpInner;
    private final Set<String> traits = new TreeSet<>();
    private final List<String> addresses = new ArrayList<>();
    private final Deque<String> wanted = new ArrayDeque<>();

    /**
     * @param isLate whether the capture begins after the negotiations
     * @param looksUpInner whether the machine looks routes up before IPsec, so that a network without a route of its own
     *     is sent for by the default gateway
     */
    PeerDraw(
            Dice dice,
            AddressPlan plan,
            List<Card> cards,
            Course standard,
            int steps,
            boolean isLate,
            boolean looksUpInner) {
        this.dice = dice;
        this.plan = plan;
        this.cards = cards;
        this.standard = standard;
        this.steps = steps;
        this.isLate = isLate;
        this.looksUpInner = looksUpInner;
    }

    /** The next one drawn is at that address, which it shares with another machine's peer. */
    void alsoAt(String address) {
        wanted.add(address);
    }

    List<String> addresses() {
        return List.copyOf(addresses);
    }

    Set<String> traits() {
        return traits;
    }

    boolean hasNatTraversal() {
        return traits.contains("nat-traversal");
    }

    List<Peer> draw(int count) {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            peers.add(peer());
        }
        return peers;
    }

    private Peer peer() {
        boolean isOnLink = wanted.isEmpty() && has("on-link", 0.08);
        Card card = cards.size() > 1 && dice.chance(0.7) ? cards.get(1) : cards.get(0);
        String address;
        Course proper;
        if (isOnLink) {
            card = cards.get(0);
            address = plan.host(dice.between(120, 180));
            proper = Course.always(new Via(card, Router.alone(address, plan.mac("00:23:24"))));
        } else {
            address = wanted.isEmpty() ? plan.farAway() : wanted.remove();
            boolean hasRoute = !card.equals(cards.get(0)) || dice.chance(0.75);
            List<Router> others = card.equals(cards.get(0))
                    ? card.routers().subList(1, card.routers().size())
                    : card.routers();
            proper = hasRoute ? Course.always(new Via(card, dice.oneOf(others))) : standard;
        }
        addresses.add(address);
        int answersUntil = dice.chance(0.85) ? Router.STAYS : dice.chance(0.5) ? 0 : steps / 2;
        boolean isFree = !proper.equals(standard) && !isOnLink && !standard.isTurning();
        boolean isPolicyRouted = isFree && answersUntil == Router.STAYS && has("policy-routed-ike", 0.05);
        Optional<Router> returns = !isOnLink && has("asymmetric", 0.08)
                ? Optional.of(dice.oneOf(card.routers())).filter(router -> !router.isMoving())
                : Optional.empty();
        boolean isNatTraversal = !isOnLink && has("nat-traversal", 0.2);
        List<Tunnel> tunnels =
                tunnels(proper, looksUpInner && !isOnLink && !proper.equals(standard) && !isPolicyRouted);
        boolean isWrong = tunnels.stream().anyMatch(tunnel -> !tunnel.course().equals(proper));
        return new Peer(
                address,
                card.address(),
                proper,
                isPolicyRouted ? standard : proper,
                returns,
                tunnels,
                negotiation(isWrong),
                isNatTraversal,
                answersUntil,
                dice.oneOf(Peer.Reaction.values()));
    }

    private Set<Peer.Negotiation> negotiation(boolean isWrong) {
        Set<Peer.Negotiation> negotiation = EnumSet.noneOf(Peer.Negotiation.class);
        if (!isLate && dice.chance(0.75)) {
            negotiation.add(Peer.Negotiation.AT_START);
            if (isWrong && has("tried-elsewhere", 0.1)) {
                negotiation.add(Peer.Negotiation.TRIED_ELSEWHERE);
            }
        }
        if (dice.chance(0.4)) {
            negotiation.add(Peer.Negotiation.REPEATED);
        }
        if (has("peer-begins", 0.2) && !negotiation.contains(Peer.Negotiation.TRIED_ELSEWHERE)) {
            negotiation.add(Peer.Negotiation.BEGUN_BY_PEER);
        }
        if (has("ike-1", 0.2)) {
            negotiation.add(Peer.Negotiation.VERSION_1);
        }
        return negotiation;
    }

    private List<Tunnel> tunnels(Course proper, boolean canFail) {
        boolean isOneSa = dice.chance(0.4);
        long outbound = dice.spi();
        long inbound = dice.spi();
        List<Tunnel> tunnels = new ArrayList<>();
        for (int i = dice.oneOf(1, 1, 2, 3); i > 0; i--) {
            Course course = canFail && dice.chance(0.5) ? fault(proper) : proper;
            int first = isLate ? dice.between(1, 3000) : 1;
            tunnels.add(
                    isOneSa
                            ? new Tunnel(outbound, inbound, course, 1)
                            : new Tunnel(dice.spi(), dice.spi(), course, first));
        }
        return tunnels;
    }

    /** What becomes of packets for a network without a route. */
    private Course fault(Course proper) {
        if (standard.isTurning()) {
            return standard;
        }
        Via right = proper.first();
        Via gateway = standard.first();
        int early = dice.between(8, steps / 2);
        return switch (dice.oneOf(0, 0, 0, 0, 0, 1, 2, 3, 4)) {
            case 1 -> {
                List<Router> others = right.card().routers().stream()
                        .filter(router -> !router.equals(right.router()))
                        .toList();
                yield others.isEmpty()
                        ? Course.always(gateway)
                        : Course.always(new Via(right.card(), dice.oneOf(others)));
            }
            case 2 -> turned("route-lost", Course.turning(right, early, gateway));
            case 3 -> turned("mended", Course.turning(gateway, early, right));
            case 4 -> turned("interval", new Course(right, early, gateway, early + dice.between(10, steps / 2)));
            default -> Course.always(gateway);
        };
    }

    private Course turned(String trait, Course course) {
        traits.add(trait);
        return course;
    }

    private boolean has(String trait, double probability) {
        boolean has = dice.chance(probability);
        if (has) {
            traits.add(trait);
        }
        return has;
    }
}
