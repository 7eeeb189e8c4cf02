package io.github.espial.simulate;

import java.util.List;
import java.util.stream.Stream;

/** How a peer's traffic stands, and how much of that the capture proves. */
enum Standing {
    /** No packet of it was captured. */
    UNSEEN,
    RIGHT,
    /** All right, but the same frames could be those of a fault. */
    RIGHT_UNPROVEN,
    WRONG,
    WRONG_UNPROVEN,
    /** Wrong, but answered, so that nothing shows it. */
    WRONG_HIDDEN,
    /** All right until the far end fell silent: nothing proves the rest. */
    SILENT;

    /** Fewer packets may be strays that a route's change left behind. */
    private static final int ENOUGH = 5;

    /** A neighbor cache has one MAC of an address at a time: who goes A, B, A, B uses two next hops. */
    private static final int ALTERNATING = 4;

    /** The default gateway's use is one more change. */
    private static final int BACK_AND_FORTH = 3;

    /** Silence of so many packets is no chance, where four of five are answered. */
    private static final int SILENCE = 10;

    /** Nor may so many be passed over. */
    private static final int LONG_SILENCE = 30;

    static Standing of(Network network, Peer peer, Witness witness) {
        List<Witness.Sent> sent =
                peer.tunnels().stream().map(witness::of).distinct().toList();
        int wrong = sent.stream().mapToInt(tunnel -> tunnel.wrong).sum();
        int right = sent.stream().mapToInt(tunnel -> tunnel.right).sum();
        if (wrong > 0) {
            return wrong(network, peer, witness, sent, wrong);
        }
        return right == 0 ? UNSEEN : right(network, peer, witness, sent, right);
    }

    private static Standing wrong(Network network, Peer peer, Witness witness, List<Witness.Sent> sent, int packets) {
        boolean isAnswered = sent.stream().anyMatch(tunnel -> tunnel.wrongAnswered > 0);
        boolean isRedirected = sent.stream().anyMatch(tunnel -> tunnel.redirects > 0);
        boolean isNegotiated = network.tap().showsIke() && witness.of(peer).answered > 0;
        boolean isExplained = !isAnswered || wrongHops(network, peer).allMatch(witness::isGateway);
        boolean isShownByIke =
                isNegotiated && isExplained && areTwo(network, peer, witness) && !mayHaveMoved(peer, witness);
        boolean isProven = isRedirected || isShownByIke;
        if (isProven && packets >= ENOUGH) {
            return WRONG;
        }
        boolean areAllAnswered = sent.stream().allMatch(tunnel -> tunnel.wrong == 0 || tunnel.wrongAnswered > 0);
        return areAllAnswered && !isRedirected ? WRONG_HIDDEN : WRONG_UNPROVEN;
    }

    /** Whether the capture tells that proper and wrong next hops are two routers, and not one with two MACs. */
    private static boolean areTwo(Network network, Peer peer, Witness witness) {
        boolean areNamed = peer.tunnels().stream()
                .flatMap(tunnel -> Stream.of(tunnel.course(), peer.proper()))
                .flatMap(course -> Stream.of(course.first(), course.second()))
                .allMatch(via -> witness.isResolved(via.router()));
        return areNamed
                || witness.of(peer).hops.size() >= ALTERNATING
                || (witness.of(peer).hops.size() >= BACK_AND_FORTH
                        && wrongHops(network, peer).allMatch(witness::isGateway));
    }

    /** Whether all that is wrong went right at first, is answered, and no IKE was seen since: its route may have moved, too. */
    private static boolean mayHaveMoved(Peer peer, Witness witness) {
        return witness.of(peer).hops.size() < BACK_AND_FORTH
                && peer.tunnels().stream()
                        .filter(tunnel -> witness.of(tunnel).wrong > 0)
                        .allMatch(tunnel ->
                                tunnel.course().first().equals(peer.proper().first())
                                        && (witness.of(tunnel).wrongAnswered > 0
                                                || witness.of(tunnel).wrong < SILENCE));
    }

    private static Stream<String> wrongHops(Network network, Peer peer) {
        return peer.tunnels().stream()
                .flatMap(tunnel -> tunnel.course().macs(network.steps(), peer.proper(), false).stream());
    }

    private static Standing right(Network network, Peer peer, Witness witness, List<Witness.Sent> sent, int packets) {
        boolean isNegotiated = network.tap().showsIke() && witness.of(peer).answered > 0;
        boolean isAnswered = sent.stream().allMatch(tunnel -> tunnel.right == 0 || tunnel.rightAnswered > 0);
        // a box that also serves the virtual address shows as two next hops
        boolean isTwice =
                peer.tunnels().stream().anyMatch(tunnel -> !tunnel.course().equals(peer.proper()));
        boolean isMoving =
                peer.proper().isTurning() || peer.proper().first().router().isMoving();
        boolean isPolicyRouted = !peer.ike().equals(peer.proper());
        boolean isReturnedByStranger = isReturnedByOtherMac(peer) && !isGateway(peer, witness);
        boolean isAsymmetric = peer.returns().isPresent() || isReturnedByStranger;
        boolean hasCeased = sent.stream().anyMatch(tunnel -> tunnel.rightAnswered > 0 && tunnel.sinceAnswer > SILENCE);
        int silent = sent.stream().mapToInt(tunnel -> tunnel.sinceAnswer).min().orElse(0);
        if (isAnswered && silent > LONG_SILENCE) {
            return SILENT;
        }
        boolean isOdd = isMoving || isTwice || isPolicyRouted || hasCeased || packets < ENOUGH;
        boolean isShown = isNegotiated || (isAnswered && !isAsymmetric);
        return isShown && !isOdd ? RIGHT : RIGHT_UNPROVEN;
    }

    private static boolean isReturnedByOtherMac(Peer peer) {
        Router router = peer.proper().first().router();
        return !router.mac(0).equals(router.sender(0));
    }

    private static boolean isGateway(Peer peer, Witness witness) {
        return witness.isGateway(peer.proper().first().router().mac(0));
    }
}
