package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a server and one peer say to each other, told apart by router. */
final class PeerTraffic {
    /**
     * Next hops of one peer that are held against each other. More are no network's: they are forged, or a generator's; and
     * as each may be any other's rival, they cost as their square.
     */
    static final int MOST_COMPARED = 64;

    private final IpAddress server;
    private final Routers routers;
    private final List<Talk> outbound;
    private final List<Talk> inbound;
    private final Map<Router, List<Talk>> byTaker = new LinkedHashMap<>();
    private final Set<Router> tunnelTakers;
    private final int leftOut;

    PeerTraffic(Facts facts, Pairing.Pair pair, Senders senders, Routers routers) {
        this.server = pair.server();
        this.routers = routers;
        List<Talk> all = facts.talks(pair.server(), pair.peer())
                .filter(senders::isFirstHop)
                .toList();
        for (Talk talk : all) {
            routers.takerOf(talk.hop())
                    .ifPresent(router -> byTaker.computeIfAbsent(router, key -> new ArrayList<>())
                            .add(talk));
        }
        this.leftOut = Math.max(0, byTaker.size() - MOST_COMPARED);
        this.outbound = leftOut == 0 ? all : keepBusiest(all);
        this.tunnelTakers = outboundByRouter(Talk::isProtected).keySet();
        this.inbound = facts.talks(pair.peer(), pair.server())
                .filter(talk -> isLastHop(talk, senders))
                .toList();
    }

    /** What the server sends, by the router it hands it to. */
    Map<Router, Span> outboundByRouter(Predicate<Talk> which) {
        return byRouter(outbound.stream().filter(which), routers::takerOf);
    }

    /** How much of {@code which} one router took, as far as it is the same. */
    Optional<Span> span(Router router, Predicate<Talk> which) {
        return byTaker.entrySet().stream()
                .filter(taker -> taker.getKey().isSameAs(router))
                .flatMap(taker -> taker.getValue().stream())
                .filter(which)
                .map(Talk::span)
                .reduce(Span::plus);
    }

    /** Routers that the server hands anything for the peer to, as far as they are held against each other. */
    Set<Router> takers() {
        return byTaker.keySet();
    }

    /** Routers that the server hands what SAs carry to. */
    Set<Router> tunnelTakers() {
        return tunnelTakers;
    }

    /** What the server receives, by the router it comes from. */
    Map<Router, Span> inboundByRouter(Predicate<Talk> which) {
        return byRouter(inbound.stream().filter(which), routers::giverOf);
    }

    /** Frames over time of what {@code router} takes. */
    Series outboundSeries(Router router, Predicate<Talk> which) {
        return sum(takenBy(router).filter(which));
    }

    /** Frames over time of what the server receives. */
    Series inboundSeries(Predicate<Talk> which) {
        return sum(inbound.stream().filter(which));
    }

    private Stream<Talk> takenBy(Router router) {
        return byTaker.getOrDefault(router, List.of()).stream();
    }

    /** Of the next hops, those with most frames; of as many, the first. */
    private List<Talk> keepBusiest(List<Talk> all) {
        List<Router> routersBehind = byTaker.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Router, List<Talk>> taker) -> -frames(taker.getValue())))
                .skip(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .toList();
        routersBehind.forEach(byTaker::remove);
        return all.stream()
                .filter(talk -> routers.takerOf(talk.hop())
                        .filter(router -> !byTaker.containsKey(router))
                        .isEmpty())
                .toList();
    }

    private static long frames(List<Talk> talks) {
        return talks.stream().mapToLong(talk -> talk.span().frames()).sum();
    }

    /** Next hops that were too many to be held against each other: nothing here is of them. */
    int leftOut() {
        return leftOut;
    }

    /** The server's address. */
    IpAddress server() {
        return server;
    }

    /** Links on which the server handed frames to {@code router}. */
    Set<Hop> hopsTo(Router router) {
        return takenBy(router).map(Talk::hop).collect(Collectors.toSet());
    }

    /** The MACs of {@code router} that the server handed frames to. */
    Set<MacAddress> macsOf(Router router, Predicate<Talk> which) {
        return takenBy(router)
                .filter(which)
                .flatMap(talk -> talk.hop().destination().stream())
                .collect(Collectors.toSet());
    }

    Stream<Talk> outbound() {
        return outbound.stream();
    }

    Stream<Talk> inbound() {
        return inbound.stream();
    }

    /** A link on which the server handed frames to {@code router}: the one used last. */
    Optional<Hop> latestHop(Router router, Predicate<Talk> which) {
        return takenBy(router)
                .filter(which)
                .max((one, other) ->
                        Long.compare(one.span().lastNanos(), other.span().lastNanos()))
                .map(Talk::hop);
    }

    private static boolean isLastHop(Talk talk, Senders senders) {
        Set<?> cards = senders.cardsOf(talk.destination());
        return talk.hop().destination().isEmpty()
                || cards.isEmpty()
                || talk.hop().destination().filter(cards::contains).isPresent();
    }

    private static Map<Router, Span> byRouter(Stream<Talk> talks, Function<Hop, Optional<Router>> routerOn) {
        Map<Router, Span> spans = new LinkedHashMap<>();
        talks.forEach(
                talk -> routerOn.apply(talk.hop()).ifPresent(router -> spans.merge(router, talk.span(), Span::plus)));
        return spans;
    }

    private static Series sum(Stream<Talk> talks) {
        return Series.sum(talks.map(Talk::series).toList());
    }
}
