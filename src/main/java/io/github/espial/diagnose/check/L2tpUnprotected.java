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
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.stream.Stream;

/** L2TP in the clear: it has no encryption of its own (RFC 2661 §9). See the page {@code l2tp-unprotected}. */
public final class L2tpUnprotected implements Check {
    @Override
    public String id() {
        return "l2tp-unprotected";
    }

    @Override
    public String summary() {
        return "L2TP goes in the clear";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream()
                .filter(peer -> !L2tpOverIpsec.isInside(facts, peer))
                .flatMap(peer -> examine(facts, peer))
                .toList();
    }

    private Stream<Finding> examine(Case facts, Peer peer) {
        return facts.conclusions().paths(peer).stream()
                .filter(path -> path.traffic() == Traffic.L2TP_CONTROL || path.traffic() == Traffic.L2TP_DATA)
                .map(OuterPath::span)
                .reduce(Span::plus)
                .stream()
                .map(span -> describe(facts, peer, span));
    }

    private Finding describe(Case facts, Peer peer, Span span) {
        boolean hasEsp =
                facts.protectedPaths(peer, Direction.OUTBOUND).findAny().isPresent();
        String text = Wording.frames(span.frames()) + " of L2TP between " + peer.server() + " and " + peer.address()
                + " are in the clear"
                + (hasEsp ? ", though there is ESP between them too" : "; no IPsec between them was seen")
                + TunnelStory.of(facts.tunnels(peer).toList());
        String filter = "l2tp && " + Filters.field(peer.address()) + ".addr == " + peer.address();
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        "L2TP with " + peer.address() + " is not protected",
                        text,
                        List.of(Evidence.seen("l2tp-clear", text, 0, span, filter)))
                .about(peer.address())
                .over(span, List.of(), false);
    }
}
