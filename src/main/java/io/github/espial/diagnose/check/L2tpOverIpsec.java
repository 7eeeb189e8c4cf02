package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.l2tp.L2tpTunnel;
import io.github.espial.net.Spi;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.stream.Stream;

/**
 * L2TP in transport mode: no IP header is added, the outer route counts, and no extra routes are needed (RFC 3193). See
 * the page {@code l2tp-over-ipsec}.
 *
 * <p>Without keys it shows where the capturing machine hands decrypted packets to the capture again, as Linux does: L2TP
 * from the peer in the clear, none to it, and ESP both ways. With keys it shows in any case.
 */
public final class L2tpOverIpsec implements Check {
    @Override
    public String id() {
        return "l2tp-over-ipsec";
    }

    @Override
    public String summary() {
        return "L2TP runs over IPsec in transport mode: it follows the outer route and needs no extra routes";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream().flatMap(peer -> examine(facts, peer)).toList();
    }

    private Stream<Finding> examine(Case facts, Peer peer) {
        List<L2tpTunnel> opened =
                facts.tunnels(peer).filter(L2tpTunnel::isProtected).toList();
        if (!opened.isEmpty()) {
            return Stream.of(describe(peer, opened));
        }
        if (!isDecrypted(facts, peer)) {
            return Stream.empty();
        }
        return l2tp(facts, peer, Direction.INBOUND).map(OuterPath::span).reduce(Span::plus).stream()
                .map(span -> describe(peer, span));
    }

    /** Whether the L2TP that comes from {@code peer} is what its ESP held. */
    static boolean isInside(Case facts, Peer peer) {
        boolean isOpened = facts.tunnels(peer).anyMatch(L2tpTunnel::isProtected);
        return (isOpened && l2tp(facts, peer, Direction.OUTBOUND).findAny().isEmpty()) || isDecrypted(facts, peer);
    }

    private static boolean isDecrypted(Case facts, Peer peer) {
        return l2tp(facts, peer, Direction.INBOUND).findAny().isPresent()
                && l2tp(facts, peer, Direction.OUTBOUND).findAny().isEmpty()
                && facts.protectedPaths(peer, Direction.OUTBOUND).findAny().isPresent()
                && facts.protectedPaths(peer, Direction.INBOUND).findAny().isPresent();
    }

    private static Stream<OuterPath> l2tp(Case facts, Peer peer, Direction direction) {
        return facts.conclusions().paths(peer).stream()
                .filter(path -> path.direction() == direction
                        && (path.traffic() == Traffic.L2TP_CONTROL || path.traffic() == Traffic.L2TP_DATA));
    }

    private Finding describe(Peer peer, List<L2tpTunnel> tunnels) {
        Span span = tunnels.stream().map(L2tpTunnel::span).reduce(Span::plus).orElseThrow();
        List<Spi> spis = tunnels.stream()
                .flatMap(tunnel -> tunnel.spis().stream())
                .distinct()
                .sorted()
                .toList();
        String text = "L2TP with " + peer.address() + " is inside ESP (" + Wording.frames(span.frames())
                + "): its packets are routed by the peer's own address, so no extra routes are needed"
                + TunnelStory.of(tunnels);
        return Finding.of(
                        id(),
                        Severity.INFO,
                        "L2TP over IPsec with " + peer.address(),
                        text,
                        List.of(Evidence.seen(
                                "l2tp-opened",
                                text,
                                0,
                                span,
                                Filters.ofSpis("ESP", spis, peer.server(), peer.address()))))
                .about(peer.address())
                .over(span, spis, false);
    }

    private Finding describe(Peer peer, Span span) {
        String text = "L2TP with " + peer.address() + " is protected by IPsec in transport mode ("
                + Wording.frames(span.frames())
                + " of L2TP from it were captured decrypted): its packets are routed by the peer's own address, so no extra"
                + " routes are needed";
        String filter = Filters.fromTo(Traffic.L2TP_DATA, peer.address(), peer.server());
        return Finding.of(
                        id(),
                        Severity.INFO,
                        "L2TP over IPsec with " + peer.address(),
                        text,
                        List.of(Evidence.seen("l2tp-decrypted", text, 0, span, filter)))
                .about(peer.address())
                .over(span, List.of(), false);
    }
}
