package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ESP in UDP (RFC 3948), or its keepalives only. See the page {@code nat-traversal}. */
public final class NatTraversal implements Check {
    @Override
    public String id() {
        return "nat-traversal";
    }

    @Override
    public String summary() {
        return "NAT traversal is in use: ESP is carried in UDP";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream()
                .flatMap(
                        peer -> describe(
                                facts,
                                peer,
                                spanOf(facts, peer, Traffic.UDP_ESP),
                                spanOf(facts, peer, Traffic.KEEPALIVE))
                                .stream())
                .toList();
    }

    private static Optional<Span> spanOf(Case facts, Peer peer, Traffic traffic) {
        return facts.conclusions().paths(peer).stream()
                .filter(path -> path.traffic() == traffic)
                .map(OuterPath::span)
                .reduce(Span::plus);
    }

    /** Whether SAs carry packets without UDP, on whatever link. */
    private static boolean hasOther(Case facts, Peer peer) {
        return Stream.concat(
                        facts.conclusions().facts().ipsec(peer.server(), peer.address()),
                        facts.conclusions().facts().ipsec(peer.address(), peer.server()))
                .anyMatch(talk -> talk.isProtected() && talk.traffic() != Traffic.UDP_ESP);
    }

    private Optional<Finding> describe(Case facts, Peer peer, Optional<Span> esp, Optional<Span> keepalives) {
        return esp.or(() -> keepalives).map(span -> {
            String address = Filters.field(peer.address()) + ".addr == " + peer.address();
            boolean isWithoutUdp = esp.isEmpty() && hasOther(facts, peer);
            boolean isOnlyKeepalive = esp.isEmpty() && !isWithoutUdp;
            String text = isOnlyKeepalive
                    ? keepalive(peer, span) + ", but no ESP: the SA is idle, or its packets leave elsewhere"
                    : isWithoutUdp
                            ? keepalive(peer, span) + ", while " + facts.protocol(peer) + " goes without UDP"
                            : Wording.frames(span.frames()) + " of ESP in UDP between " + peer.server() + " and "
                                    + peer.address()
                                    + keepalives
                                            .map(some -> ", and " + Wording.frames(some.frames()) + " of NAT-keepalive")
                                            .orElse("");
            String filter = (esp.isEmpty() ? "udpencap.nat_keepalive && " : "udp && esp && ") + address;
            return Finding.of(
                            id(),
                            isOnlyKeepalive ? Severity.WARNING : Severity.INFO,
                            isOnlyKeepalive
                                    ? "only NAT-keepalives with " + peer.address()
                                    : "NAT traversal with " + peer.address(),
                            text,
                            List.of(Evidence.seen("udp-encapsulation", text, 0, span, filter)))
                    .about(peer.address())
                    .over(span, List.of(), false);
        });
    }

    private static String keepalive(Peer peer, Span span) {
        return Wording.frames(span.frames()) + " of NAT-keepalive between " + peer.server() + " and " + peer.address();
    }
}
