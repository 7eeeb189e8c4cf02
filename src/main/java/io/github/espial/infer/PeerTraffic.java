package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
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
    private final IpAddress server;
    private final Routers routers;
    private final List<Talk> outbound;
    private final List<Talk> inbound;

    PeerTraffic(Facts facts, Pairing.Pair pair, Senders senders, Routers routers) {
        this.server = pair.server();
        this.routers = routers;
        this.outbound = facts.talks(pair.server(), pair.peer())
                .filter(senders::isFirstHop)
                .toList();
        this.inbound = facts.talks(pair.peer(), pair.server())
                .filter(talk -> isLastHop(talk, senders))
                .toList();
    }

    /** What the server sends, by the router it hands it to. */
    Map<Router, Span> outboundByRouter(Predicate<Talk> which) {
        return byRouter(outbound.stream().filter(which), routers::takerOf);
    }

    /** What the server receives, by the router it comes from. */
    Map<Router, Span> inboundByRouter(Predicate<Talk> which) {
        return byRouter(inbound.stream().filter(which), routers::giverOf);
    }

    /** Frames over time of what {@code router} takes. */
    Series outboundSeries(Router router, Predicate<Talk> which) {
        return sum(outbound.stream()
                .filter(which)
                .filter(talk ->
                        routers.takerOf(talk.hop()).filter(router::equals).isPresent()));
    }

    /** Frames over time of what the server receives. */
    Series inboundSeries(Predicate<Talk> which) {
        return sum(inbound.stream().filter(which));
    }

    /** The server's address. */
    IpAddress server() {
        return server;
    }

    /** Links on which the server handed frames to {@code router}. */
    Set<Hop> hopsTo(Router router) {
        return outbound.stream()
                .map(Talk::hop)
                .filter(hop -> routers.takerOf(hop).filter(router::equals).isPresent())
                .collect(Collectors.toSet());
    }

    /** The MACs of {@code router} that the server handed frames to. */
    Set<MacAddress> macsOf(Router router, Predicate<Talk> which) {
        return outbound.stream()
                .filter(which)
                .filter(talk ->
                        routers.takerOf(talk.hop()).filter(router::equals).isPresent())
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
        return outbound.stream()
                .filter(which)
                .filter(talk ->
                        routers.takerOf(talk.hop()).filter(router::equals).isPresent())
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
