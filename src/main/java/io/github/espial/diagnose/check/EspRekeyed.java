package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.IkeExchange;
import io.github.espial.observe.Span;
import io.github.espial.wire.IkeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An SA that took over from an older one of the same two hosts. See the page {@code esp-rekeyed}. */
public final class EspRekeyed implements Check {
    /** Packets of the old SA that were on their way come after the first of the new one, but not for long. */
    private static final long OVERLAP_NANOS = 2_000_000_000L;

    /** After a longer silence nothing shows that the new SA is there in place of the old one. */
    private static final long PAUSE_NANOS = 60_000_000_000L;

    /** A new SA counts from 1 (RFC 4303 §3.3.3); that a few packets were not captured does not make it an old one. */
    private static final long HIGHEST_BEGIN = 32;

    /** More SAs between two hosts are no rekeying but a flood of made-up ones; each is compared with each. */
    private static final int MOST_ASSOCIATIONS = 500;

    /** Takeovers that are shown one by one. */
    private static final int TOLD = 20;

    @Override
    public String id() {
        return "esp-rekeyed";
    }

    @Override
    public String summary() {
        return "a new SA took over from an old one";
    }

    @Override
    public List<Finding> examine(Case facts) {
        Map<Ends, List<SecurityAssociation>> byEnds = facts.topology().associations().stream()
                .filter(sa -> sa.span().hasTime())
                .collect(Collectors.groupingBy(sa -> new Ends(sa.source(), sa.destination())));
        return facts.peers().stream()
                .flatMap(peer -> Stream.of(
                                new Ends(peer.server(), peer.address()), new Ends(peer.address(), peer.server()))
                        .flatMap(ends ->
                                describe(peer, takeovers(facts, byEnds.getOrDefault(ends, List.of()))).stream()))
                .toList();
    }

    /** Which SA follows which: of those that fell silent, the one that did so last, or else the one that did so first. */
    private static List<Takeover> takeovers(Case facts, List<SecurityAssociation> associations) {
        if (associations.size() > MOST_ASSOCIATIONS) {
            return List.of();
        }
        List<SecurityAssociation> inOrder = associations.stream()
                .sorted((one, other) ->
                        Long.compare(one.span().firstNanos(), other.span().firstNanos()))
                .toList();
        List<SecurityAssociation> old = new ArrayList<>();
        List<Takeover> takeovers = new ArrayList<>();
        for (SecurityAssociation next : inOrder) {
            old.stream()
                    .map(before -> new Takeover(before, next))
                    .filter(Takeover::isPlausible)
                    .filter(takeover -> takeover.isNegotiated(facts))
                    .max((one, other) -> Long.compare(one.likelihood(), other.likelihood()))
                    .ifPresent(takeover -> {
                        old.remove(takeover.before());
                        takeovers.add(takeover);
                    });
            old.add(next);
        }
        return takeovers;
    }

    private Optional<Finding> describe(Peer peer, List<Takeover> takeovers) {
        if (takeovers.isEmpty()) {
            return Optional.empty();
        }
        Takeover first = takeovers.get(0);
        Takeover last = takeovers.get(takeovers.size() - 1);
        String way =
                (first.next().direction() == SecurityAssociation.Direction.OUTBOUND ? "to " : "from ") + peer.address();
        String text = takeovers.size() == 1
                ? "packets " + way + ": " + first.told()
                : "packets " + way + ": " + takeovers.size() + " times a new SA took over from an old one; first "
                        + first.told() + ", last " + last.told();
        Span span = takeovers.stream()
                .flatMap(takeover ->
                        Stream.of(takeover.before().span(), takeover.next().span()))
                .reduce(Span::plus)
                .orElseThrow();
        return Optional.of(Finding.of(
                        id(),
                        Severity.INFO,
                        "packets " + way + " changed to a new SA",
                        text,
                        takeovers.stream().limit(TOLD).map(EspRekeyed::evidence).toList())
                .about(peer.address())
                .over(span, spis(takeovers), false));
    }

    private static List<Spi> spis(List<Takeover> takeovers) {
        return takeovers.stream()
                .flatMap(takeover ->
                        Stream.of(takeover.before().spi(), takeover.next().spi()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Evidence evidence(Takeover takeover) {
        Span old = takeover.before().span();
        Span fresh = takeover.next().span();
        FrameReference last = old.lastFrame();
        FrameReference first = fresh.firstFrame();
        String text = takeover.told() + "; the old one's last frame is " + last.number() + Wording.in(last, first)
                + ", the new one's first " + first.number() + Wording.in(first, last);
        return new Evidence(
                "takeover",
                text,
                0,
                List.of(last, first),
                Optional.of("(" + Filters.of(takeover.before()) + ") || (" + Filters.of(takeover.next()) + ")"));
    }

    private record Ends(IpAddress source, IpAddress destination) {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Ends ends && ends.source.equals(source) && ends.destination.equals(destination);
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + destination.hashCode();
        }
    }

    /** An SA and what may have come in its place. */
    private record Takeover(SecurityAssociation before, SecurityAssociation next) {
        boolean isPlausible() {
            long pause = next.span().firstNanos() - before.span().lastNanos();
            return before.traffic() == next.traffic()
                    && next.sequence().lowest() <= HIGHEST_BEGIN
                    && pause <= PAUSE_NANOS
                    && pause >= -OVERLAP_NANOS
                    && next.span().lastNanos() > before.span().lastNanos();
        }

        /** The greater, the likelier: the time by which the old one still went on counts less than any silence. */
        long likelihood() {
            long pause = next.span().firstNanos() - before.span().lastNanos();
            return pause >= 0 ? -pause : pause - PAUSE_NANOS;
        }

        /** Whether IKE made an SA while the old one was in use: one made before that is for something else. */
        boolean isNegotiated(Case facts) {
            return Stream.concat(
                            facts.conclusions().facts().ike(before.source(), before.destination()),
                            facts.conclusions().facts().ike(before.destination(), before.source()))
                    .filter(Takeover::makesAssociations)
                    .anyMatch(exchange -> exchange.span().lastNanos()
                                    > before.span().firstNanos()
                            && exchange.span().firstNanos() <= next.span().firstNanos());
        }

        private static boolean makesAssociations(IkeExchange exchange) {
            return exchange.majorVersion() == 1
                    ? exchange.exchangeType() == IkeView.V1_QUICK_MODE
                    : exchange.exchangeType() == IkeView.V2_CREATE_CHILD_SA
                            || exchange.exchangeType() == IkeView.V2_IKE_AUTH;
        }

        String told() {
            return "SA " + next.spi() + " took over from SA " + before.spi() + " at "
                    + Wording.time(next.span().firstNanos());
        }
    }
}
