package io.github.espial.ike;

import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.SaMode;
import io.github.espial.esp.Transform;
import io.github.espial.esp.TransformNames;
import io.github.espial.ike.ChildSa.Keying;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.wire.IkeIdentityView;
import io.github.espial.wire.IkeProposals;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the SAs for traffic out of the messages that agreed on them, and derives their keys where that is possible. */
final class Children {
    private static final int SPI_LENGTH = 4;
    private static final int GREATEST_PORT = 0xffff;

    /** Encapsulation modes of version 1 that are tunnel mode: bare, in UDP (RFC 3947 §5.1), in UDP of the drafts. */
    private static final List<Integer> TUNNELS = List.of(1, 3, 61443);

    private final int majorVersion;
    private final Optional<KeySource> source;
    private final List<ChildSa> children = new ArrayList<>();
    private final List<SaKeyEntry> keys = new ArrayList<>();

    private Children(int majorVersion, Optional<KeySource> source) {
        this.majorVersion = majorVersion;
        this.source = source;
    }

    /** @param source what keys are derived from; empty where it was not given */
    static Children of(int majorVersion, List<ReadMessage> messages, Optional<KeySource> source) {
        Children made = new Children(majorVersion, source);
        Offers.of(majorVersion, messages).forEach(made::take);
        return made;
    }

    List<ChildSa> children() {
        return List.copyOf(children);
    }

    List<SaKeyEntry> keys() {
        return List.copyOf(keys);
    }

    private void take(Offer offer) {
        for (Payload.Proposal chosen : offer.answer().proposals()) {
            boolean isForTraffic = chosen.protocol() == IkeProposals.ESP || chosen.protocol() == IkeProposals.AH;
            Optional<Spi> responderSpi = spi(chosen);
            Optional<Spi> initiatorSpi = offered(offer.request(), chosen).flatMap(Children::spi);
            if (isForTraffic && responderSpi.isPresent() && initiatorSpi.isPresent()) {
                take(offer, chosen, initiatorSpi.get(), responderSpi.get());
            }
        }
    }

    private void take(Offer offer, Payload.Proposal chosen, Spi initiatorSpi, Spi responderSpi) {
        Optional<Transform> transform = transform(chosen);
        int keyBits = bits(chosen);
        ChildSa child = new ChildSa(
                new ChildSa.End(offer.request().source(), initiatorSpi, selectors(offer, IkeRole.INITIATOR)),
                new ChildSa.End(offer.request().destination(), responderSpi, selectors(offer, IkeRole.RESPONDER)),
                new ChildSa.Terms(
                        chosen.protocol() == IkeProposals.ESP,
                        isTunnel(offer, chosen) ? SaMode.TUNNEL : SaMode.TRANSPORT,
                        chosen.chosen(),
                        hasExtendedSequenceNumbers(chosen)),
                offer.request().all(Payload.Notify.class).stream()
                        .filter(notify -> majorVersion > 1 && notify.type() == NotifyNames.REKEY_SA)
                        .flatMap(notify -> spi(notify.spi()).stream())
                        .findFirst(),
                keying(offer, transform, keyBits),
                offer.answer().message().captured().nanos());
        children.add(child);
        if (child.keying() == Keying.DERIVED && child.terms().isEsp()) {
            keys.addAll(source.orElseThrow().keys(child, transform.orElseThrow(), keyBits, offer.nonces()));
        }
    }

    private Keying keying(Offer offer, Optional<Transform> transform, int keyBits) {
        if (source.isEmpty()) {
            return Keying.NO_SECRET;
        }
        if (transform.isEmpty() || !KeySource.fits(transform.get(), keyBits)) {
            return Keying.UNKNOWN_ALGORITHM;
        }
        if (offer.hasKeyExchange()) {
            return Keying.FORWARD_SECRECY;
        }
        return offer.hasNonces() ? Keying.DERIVED : Keying.NO_NONCES;
    }

    /** The offer that was chosen: of that number and protocol, or the first of that protocol. */
    private static Optional<Payload.Proposal> offered(ReadMessage request, Payload.Proposal chosen) {
        List<Payload.Proposal> alike = request.proposals().stream()
                .filter(proposal -> proposal.protocol() == chosen.protocol())
                .toList();
        return alike.stream()
                .filter(proposal -> proposal.number() == chosen.number())
                .findFirst()
                .or(() -> alike.stream().findFirst());
    }

    private static Optional<Spi> spi(Payload.Proposal proposal) {
        return spi(proposal.spi());
    }

    private static Optional<Spi> spi(Chunk octets) {
        return octets.length() == SPI_LENGTH
                ? Optional.of(new Spi(Integer.toUnsignedLong(octets.buffer().getInt(0))))
                : Optional.empty();
    }

    private Optional<Transform> transform(Payload.Proposal chosen) {
        int encryption = id(chosen, Algorithm.Kind.ENCRYPTION);
        int integrity = id(chosen, Algorithm.Kind.INTEGRITY);
        return majorVersion == 1
                ? TransformNames.ofIkev1(encryption, integrity)
                : TransformNames.ofIkev2(encryption, integrity);
    }

    /** Number of the algorithm of that kind; 0, which means none, where none was chosen. */
    private static int id(Payload.Proposal chosen, Algorithm.Kind kind) {
        return chosen.chosen().stream()
                .filter(algorithm -> algorithm.kind() == kind)
                .mapToInt(Algorithm::id)
                .findFirst()
                .orElse(0);
    }

    private static int bits(Payload.Proposal chosen) {
        return chosen.chosen().stream()
                .filter(algorithm -> algorithm.kind() == Algorithm.Kind.ENCRYPTION)
                .mapToInt(Algorithm::keyBits)
                .findFirst()
                .orElse(0);
    }

    private boolean isTunnel(Offer offer, Payload.Proposal chosen) {
        return majorVersion == 1
                ? TUNNELS.contains(attributes(chosen).encapsulation())
                : !offer.answer().notifies(NotifyNames.USE_TRANSPORT_MODE);
    }

    private boolean hasExtendedSequenceNumbers(Payload.Proposal chosen) {
        return majorVersion == 1
                ? attributes(chosen).extendedSequenceNumbers()
                : id(chosen, Algorithm.Kind.SEQUENCE_NUMBERS) == 1;
    }

    private static Payload.Attributes attributes(Payload.Proposal chosen) {
        return chosen.suites().isEmpty()
                ? Payload.Attributes.NONE
                : chosen.suites().get(0).attributes();
    }

    /** As the answer has them, which may have narrowed them. */
    private List<TrafficSelector> selectors(Offer offer, IkeRole end) {
        return majorVersion == 1 ? identities(offer, end) : narrowed(offer, end);
    }

    private static List<TrafficSelector> narrowed(Offer offer, IkeRole end) {
        return offer.answer().all(Payload.Selectors.class).stream()
                .filter(selectors -> selectors.of() == end)
                .flatMap(selectors -> selectors.selectors().stream())
                .toList();
    }

    /** Two identities, the initiator's first; without them the hosts themselves are meant (RFC 2409 §5.5). */
    private static List<TrafficSelector> identities(Offer offer, IkeRole end) {
        List<Payload.Identity> identities = offer.answer().all(Payload.Identity.class);
        if (identities.size() < 2) {
            IpAddress host = end == IkeRole.INITIATOR
                    ? offer.request().source()
                    : offer.request().destination();
            return List.of(TrafficSelector.of(host, host));
        }
        return selector(identities.get(end == IkeRole.INITIATOR ? 0 : 1)).stream()
                .toList();
    }

    /** The addresses of an identity; empty where it is a name, or its addresses are none. */
    private static Optional<TrafficSelector> selector(Payload.Identity identity) {
        ByteBuffer octets = identity.value().buffer();
        int length = identity.value().length();
        boolean isAddress = identity.type() == IkeIdentityView.IPV4 || identity.type() == IkeIdentityView.IPV6;
        boolean isSubnet =
                identity.type() == IkeIdentityView.IPV4_SUBNET || identity.type() == IkeIdentityView.IPV6_SUBNET;
        boolean isRange =
                identity.type() == IkeIdentityView.IPV4_RANGE || identity.type() == IkeIdentityView.IPV6_RANGE;
        if (isAddress) {
            return Addresses.of(octets, 0, length).flatMap(host -> selector(identity, host, host));
        }
        if (length % 2 != 0 || !(isSubnet || isRange)) {
            return Optional.empty();
        }
        Optional<IpAddress> first = Addresses.of(octets, 0, length / 2);
        Optional<IpAddress> second = Addresses.of(octets, length / 2, length / 2);
        if (isSubnet && second.filter(Masks::isMask).isEmpty()) {
            return Optional.empty();
        }
        return first.flatMap(one -> second.flatMap(other -> isRange
                ? selector(identity, one, other)
                : selector(identity, Masks.lowest(one, other), Masks.highest(one, other))));
    }

    private static Optional<TrafficSelector> selector(Payload.Identity identity, IpAddress first, IpAddress last) {
        boolean isAnyPort = identity.port() == 0;
        return first.compareTo(last) > 0
                ? Optional.empty()
                : Optional.of(new TrafficSelector(
                        first,
                        last,
                        identity.protocol(),
                        identity.port(),
                        isAnyPort ? GREATEST_PORT : identity.port()));
    }
}
