package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where packets of the peer come from: weakest of all, as paths may rightly differ.
 *
 * <p>A MAC that is never handed anything is no next hop: routers behind a virtual MAC send from their own. Nor does a return
 * by the default gateway say anything against a route of its own for the peer. Both only where something else tells that
 * what takes the tunnel is a route of its own: IKE goes there, too, or the default gateway is known and is another; for a
 * gateway that merely forwards looks the same.
 */
final class InboundSource implements NextHopRule {
    private static final double COMES_FROM = 1;
    /** The share of frames that must come from one router to speak for it. */
    private static final double MOST = 0.9;

    @Override
    public void vote(PeerInquiry inquiry, Votes votes) {
        if (inquiry.isFlooded()) {
            return;
        }
        Predicate<Talk> isTunnel = talk -> talk.isProtected() || talk.isIke();
        Pairing.Pair pair = inquiry.pair();
        Map<Router, Span> spans = inquiry.traffic().inboundByRouter(isTunnel);
        long all = spans.values().stream().mapToLong(Span::frames).sum();
        spans.forEach((router, span) -> {
            if (span.frames() < MOST * all || saysNothing(inquiry, router)) {
                return;
            }
            MacAddress mac = inquiry.traffic()
                    .inbound()
                    .filter(isTunnel)
                    .filter(talk -> inquiry.routers()
                            .giverOf(talk.hop())
                            .filter(router::equals)
                            .isPresent())
                    .flatMap(talk -> talk.hop().source().stream())
                    .findFirst()
                    .orElseThrow();
            String text = "packets from " + pair.peer() + " come from " + router.station(mac, pair.peer()) + " ("
                    + span.frames() + " frames)";
            String filter = Filters.and(Filters.fromTo(pair.peer(), pair.server()), Filters.comingFrom(mac));
            votes.add(behind(inquiry, router), Evidence.seen("inbound-from", text, COMES_FROM, span, filter));
        });
    }

    /** The virtual router that {@code giver} serves, where that takes all of the tunnel; else {@code giver} itself. */
    private static Router behind(PeerInquiry inquiry, Router giver) {
        Set<Router> takers = inquiry.tunnelTakers();
        return takers.stream()
                .filter(taker -> takers.size() == 1 && inquiry.routers().serves(giver, taker))
                .findFirst()
                .orElse(giver);
    }

    private static boolean saysNothing(PeerInquiry inquiry, Router giver) {
        Set<Router> takers = inquiry.tunnelTakers();
        if (takers.size() != 1 || takers.contains(giver)) {
            return false;
        }
        Router taker = takers.iterator().next();
        if (inquiry.routers().serves(giver, taker)) {
            return false;
        }
        if (inquiry.agreesOn(taker)) {
            return true;
        }
        Gateways gateways = inquiry.gateways();
        boolean hasItsOwnRoute = gateways.all().keySet().stream()
                .anyMatch(gateway -> !gateway.macs().isEmpty()
                        && !gateway.isSameAs(taker)
                        && !inquiry.routers().mayBeOne(gateway, taker));
        boolean goesWithIke =
                inquiry.ike().isAnswered(taker) && inquiry.ike().spans().size() == 1;
        boolean isNeverAddressed = giver.macs().stream().noneMatch(inquiry.gateways()::isHandedFrames);
        return (isNeverAddressed && (goesWithIke || hasItsOwnRoute))
                || (hasItsOwnRoute && gateways.isGateway(giver) && !inquiry.redirects(taker));
    }
}
