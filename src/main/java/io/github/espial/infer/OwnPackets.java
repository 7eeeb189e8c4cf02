package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.Map;

/**
 * Where IKE and other plain packets to the peer's own address go. They are routed by that address alone, on every platform,
 * so where they go is where the peer is, and all the more if the peer answers.
 */
final class OwnPackets implements NextHopRule {
    private static final double IKE = 4;
    private static final double IKE_UNANSWERED = 1.5;
    private static final double PLAIN_ANSWERED = 4;
    private static final double PLAIN = 1.5;

    @Override
    public void vote(PeerInquiry inquiry, Votes votes) {
        ike(inquiry, votes);
        plain(inquiry, votes);
    }

    private static void ike(PeerInquiry inquiry, Votes votes) {
        Pairing.Pair pair = inquiry.pair();
        Map<Router, Span> spans = inquiry.ike().spans();
        spans.forEach((router, span) -> {
            boolean isAnswered = inquiry.ike().isAnswered(router);
            MacAddress mac = inquiry.macOf(router, Talk::isIke);
            String text = "IKE to " + pair.peer() + " goes to " + router.station(mac, pair.peer())
                    + (isAnswered ? " and is answered" : ", but no answer was seen") + " (" + span.frames()
                    + " frames)";
            double weight = isAnswered ? IKE : IKE_UNANSWERED;
            String filter = Filters.and(Filters.fromTo(Traffic.IKE, pair.server(), pair.peer()), Filters.handedTo(mac));
            votes.add(router, Evidence.seen("ike-next-hop", text, weight * standing(span, spans), span, filter));
        });
    }

    private static void plain(PeerInquiry inquiry, Votes votes) {
        Pairing.Pair pair = inquiry.pair();
        Map<Router, Span> spans = inquiry.spans(OwnPackets::isPlain);
        spans.forEach((router, span) -> {
            boolean isAnswered = inquiry.traffic()
                    .inbound()
                    .anyMatch(talk -> isPlain(talk) && talk.span().overlaps(span));
            MacAddress mac = inquiry.macOf(router, OwnPackets::isPlain);
            String text = "other packets to " + pair.peer() + " itself go to " + router.station(mac, pair.peer())
                    + (isAnswered ? " and are answered" : "") + " (" + span.frames() + " frames)";
            double weight = isAnswered ? PLAIN_ANSWERED : PLAIN;
            String filter =
                    Filters.and(Filters.fromTo(Traffic.PLAIN, pair.server(), pair.peer()), Filters.handedTo(mac));
            votes.add(router, Evidence.seen("plain-next-hop", text, weight * standing(span, spans), span, filter));
        });
    }

    /** Whether {@code talk} is neither IKE nor what SAs carry. */
    static boolean isPlain(Talk talk) {
        return talk.traffic() == Traffic.PLAIN
                || talk.traffic() == Traffic.L2TP_CONTROL
                || talk.traffic() == Traffic.L2TP_DATA;
    }

    /**
     * How far one of several next hops of the same traffic is to be believed: fully when it took all of it, or when it
     * took over from the others; not at all when it took half.
     */
    private static double standing(Span own, Map<Router, Span> spans) {
        boolean tookOver = own.hasTime()
                && spans.values().stream()
                        .filter(other -> !other.equals(own))
                        .allMatch(other -> other.lastNanos() < own.firstNanos());
        if (tookOver) {
            return 1;
        }
        long all = spans.values().stream().mapToLong(Span::frames).sum();
        return Math.max(0, 2.0 * own.frames() / all - 1);
    }
}
