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
import io.github.espial.net.IpAddress;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An end that answered and then no more, while ESP for it goes on. See the page {@code answers-ceased}.
 *
 * <p>How long a peer may be silent it shows itself: the silence at the end is told only where it is far longer than any
 * before, counted in packets that went unanswered.
 */
public final class AnswersCeased implements Check {
    /** Fewer packets without an answer are common: a large file that is sent is acknowledged now and then. */
    private static final long ENOUGH = 20;

    /** So many times the longest silence before is no chance. */
    private static final long FAR_LONGER = 4;

    /** Fewer answers do not show how often the peer answers. */
    private static final long ANSWERS = 5;

    @Override
    public String id() {
        return "answers-ceased";
    }

    @Override
    public String summary() {
        return "a peer answered and then no more, while ESP for it goes on";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream()
                .flatMap(peer -> ofPeer(facts, peer).stream())
                .toList();
    }

    /** Where both ends are on the link, either may be the one whose routes are at fault. */
    private Optional<Finding> ofPeer(Case facts, Peer peer) {
        Optional<Finding> ofPeer = examine(facts, peer, new Ends(peer.server(), peer.address()));
        boolean isOnLink = facts.conclusions()
                .facts()
                .ipsec(peer.address(), peer.server())
                .filter(Talk::isProtected)
                .anyMatch(Talk::isFresh);
        return ofPeer.isEmpty() && isOnLink ? examine(facts, peer, new Ends(peer.address(), peer.server())) : ofPeer;
    }

    /**
     * Who talks to whom.
     *
     * @param asking who sends on
     * @param answering who is expected to answer
     */
    private record Ends(IpAddress asking, IpAddress answering) {}

    private Optional<Finding> examine(Case facts, Peer peer, Ends ends) {
        boolean isPeerAsked = ends.answering().equals(peer.address());
        Optional<Span> answers = facts.protectedPaths(peer, isPeerAsked ? Direction.INBOUND : Direction.OUTBOUND)
                .map(OuterPath::span)
                .reduce(Span::plus);
        Optional<Span> sent = facts.protectedPaths(peer, isPeerAsked ? Direction.OUTBOUND : Direction.INBOUND)
                .map(OuterPath::span)
                .reduce(Span::plus);
        if (sent.isEmpty()
                || answers.filter(span -> span.hasTime() && span.frames() >= ANSWERS)
                        .isEmpty()) {
            return Optional.empty();
        }
        Silence silence = Silence.of(
                series(facts.conclusions().facts().ipsec(ends.asking(), ends.answering())),
                series(facts.conclusions().facts().ipsec(ends.answering(), ends.asking())));
        boolean isLast = sent.get().lastNanos() > answers.get().lastNanos();
        boolean hasCeased =
                isLast && silence.atEnd() >= ENOUGH && silence.atEnd() > FAR_LONGER * silence.longestBefore();
        return hasCeased
                ? Optional.of(describe(facts.protocol(peer), ends, sent.get(), answers.get(), silence)
                        .about(peer.address())
                        .over(sent.get(), List.of(), true))
                : Optional.empty();
    }

    private Finding describe(String protocol, Ends ends, Span sent, Span answers, Silence silence) {
        String when = Wording.time(answers.lastNanos());
        String text = ends.answering() + " answered until " + when + " (" + Wording.frames(answers.frames())
                + "); since then " + Wording.frames(silence.atEnd()) + " of " + protocol + " went to it in "
                + Wording.seconds(sent.lastNanos() - answers.lastNanos()) + ", and none came back";
        return Finding.of(
                id(),
                Severity.WARNING,
                ends.answering() + " ceased to answer at " + when,
                text,
                List.of(
                        Evidence.seen(
                                "esp-inbound",
                                "the last " + protocol + " from " + ends.answering() + " came at " + when,
                                0,
                                answers,
                                Filters.protectedFromTo(ends.answering(), ends.asking())),
                        Evidence.seen(
                                "esp-outbound",
                                protocol + " to " + ends.answering() + " went on until "
                                        + Wording.time(sent.lastNanos()),
                                0,
                                sent,
                                Filters.protectedFromTo(ends.asking(), ends.answering()))));
    }

    private static Series series(Stream<Talk> talks) {
        return Series.sum(talks.filter(Talk::isProtected).map(Talk::series).toList());
    }

    /**
     * Packets that were sent while nothing came back.
     *
     * @param longestBefore the most in a row between two answers
     * @param atEnd those after the last answer
     */
    record Silence(long longestBefore, long atEnd) {
        static Silence of(Series sent, Series answers) {
            int bits = Math.max(sent.widthBits(), answers.widthBits());
            Set<Long> answered = answers.activeBuckets(bits);
            long longest = 0;
            long run = 0;
            boolean hasBegun = false;
            for (int i = 0; i < sent.length(); i++) {
                if (answered.contains(sent.startNanos(i) >> bits)) {
                    longest = Math.max(longest, run);
                    run = 0;
                    hasBegun = true;
                } else if (hasBegun) {
                    run += sent.frames(i);
                }
            }
            return new Silence(longest, run);
        }
    }
}
