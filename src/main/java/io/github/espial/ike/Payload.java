package io.github.espial.ike;

import io.github.espial.wire.IkeProposals;
import java.util.List;
import java.util.OptionalInt;

/** One payload of an IKE message, as far as it tells the story. */
sealed interface Payload {
    /** Security association: what is offered, or in an answer what was chosen. */
    record SecurityAssociation(List<Proposal> proposals) implements Payload {
        public SecurityAssociation {
            proposals = List.copyOf(proposals);
        }
    }

    /** Diffie-Hellman value of the sender; version 1 does not state its group here. */
    record KeyExchange(OptionalInt group, Chunk value) implements Payload {}

    /** Nonce of the sender. */
    record Nonce(Chunk value) implements Payload {}

    /**
     * Notification.
     *
     * @param protocol whose SPI it has; 0 for none
     */
    record Notify(int protocol, Chunk spi, int type, Chunk data) implements Payload {}

    /** SAs that the sender has deleted. */
    record Delete(int protocol, List<Chunk> spis) implements Payload {
        public Delete {
            spis = List.copyOf(spis);
        }
    }

    /** What the sender is or can do. */
    record VendorId(Chunk value) implements Payload {}

    /**
     * Identity, or in quick mode of version 1 one end of the traffic.
     *
     * @param protocol IP protocol number, 0 for any
     * @param port 0 for any
     */
    record Identity(int type, int protocol, int port, Chunk value) implements Payload {}

    /** Traffic selectors of version 2, of the side that initiated the exchange or the other. */
    record Selectors(IkeRole of, List<TrafficSelector> selectors) implements Payload {
        public Selectors {
            selectors = List.copyOf(selectors);
        }
    }

    /** Hash of an address and port, in version 1. */
    record NatDetection(Chunk hash) implements Payload {}

    /** Any other payload. */
    record Other(int type) implements Payload {}

    /**
     * One proposal of an SA payload.
     *
     * @param protocol as {@link IkeProposals#protocol()}
     */
    record Proposal(int number, int protocol, Chunk spi, List<Suite> suites) {
        public Proposal {
            suites = List.copyOf(suites);
        }

        /** What was chosen, where this is an answer; nothing where it states no algorithm. */
        List<Algorithm> chosen() {
            return suites.isEmpty() ? List.of() : suites.get(0).algorithms();
        }
    }

    /**
     * Algorithms that go together: all transforms of a proposal of version 2, each transform of version 1.
     *
     * @param attributes what version 1 states besides
     */
    record Suite(List<Algorithm> algorithms, Attributes attributes) {
        public Suite {
            algorithms = List.copyOf(algorithms);
        }
    }

    /**
     * Attributes of an IPsec SA of version 1 (RFC 2407 §4.5).
     *
     * @param encapsulation 1 tunnel, 2 transport, 3 and 4 the same in UDP; 0 where not stated
     * @param extendedSequenceNumbers whether they were asked for (RFC 4304)
     */
    record Attributes(int encapsulation, boolean extendedSequenceNumbers) {
        static final Attributes NONE = new Attributes(0, false);
    }
}
