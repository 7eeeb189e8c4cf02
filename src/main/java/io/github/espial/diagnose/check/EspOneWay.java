package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.observe.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** ESP that goes out while none comes back. See the page {@code esp-one-way}. */
public final class EspOneWay implements Check {
    /** Fewer frames may just not have been answered yet. */
    private static final int ENOUGH = 3;

    @Override
    public String id() {
        return FindingId.ESP_ONE_WAY;
    }

    @Override
    public String summary() {
        return "ESP goes out to a peer and none comes back";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return Stream.concat(
                        facts.peers().stream().flatMap(peer -> examine(facts, peer)),
                        Stream.concat(CountedOneWay.findings(facts), TappedOneWay.findings(facts)))
                .toList();
    }

    private Stream<Finding> examine(Case facts, Peer peer) {
        if (facts.protectedPaths(peer, Direction.INBOUND).findAny().isPresent()) {
            return Stream.empty();
        }
        return facts.protectedPaths(peer, Direction.OUTBOUND).map(OuterPath::span).reduce(Span::plus).stream()
                .filter(span -> span.frames() >= ENOUGH)
                .map(span -> describe(facts, peer, span));
    }

    private Finding describe(Case facts, Peer peer, Span span) {
        String protocol = facts.protocol(peer);
        String text = Wording.frames(span.frames()) + " of " + protocol + " went from " + peer.server() + " to "
                + peer.address() + " and none came back on the captured interfaces";
        String filter = Filters.protectedFromTo(peer.server(), peer.address());
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.seen(
                "esp-outbound", protocol + " to " + peer.address() + ", and none from it", 0, span, filter));
        evidence.addAll(SentInVain.of(facts, peer.server(), peer.address(), spi -> true));
        return Finding.of(
                        id(), Severity.WARNING, protocol + " for " + peer.address() + " gets no answer", text, evidence)
                .about(peer.address())
                .over(span, List.of(), false);
    }
}
