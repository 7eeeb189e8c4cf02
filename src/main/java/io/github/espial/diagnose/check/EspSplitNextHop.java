package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Way;
import io.github.espial.observe.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One peer's ESP that leaves by several next hops at the same time: only some inner networks have a route. See the page
 * {@code esp-split-next-hop}.
 */
public final class EspSplitNextHop implements Check {
    @Override
    public String id() {
        return "esp-split-next-hop";
    }

    @Override
    public String summary() {
        return "one peer's ESP leaves by several next hops at the same time";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream()
                .flatMap(peer ->
                        examine(facts.protocol(peer), peer, facts.conclusions().ways(peer)))
                .toList();
    }

    private Stream<Finding> examine(String protocol, Peer peer, List<Way> ways) {
        List<Way> split = ways.stream()
                .filter(way -> ways.stream().anyMatch(way::isBeside))
                .toList();
        return split.isEmpty() ? Stream.empty() : Stream.of(describe(protocol, peer, split));
    }

    private Finding describe(String protocol, Peer peer, List<Way> split) {
        String hops = split.stream()
                .map(way ->
                        Wording.nextHop(way) + " (" + Wording.frames(way.span().frames()) + ")")
                .collect(Collectors.joining(" and "));
        String text =
                protocol + " for " + peer.address() + " leaves by " + split.size() + " next hops at the same time: "
                        + hops + ". Probably only some of the inner networks behind the peer have a route of their own";
        Span all = split.stream().map(Way::span).reduce(Span::plus).orElseThrow();
        List<Evidence> evidence = split.stream().map(EspSplitNextHop::evidence).toList();
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        protocol + " for " + peer.address() + " is split between next hops",
                        text,
                        evidence)
                .about(peer.address())
                .over(
                        all,
                        split.stream()
                                .flatMap(way -> way.spis().stream())
                                .distinct()
                                .sorted()
                                .toList(),
                        false);
    }

    private static Evidence evidence(Way way) {
        String text = Wording.frames(way.span().frames()) + " to " + Wording.nextHop(way) + " from "
                + Wording.associations(way.spis());
        String filter = Filters.protectedFromTo(way.server(), way.peer())
                + way.nextHop().mac().map(mac -> " && " + Filters.handedTo(mac)).orElse("");
        return Evidence.seen("esp-next-hop", text, 0, way.span(), filter);
    }
}
