package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.observe.FactKind;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sequence numbers of SAs that no captured packet bears. See the page {@code esp-loss}. */
public final class EspLoss implements Check {
    /** Of fewer packets nothing is said. */
    private static final long FEWEST_SEEN = 10;

    /** Below one in a thousand, loss hurts nothing. */
    private static final double LEAST_SHARE = 0.001;

    /** From one in a hundred on, TCP over a usual distance loses most of its speed (Mathis and others, 1997). */
    private static final double HARMFUL_SHARE = 0.01;

    /** Fewer are chance. */
    private static final long FEWEST_HARMFUL = 5;

    /** Where more is missing than is there, no tunnel works: the capture holds a part only. */
    private static final double GREATEST_SHARE = 0.5;

    /** Packets lost for reasons that befall both directions: the one without loss shows that the capture is whole. */
    private static final double OTHER_DIRECTION = 0.5;

    /** Packets in a second: a line of 10 Gbit/s carries fewer of the shortest in ESP than ten times as many. */
    private static final double GREATEST_RATE = 1_000_000;

    private static final String PART_ONLY = "That is more than half: the capture holds only a part of this traffic";

    @Override
    public String id() {
        return "esp-loss";
    }

    @Override
    public String summary() {
        return "sequence numbers of an SA are missing";
    }

    @Override
    public List<Finding> examine(Case facts) {
        if (facts.sampled().contains(FactKind.SAS)
                || facts.conclusions().facts().leftOut().sas() > 0) {
            return List.of();
        }
        return facts.peers().stream().flatMap(peer -> examine(facts, peer)).toList();
    }

    private Stream<Finding> examine(Case facts, Peer peer) {
        NumberCount outbound = count(facts, peer, Direction.OUTBOUND);
        NumberCount inbound = count(facts, peer, Direction.INBOUND);
        return Stream.concat(
                describe(peer, Direction.OUTBOUND, outbound, Severity.INFO, outboundText(facts, outbound)).stream(),
                describe(
                        peer,
                        Direction.INBOUND,
                        inbound,
                        severity(facts, inbound, outbound),
                        inboundText(facts, inbound, outbound))
                        .stream());
    }

    private static NumberCount count(Case facts, Peer peer, Direction direction) {
        boolean isCut =
                facts.paths(peer, Traffic.CUT_IPSEC, direction).findAny().isPresent();
        boolean isHere = facts.protectedPaths(peer, direction).findAny().isPresent();
        return isCut || !isHere
                ? NumberCount.NONE
                : NumberCount.of(
                        direction == Direction.OUTBOUND
                                ? facts.conclusions().facts().sas(peer.server(), peer.address())
                                : facts.conclusions().facts().sas(peer.address(), peer.server()));
    }

    /** Only what is lost on the way is trouble, and only where the capture proves that it did not lose it itself. */
    private static Severity severity(Case facts, NumberCount inbound, NumberCount outbound) {
        boolean isHarmful = inbound.scattered() >= FEWEST_HARMFUL
                && inbound.scatteredShare() >= HARMFUL_SHARE
                && inbound.share() <= GREATEST_SHARE;
        return isHarmful && isWhole(facts, inbound, outbound) ? Severity.WARNING : Severity.INFO;
    }

    private static boolean isWhole(Case facts, NumberCount inbound, NumberCount outbound) {
        return outbound.seen() >= FEWEST_SEEN
                && outbound.share() < OTHER_DIRECTION * inbound.share()
                && lostByCapture(facts) == 0
                && facts.captures().stream()
                        .allMatch(capture -> capture.summary().problems().isEmpty());
    }

    private static long lostByCapture(Case facts) {
        return facts.captures().stream()
                .mapToLong(capture -> capture.summary().dropped().orElse(0))
                .sum();
    }

    private static String outboundText(Case facts, NumberCount outbound) {
        return stated(facts)
                + (outbound.share() > GREATEST_SHARE
                        ? PART_ONLY
                        : "They are missing on the very first link: it is the capture that"
                                + " lost them and not the network, unless they left by a card that was not captured");
    }

    private static String inboundText(Case facts, NumberCount inbound, NumberCount outbound) {
        if (inbound.share() > GREATEST_SHARE) {
            return stated(facts) + PART_ONLY;
        }
        if (inbound.scatteredShare() < OTHER_DIRECTION * inbound.share()) {
            return stated(facts)
                    + "Most of them are missing in one stretch: the line or the capture paused, or the peer"
                    + " skipped numbers, as clusters do at a failover";
        }
        return isWhole(facts, inbound, outbound)
                ? "The capture holds what the server sent, so they were lost on the way, or came in by a card that was"
                        + " not captured"
                : stated(facts) + "They were lost on the way or by the capture: nothing here tells which";
    }

    private static String stated(Case facts) {
        long lost = lostByCapture(facts);
        return lost > 0 ? "The capture says that it lost " + Wording.frames(lost) + ". " : "";
    }

    /** Whether more numbers are missing than any machine sends in that time. */
    private static boolean cannotBe(NumberCount count, Span span) {
        double seconds = Math.max(1, span.nanos() / 1e9);
        return count.missing() / seconds > GREATEST_RATE;
    }

    private static String filter(Peer peer, Direction direction) {
        return direction == Direction.OUTBOUND
                ? Filters.protectedFromTo(peer.server(), peer.address())
                : Filters.protectedFromTo(peer.address(), peer.server());
    }

    private Finding unusable(Peer peer, Direction direction, String way, NumberCount count) {
        Span span = count.span().orElseThrow();
        String text = "the sequence numbers of " + Wording.associations(count.spis()) + " leap by " + count.missing()
                + " in " + Wording.seconds(span.nanos())
                + ", more than any machine sends: they are unusable, as where a sender writes their octets in the wrong"
                + " order, and no loss is stated";
        String filter = filter(peer, direction);
        return Finding.of(
                        id(),
                        Severity.INFO,
                        "sequence numbers of packets " + way + " are unusable",
                        text,
                        List.of(Evidence.seen("sequence-numbers", "sequence numbers leap", 0, span, filter)))
                .about(peer.address())
                .over(span, count.spis(), false);
    }

    private Optional<Finding> describe(
            Peer peer, Direction direction, NumberCount count, Severity severity, String reading) {
        if (count.seen() < FEWEST_SEEN || count.share() < LEAST_SHARE) {
            return Optional.empty();
        }
        String way = (direction == Direction.OUTBOUND ? "to " : "from ") + peer.address();
        if (count.span().filter(span -> cannotBe(count, span)).isPresent()) {
            return Optional.of(unusable(peer, direction, way, count));
        }
        String text = count.missing() + " of " + (count.missing() + count.seen()) + " packets " + way
                + " are not in the capture, by the sequence numbers of " + Wording.associations(count.spis()) + ". "
                + reading;
        String filter = filter(peer, direction);
        return count.span()
                .map(span -> Finding.of(
                                id(),
                                severity,
                                "packets " + way + " are missing",
                                text,
                                List.of(Evidence.seen(
                                        "sequence-numbers",
                                        "sequence numbers are missing, " + Wording.where(span),
                                        0,
                                        span,
                                        filter)))
                        .about(peer.address())
                        .over(span, count.spis(), false));
    }
}
