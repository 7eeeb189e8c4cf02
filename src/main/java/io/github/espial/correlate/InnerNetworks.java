package io.github.espial.correlate;

import io.github.espial.context.AddressPattern;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.ike.ChildSa;
import io.github.espial.ike.IkeSa;
import io.github.espial.ike.TrafficSelector;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The inner networks that policies, SAs and IKE state, of tunnel mode: in transport mode there are none. */
final class InnerNetworks {
    private static final long ALL_BITS = 0xffff_ffffL;
    /** Prefixes that are taken of each end of an SA. */
    private static final int MOST = 32;

    private InnerNetworks() {}

    static List<InnerNetwork> of(KeysAndPolicies given, List<IkeSa> ikeSas) {
        return Stream.of(
                        given.keys().stream().flatMap(entry -> of(entry).stream()),
                        given.policies().stream().flatMap(InnerNetworks::of),
                        ikeSas.stream().flatMap(sa -> sa.children().stream()).flatMap(InnerNetworks::of))
                .flatMap(networks -> networks)
                .distinct()
                .toList();
    }

    /** Of the SAs of both directions. */
    private static Stream<InnerNetwork> of(ChildSa child) {
        if (child.terms().mode() != SaMode.TUNNEL) {
            return Stream.of();
        }
        return Stream.concat(of(child.initiator(), child.responder()), of(child.responder(), child.initiator()));
    }

    private static Stream<InnerNetwork> of(ChildSa.End from, ChildSa.End to) {
        return prefixes(from.selectors())
                .flatMap(source -> prefixes(to.selectors())
                        .filter(destination -> destination.address().version()
                                == source.address().version())
                        .map(destination ->
                                new InnerNetwork(to.address(), Optional.of(to.spi()), source, destination)));
    }

    private static Stream<IpPrefix> prefixes(List<TrafficSelector> selectors) {
        return selectors.stream()
                .flatMap(selector -> selector.prefixes().stream())
                .distinct()
                .limit(MOST);
    }

    private static Optional<InnerNetwork> of(SaKeyEntry entry) {
        Optional<Selector> selector = entry.traits().selector();
        Optional<IpAddress> peer = exact(entry.destination());
        boolean isTunnel = entry.traits().mode().filter(SaMode.TUNNEL::equals).isPresent();
        if (!isTunnel || selector.isEmpty() || peer.isEmpty() || entry.spi().mask() != ALL_BITS) {
            return Optional.empty();
        }
        Optional<Spi> spi = Optional.of(new Spi(entry.spi().bits()));
        return Optional.of(new InnerNetwork(
                peer.get(), spi, selector.get().source(), selector.get().destination()));
    }

    /** What an outbound policy protects lies behind the far end; and what it comes from, for who looks from there. */
    private static Stream<InnerNetwork> of(PolicyEntry policy) {
        boolean mayBeOutbound = policy.way() == PolicyEntry.Way.OUT || policy.way() == PolicyEntry.Way.UNSTATED;
        boolean isOutbound = mayBeOutbound && policy.action() == PolicyEntry.Action.PROTECT;
        boolean isTransport =
                policy.template().mode().filter(SaMode.TRANSPORT::equals).isPresent();
        // What a tunnel interface takes is chosen by routes into it, and its ESP goes by the outer destination.
        if (!isOutbound || isTransport || policy.isRouted()) {
            return Stream.empty();
        }
        Selector selector = policy.selector();
        // A policy outlives the SA that it names, so it states the network for others too.
        Stream<Optional<Spi>> spis =
                Stream.concat(policy.template().spi().stream().map(Optional::of), Stream.of(Optional.empty()));
        return Stream.concat(
                spis.flatMap(spi -> policy.template().destination().stream()
                        .map(peer -> new InnerNetwork(peer, spi, selector.source(), selector.destination()))),
                policy.template().source().stream()
                        .map(peer ->
                                new InnerNetwork(peer, Optional.empty(), selector.destination(), selector.source())));
    }

    /** The one address that a pattern stands for. */
    private static Optional<IpAddress> exact(AddressPattern pattern) {
        return pattern.version() != 0 && pattern.equals(AddressPattern.exactly(pattern.bits()))
                ? Optional.of(pattern.bits())
                : Optional.empty();
    }
}
