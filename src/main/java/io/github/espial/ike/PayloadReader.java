package io.github.espial.ike;

import io.github.espial.ike.Payload.Attributes;
import io.github.espial.ike.Payload.Proposal;
import io.github.espial.ike.Payload.Suite;
import io.github.espial.net.IpAddress;
import io.github.espial.wire.IkeAttributes;
import io.github.espial.wire.IkeDeleteView;
import io.github.espial.wire.IkeFragmentView;
import io.github.espial.wire.IkeIdentityView;
import io.github.espial.wire.IkeNotifyView;
import io.github.espial.wire.IkePayloads;
import io.github.espial.wire.IkeProposals;
import io.github.espial.wire.IkeSelectors;
import io.github.espial.wire.IkeTransforms;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a chain of payloads into values. What does not fit is left out; the rest stands. */
final class PayloadReader {
    /** Transforms that are kept of one proposal: no peer offers as many. */
    private static final int MOST_TRANSFORMS = 512;

    private static final int PHASE1_ENCRYPTION = 1;
    private static final int PHASE1_HASH = 2;
    private static final int PHASE1_AUTHENTICATION = 3;
    private static final int PHASE1_GROUP = 4;
    private static final int PHASE1_KEY_LENGTH = 14;

    private static final int IPSEC_GROUP = 3;
    private static final int IPSEC_ENCAPSULATION = 4;
    private static final int IPSEC_INTEGRITY = 5;
    private static final int IPSEC_KEY_LENGTH = 6;
    private static final int IPSEC_SEQUENCE_NUMBERS = 11;

    private static final int VERSION2_KEY_LENGTH = 14;

    private final ByteBuffer octets;
    private final int majorVersion;
    private final IkePayloads chain = new IkePayloads();

    private PayloadReader(ByteBuffer octets, int majorVersion) {
        this.octets = octets;
        this.majorVersion = majorVersion;
    }

    /**
     * Reads the payloads in a part of big-endian {@code octets}.
     *
     * @param firstType the type that the header before them states
     */
    static Contents read(ByteBuffer octets, int start, int length, int firstType, int majorVersion) {
        return new PayloadReader(octets, majorVersion).contents(start, length, firstType);
    }

    private Contents contents(int start, int length, int firstType) {
        List<Payload> payloads = new ArrayList<>();
        Optional<Sealed> sealed = Optional.empty();
        chain.wrap(octets, start, length, firstType);
        while (chain.nextPayload()) {
            if (majorVersion > 1 && chain.isEncrypted()) {
                sealed = sealed();
            } else {
                payloads.add(payload());
            }
        }
        return new Contents(payloads, sealed, chain.fault(), chain.restLength());
    }

    private Optional<Sealed> sealed() {
        int start = chain.bodyStart();
        int length = chain.bodyLength();
        if (chain.type() == IkePayloads.V2_ENCRYPTED) {
            return Optional.of(new Sealed(chain.followingType(), start, length, 1, 1));
        }
        IkeFragmentView fragment = new IkeFragmentView();
        return fragment.wrap(octets, start, length)
                ? Optional.of(new Sealed(
                        chain.followingType(),
                        fragment.sealedStart(),
                        fragment.sealedLength(),
                        fragment.number(),
                        fragment.total()))
                : Optional.empty();
    }

    private Payload payload() {
        return (majorVersion == 1 ? version1() : version2()).orElse(new Payload.Other(chain.type()));
    }

    private Optional<Payload> version1() {
        return switch (chain.type()) {
            case IkePayloads.V1_SA -> proposals();
            case IkePayloads.V1_KEY_EXCHANGE -> Optional.of(new Payload.KeyExchange(OptionalInt.empty(), body()));
            case IkePayloads.V1_NONCE -> Optional.of(new Payload.Nonce(body()));
            case IkePayloads.V1_NOTIFY -> notification();
            case IkePayloads.V1_DELETE -> deletion();
            case IkePayloads.V1_VENDOR_ID -> Optional.of(new Payload.VendorId(body()));
            case IkePayloads.V1_IDENTITY -> identity();
            case IkePayloads.V1_NAT_DETECTION, IkePayloads.V1_NAT_DETECTION_DRAFT ->
                Optional.of(new Payload.NatDetection(body()));
            default -> Optional.empty();
        };
    }

    private Optional<Payload> version2() {
        return switch (chain.type()) {
            case IkePayloads.V2_SA -> proposals();
            case IkePayloads.V2_KEY_EXCHANGE -> keyExchange();
            case IkePayloads.V2_NONCE -> Optional.of(new Payload.Nonce(body()));
            case IkePayloads.V2_NOTIFY -> notification();
            case IkePayloads.V2_DELETE -> deletion();
            case IkePayloads.V2_VENDOR_ID -> Optional.of(new Payload.VendorId(body()));
            case IkePayloads.V2_IDENTITY_INITIATOR, IkePayloads.V2_IDENTITY_RESPONDER -> identity();
            case IkePayloads.V2_SELECTORS_INITIATOR, IkePayloads.V2_SELECTORS_RESPONDER -> selectors();
            default -> Optional.empty();
        };
    }

    private Chunk body() {
        return Chunk.of(octets, chain.bodyStart(), chain.bodyLength());
    }

    /** The group, and two reserved octets (RFC 7296 §3.4). */
    private Optional<Payload> keyExchange() {
        int start = chain.bodyStart();
        int before = Integer.BYTES;
        return chain.bodyLength() < before
                ? Optional.empty()
                : Optional.of(new Payload.KeyExchange(
                        OptionalInt.of(Short.toUnsignedInt(octets.getShort(start))),
                        Chunk.of(octets, start + before, chain.bodyLength() - before)));
    }

    private Optional<Payload> notification() {
        IkeNotifyView notify = new IkeNotifyView();
        return notify.wrap(octets, chain.bodyStart(), chain.bodyLength(), majorVersion)
                ? Optional.of(new Payload.Notify(
                        notify.protocol(),
                        Chunk.of(octets, notify.spiStart(), notify.spiLength()),
                        notify.type(),
                        Chunk.of(octets, notify.dataStart(), notify.dataLength())))
                : Optional.empty();
    }

    private Optional<Payload> deletion() {
        IkeDeleteView deletion = new IkeDeleteView();
        if (!deletion.wrap(octets, chain.bodyStart(), chain.bodyLength(), majorVersion)) {
            return Optional.empty();
        }
        List<Chunk> spis = new ArrayList<>();
        int count = deletion.spiSize() == 0 ? 0 : deletion.spiCount();
        for (int spi = 0; spi < count; spi++) {
            spis.add(Chunk.of(octets, deletion.spisStart() + spi * deletion.spiSize(), deletion.spiSize()));
        }
        return Optional.of(new Payload.Delete(deletion.protocol(), spis));
    }

    private Optional<Payload> identity() {
        IkeIdentityView identity = new IkeIdentityView();
        return identity.wrap(octets, chain.bodyStart(), chain.bodyLength())
                ? Optional.of(new Payload.Identity(
                        identity.type(),
                        identity.protocol(),
                        identity.port(),
                        Chunk.of(octets, identity.identityStart(), identity.identityLength())))
                : Optional.empty();
    }

    private Optional<Payload> selectors() {
        IkeSelectors selectors = new IkeSelectors();
        if (!selectors.wrap(octets, chain.bodyStart(), chain.bodyLength())) {
            return Optional.empty();
        }
        List<TrafficSelector> read = new ArrayList<>();
        while (selectors.nextSelector()) {
            int start = selectors.addressStart();
            int length = selectors.addressLength();
            Optional<IpAddress> first = Addresses.of(octets, start, length);
            Optional<IpAddress> last = Addresses.of(octets, start + length, length);
            if (first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) <= 0) {
                read.add(new TrafficSelector(
                        first.get(), last.get(), selectors.protocol(), selectors.firstPort(), selectors.lastPort()));
            }
        }
        return Optional.of(new Payload.Selectors(
                chain.type() == IkePayloads.V2_SELECTORS_INITIATOR ? IkeRole.INITIATOR : IkeRole.RESPONDER, read));
    }

    private Optional<Payload> proposals() {
        IkeProposals proposals = new IkeProposals();
        if (!proposals.wrap(octets, chain.bodyStart(), chain.bodyLength(), majorVersion)) {
            return Optional.empty();
        }
        List<Proposal> read = new ArrayList<>();
        while (proposals.nextProposal()) {
            read.add(new Proposal(
                    proposals.number(),
                    proposals.protocol(),
                    Chunk.of(octets, proposals.spiStart(), proposals.spiLength()),
                    suites(proposals)));
        }
        return Optional.of(new Payload.SecurityAssociation(read));
    }

    private List<Suite> suites(IkeProposals proposal) {
        IkeTransforms transforms = new IkeTransforms();
        transforms.wrap(octets, proposal.transformsStart(), proposal.transformsLength());
        List<Suite> suites = new ArrayList<>();
        List<Algorithm> together = new ArrayList<>();
        for (int count = 0; count < MOST_TRANSFORMS && transforms.nextTransform(); count++) {
            if (majorVersion == 1) {
                suites.add(
                        proposal.protocol() == IkeProposals.IKE
                                ? phase1(transforms)
                                : ipsec(transforms, proposal.protocol()));
            } else {
                int keyBits = (int) Math.min(attribute(transforms, VERSION2_KEY_LENGTH), 0xffff);
                together.add(AlgorithmNames.ofVersion2(transforms.typeOrNumber(), transforms.version2Id(), keyBits));
            }
        }
        return majorVersion == 1 ? suites : List.of(new Suite(together, Attributes.NONE));
    }

    private Suite phase1(IkeTransforms transform) {
        List<Algorithm> algorithms = new ArrayList<>();
        algorithms.add(AlgorithmNames.phase1Encryption(
                number(transform, PHASE1_ENCRYPTION), number(transform, PHASE1_KEY_LENGTH)));
        algorithms.add(AlgorithmNames.hash(number(transform, PHASE1_HASH)));
        algorithms.add(AlgorithmNames.group(number(transform, PHASE1_GROUP)));
        algorithms.add(AlgorithmNames.authentication(number(transform, PHASE1_AUTHENTICATION)));
        return new Suite(algorithms, Attributes.NONE);
    }

    private Suite ipsec(IkeTransforms transform, int protocol) {
        List<Algorithm> algorithms = new ArrayList<>();
        if (protocol == IkeProposals.ESP) {
            algorithms.add(AlgorithmNames.espEncryption(transform.version1Id(), number(transform, IPSEC_KEY_LENGTH)));
        }
        if (number(transform, IPSEC_INTEGRITY) != 0) {
            algorithms.add(AlgorithmNames.version1Integrity(number(transform, IPSEC_INTEGRITY)));
        }
        if (number(transform, IPSEC_GROUP) != 0) {
            algorithms.add(AlgorithmNames.group(number(transform, IPSEC_GROUP)));
        }
        return new Suite(
                algorithms,
                new Attributes(number(transform, IPSEC_ENCAPSULATION), number(transform, IPSEC_SEQUENCE_NUMBERS) == 1));
    }

    private int number(IkeTransforms transform, int attribute) {
        return (int) Math.min(attribute(transform, attribute), Integer.MAX_VALUE);
    }

    /** The value of an attribute; 0 where the transform has none of that type. */
    private long attribute(IkeTransforms transform, int type) {
        IkeAttributes attributes = new IkeAttributes();
        attributes.wrap(octets, transform.attributesStart(), transform.attributesLength());
        while (attributes.nextAttribute()) {
            if (attributes.type() == type) {
                return attributes.value();
            }
        }
        return 0;
    }
}
