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

/** IKE that a peer does not answer. See the page {@code ike-no-answer}. */
public final class IkeNoAnswer implements Check {
    /** One message may just have been the last thing captured; a second one is a retransmission. */
    private static final int ENOUGH = 2;

    @Override
    public String id() {
        return "ike-no-answer";
    }

    @Override
    public String summary() {
        return "a peer does not answer IKE";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream().flatMap(peer -> examine(facts, peer)).toList();
    }

    private Stream<Finding> examine(Case facts, Peer peer) {
        boolean isAnswered = facts.conclusions().paths(peer).stream().anyMatch(path -> !path.outbound());
        if (isAnswered) {
            return Stream.empty();
        }
        return facts.paths(peer, Traffic.IKE, Direction.OUTBOUND).map(OuterPath::span).reduce(Span::plus).stream()
                .filter(span -> span.frames() >= ENOUGH)
                .map(span -> describe(peer, span));
    }

    private Finding describe(Peer peer, Span span) {
        String text = Wording.frames(span.frames()) + " of IKE went from " + peer.server() + " to " + peer.address()
                + " and nothing came back";
        String filter = Filters.fromTo(Traffic.IKE, peer.server(), peer.address());
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        peer.address() + " does not answer IKE",
                        text,
                        List.of(Evidence.seen("ike-outbound", text, 0, span, filter)))
                .about(peer.address())
                .over(span, List.of(), false);
    }
}
