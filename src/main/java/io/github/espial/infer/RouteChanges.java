package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may excuse a next hop that is not the proper one: IKE and other evidence speak for their time, and for their machine. */
final class RouteChanges {
    /** How long ESP may go on the old way once IKE has changed over to a new one. */
    private static final long STRAGGLING_NANOS = 1_000_000_000L;
    /** Two uses that follow one another may overlap by this share of both. */
    private static final int OVERTAKING = 50;

    /** Frames that a peer that lives answers some of. */
    private static final int ENOUGH_TO_ANSWER = 10;
    /** What is on its way when ESP moves arrives within this time. */
    private static final long ANSWERING_NANOS = 20_000_000L;

    private final PeerInquiry inquiry;
    private final Bindings bindings;

    RouteChanges(PeerInquiry inquiry, Bindings bindings) {
        this.inquiry = inquiry;
        this.bindings = bindings;
    }

    /**
     * Whether {@code actual} was the proper one before: IKE was answered by it and left it for the expected one, ESP had
     * begun there by then, and stopped soon after.
     */
    boolean wasProper(Router actual, Router expected) {
        Optional<Span> esp = inquiry.span(actual, Talk::isProtected);
        Optional<Span> then = inquiry.span(actual, Talk::isIke);
        Optional<Span> now = inquiry.span(expected, Talk::isIke);
        if (esp.isEmpty() || then.isEmpty() || now.isEmpty() || !inquiry.ike().isAnswered(actual)) {
            return false;
        }
        long moved = now.get().firstNanos();
        return then.get().lastNanos() < moved
                && esp.get().firstNanos() < moved
                && esp.get().lastNanos() - moved < STRAGGLING_NANOS;
    }

    /**
     * Whether all that the peer got by {@code actual} was over before anything went to the expected one, and was answered
     * from there: what IKE by the expected one says is of a later time. Not if that router redirects to another, or hands the
     * packets on to the expected one.
     */
    boolean hasMovedBefore(Router actual, Router expected) {
        Optional<Span> use = inquiry.span(actual, Talk::isProtected);
        Optional<Span> next = inquiry.span(expected, talk -> true);
        if (use.isEmpty() || next.isEmpty()) {
            return false;
        }
        Span before = use.get();
        Span after = next.get();
        if (!before.hasTime()
                || before.lastNanos() >= after.firstNanos()
                || before.firstNanos() >= after.firstNanos()
                || inquiry.redirects(actual)
                || inquiry.handsOn(actual, expected)) {
            return false;
        }
        return !isSilent(before) || isAbandoned(actual, expected);
    }

    /** Whether the peer's SAs brought nothing while a router was in use. */
    private boolean isSilent(Span use) {
        return inquiry.traffic()
                .inbound()
                .filter(Talk::isProtected)
                .noneMatch(talk -> talk.span().overlaps(use));
    }

    /** Whether servers left a router altogether when the other came into use, as when a default route fails over. */
    private boolean isAbandoned(Router actual, Router expected) {
        Gateways gateways = inquiry.gateways();
        return gateways.isGateway(actual)
                && gateways.useOf(actual)
                        .flatMap(old -> gateways.useOf(expected).map(fresh -> old.lastNanos() < fresh.firstNanos()))
                        .orElse(false);
    }

    /**
     * Whether ESP went to the expected router first and moved, and nothing else went there from then on: the route of
     * IKE may have changed with that of ESP. Not if it moved to a router that had been in use before, as no router is that
     * stands in for another, and that prohibits it, or is the default gateway and is silent while the expected one lives on; nor if that router
     * hands it on to the expected one.
     */
    boolean hasMovedUnseen(Router expected, Router actual) {
        Optional<Span> before = inquiry.span(expected, Talk::isProtected);
        Optional<Span> after = inquiry.span(actual, Talk::isProtected);
        if (before.isEmpty() || after.isEmpty() || !isSuccession(before.get(), after.get())) {
            return false;
        }
        long moved = after.get().firstNanos();
        boolean goesOn = inquiry.span(expected, talk -> !talk.isProtected())
                .filter(other -> other.lastNanos() >= moved)
                .isPresent();
        boolean wasInUse = inquiry.gateways()
                .useOf(actual)
                .filter(use -> use.firstNanos() < moved)
                .isPresent();
        boolean isLost = inquiry.isProhibitedBy(actual)
                || (fellBack(actual, expected) && hasCeased(before.get(), after.get(), expected));
        return !goesOn && !(wasInUse && isLost) && !inquiry.handsOn(actual, expected);
    }

    /** Whether ESP went from a route of its own to the default one, and the default route was not what moved. */
    private boolean fellBack(Router actual, Router expected) {
        return inquiry.gateways().isGateway(actual) && !inquiry.gateways().isGateway(expected);
    }

    /**
     * Whether the peer answered before ESP moved and not after, though the router it left still sends, and nobody says that
     * the peer is out of reach.
     */
    private boolean hasCeased(Span before, Span after, Router left) {
        return after.frames() >= ENOUGH_TO_ANSWER
                && !isSilent(before)
                && inquiry.traffic()
                        .inbound()
                        .noneMatch(talk -> talk.span().lastNanos() > after.firstNanos() + ANSWERING_NANOS)
                && left.macs().stream().anyMatch(mac -> bindings.lastSpoke(mac) > after.firstNanos())
                && inquiry.notices().findAny().isEmpty();
    }

    /** Whether the one ended about when the other began: packets overtake each other on the way to a capture. */
    private static boolean isSuccession(Span before, Span after) {
        if (before.firstNanos() >= after.firstNanos()) {
            return false;
        }
        long whole = Math.max(before.lastNanos(), after.lastNanos()) - before.firstNanos();
        long overlap = before.lastNanos() - after.firstNanos();
        return overlap < Math.min(STRAGGLING_NANOS, whole / OVERTAKING);
    }

    /** Whether packets under SAs go to both at one time, and come from both at one time: then the load is shared. */
    boolean areShared(Router expected, Router actual) {
        return areAtOneTime(inquiry.spans(Talk::isProtected), expected, actual)
                && areAtOneTime(inquiry.givers(), expected, actual);
    }

    private static boolean areAtOneTime(Map<Router, Span> uses, Router one, Router other) {
        Span ofOne = uses.get(one);
        Span ofOther = uses.get(other);
        return ofOne != null && ofOther != null && ofOne.overlaps(ofOther);
    }

    /** Whether two cards on one segment claim the server's address, and each uses one of the routers only. */
    boolean mayBeOfTwoMachines(Router expected, Router actual) {
        Set<Hop> right = inquiry.traffic().hopsTo(expected);
        Set<Hop> wrong = inquiry.traffic().hopsTo(actual);
        Set<MacAddress> rightCards = cards(right);
        Set<MacAddress> wrongCards = cards(wrong);
        Set<List<Object>> segments = right.stream().map(RouteChanges::segment).collect(Collectors.toSet());
        return wrong.stream().map(RouteChanges::segment).anyMatch(segments::contains)
                && rightCards.stream().noneMatch(wrongCards::contains)
                && rightCards.stream().anyMatch(this::claimsServer)
                && wrongCards.stream().anyMatch(this::claimsServer);
    }

    private boolean claimsServer(MacAddress card) {
        return bindings.claims(card, inquiry.pair().server());
    }

    private static List<Object> segment(Hop hop) {
        return List.of(hop.point(), hop.vlans());
    }

    private static Set<MacAddress> cards(Set<Hop> hops) {
        return hops.stream().flatMap(hop -> hop.source().stream()).collect(Collectors.toSet());
    }
}
