package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whether answers arrive while one router alone takes what SAs carry. Weaker than IKE, as a router may forward what it
 * should not have been given, and a default gateway commonly does.
 *
 * <p>Of several routers, one is answered more than another only if that one could have been: if it, too, was alone in use
 * for a while. Else that the busier one is answered says next to nothing, where the peer gets nothing but what SAs carry.
 * Where IKE is answered and goes by none of them, its router is the rival, and they need not be told apart: routers that took turns faster than a
 * peer answers are then taken to be alone, each in its own time.
 *
 * <p>A router that only forwards earns nothing: one that redirects, and a default gateway where the answers come from
 * where those to IKE come from, which went by another router that is none. Where IKE and all the tunnel agree, silence says nothing of the
 * next hop.
 */
final class Answers implements NextHopRule {
    private static final double ANSWERED = 3;
    private static final double ANSWERED_BY_GATEWAY = 2;
    private static final double ANSWERED_WITHOUT_RIVAL = 1;
    private static final double UNANSWERED = -1;

    /** Frames without any answer before that speaks against a router. */
    private static final int ENOUGH_TO_ANSWER = 10;
    /** An answer may take this long: about a second, as a power of two of nanoseconds. */
    private static final int ANSWER_BITS = 30;

    @Override
    public void vote(PeerInquiry inquiry, Votes votes) {
        if (inquiry.isFlooded()) {
            return;
        }
        Pairing.Pair pair = inquiry.pair();
        String protocol = inquiry.facts().protocol(pair.server(), pair.peer());
        Map<Router, Span> spans = inquiry.spans(Talk::isProtected);
        Series answers = inquiry.traffic().inboundSeries(Talk::isProtected);
        Map<Router, AloneInUse> uses = aloneInUse(inquiry, spans.keySet(), answers);
        boolean areComparable = uses.values().stream().allMatch(AloneInUse::atAll)
                || !inquiry.ike().spans().isEmpty()
                || !inquiry.spans(OwnPackets::isPlain).isEmpty();
        uses.forEach((router, alone) -> {
            Span span = Objects.requireNonNull(spans.get(router));
            MacAddress mac = inquiry.macOf(router, Talk::isProtected);
            String filter = Filters.and(Filters.protectedFromTo(pair.server(), pair.peer()), Filters.handedTo(mac));
            if (alone.answered() && !onlyForwards(inquiry, router)) {
                String text = "answers from " + pair.peer() + " arrive while " + protocol + " goes to "
                        + router.station(mac, pair.peer());
                votes.add(
                        router, Evidence.seen("answered", text, weight(inquiry, router, areComparable), span, filter));
            } else if (!alone.answered()
                    && alone.atAll()
                    && span.frames() >= ENOUGH_TO_ANSWER
                    && !inquiry.agreesOn(router)) {
                String text = "no answer from " + pair.peer() + " arrives while " + protocol + " goes to "
                        + router.station(mac, pair.peer()) + " (" + span.frames() + " frames)";
                votes.add(router, Evidence.seen("unanswered", text, UNANSWERED, span, filter));
            }
        });
    }

    private static double weight(PeerInquiry inquiry, Router router, boolean isComparable) {
        if (!isComparable) {
            return ANSWERED_WITHOUT_RIVAL;
        }
        return inquiry.gateways().isGateway(router) ? ANSWERED_BY_GATEWAY : ANSWERED;
    }

    /** Whether {@code router} hands on what belongs to another, for all that is seen. */
    private static boolean onlyForwards(PeerInquiry inquiry, Router router) {
        if (inquiry.redirects(router)) {
            return true;
        }
        Set<Router> givers = inquiry.givers().keySet();
        return inquiry.gateways().isGateway(router)
                && !inquiry.ike().isAnswered(router)
                && !inquiry.ike().answered().isEmpty()
                && inquiry.ike().answered().stream().noneMatch(inquiry.gateways()::isGateway)
                && !givers.isEmpty()
                && areOfIke(inquiry, givers, router);
    }

    /** Whether all answers come from where those to IKE do, or from boxes that took over from there, to which nothing goes. */
    private static boolean areOfIke(PeerInquiry inquiry, Set<Router> givers, Router forwarder) {
        Set<Router> ofIke = inquiry.traffic().inboundByRouter(Talk::isIke).keySet();
        if (ofIke.containsAll(givers)) {
            return true;
        }
        return givers.stream().anyMatch(ofIke::contains)
                && !givers.contains(forwarder)
                && givers.stream()
                        .filter(giver -> !ofIke.contains(giver))
                        .allMatch(giver -> giver.macs().stream().noneMatch(inquiry.gateways()::isHandedFrames));
    }

    /** Of each router: the times at which it alone was in use; all its times where it never was, and IKE goes elsewhere. */
    private static Map<Router, AloneInUse> aloneInUse(PeerInquiry inquiry, Set<Router> all, Series answers) {
        PeerTraffic traffic = inquiry.traffic();
        Map<Router, Series> series = new LinkedHashMap<>();
        int bits = Math.max(ANSWER_BITS, answers.widthBits());
        for (Router router : all) {
            Series used = traffic.outboundSeries(router, Talk::isProtected);
            series.put(router, used);
            bits = Math.max(bits, used.widthBits());
        }
        Map<Long, Integer> routersInUse = new HashMap<>();
        for (Series used : series.values()) {
            used.activeBuckets(bits).forEach(bucket -> routersInUse.merge(bucket, 1, Integer::sum));
        }
        boolean goesIkeElsewhere =
                !inquiry.ike().answered().isEmpty() && all.stream().noneMatch(inquiry.ike()::wentBy);
        Set<Long> answered = answers.activeBuckets(bits);
        Map<Router, AloneInUse> uses = new LinkedHashMap<>();
        for (Map.Entry<Router, Series> used : series.entrySet()) {
            Set<Long> alone = used.getValue().activeBuckets(bits);
            boolean isEverAlone = alone.stream().anyMatch(bucket -> isOfOne(routersInUse, bucket));
            if (isEverAlone || !goesIkeElsewhere) {
                alone.removeIf(bucket -> !isOfOne(routersInUse, bucket));
            }
            uses.put(
                    used.getKey(),
                    new AloneInUse(!alone.isEmpty(), alone.stream().anyMatch(answered::contains)));
        }
        return uses;
    }

    private static boolean isOfOne(Map<Long, Integer> routersInUse, Long bucket) {
        return routersInUse.getOrDefault(bucket, 0) == 1;
    }

    /** Whether a router was ever the only one in use, and whether answers arrived at such a time. */
    private record AloneInUse(boolean atAll, boolean answered) {}
}
