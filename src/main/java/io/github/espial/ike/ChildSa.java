package io.github.espial.ike;

import io.github.espial.context.SaMode;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.util.List;
import java.util.Optional;

/**
 * A pair of IPsec SAs that an IKE SA made. Initiator and responder are those of the exchange that made it, which a
 * rekeying may have the other way around than the IKE SA.
 *
 * @param isEsp ESP, otherwise AH
 * @param initiatorSpi names the SA that carries packets to the initiator, who chose it
 * @param responderSpi names the SA that carries packets to the responder, who chose it
 * @param algorithms as the responder chose them
 * @param extendedSequenceNumbers whether sequence numbers have 64 bits
 * @param initiatorSelectors the initiator's end of the traffic
 * @param responderSelectors the responder's end of the traffic
 * @param rekeys SPI of the SA that it takes over from
 * @param keying whether its keys are known
 * @param nanos time of the answer; {@link Long#MIN_VALUE} where it has none
 */
public record ChildSa(
        boolean isEsp,
        IpAddress initiator,
        IpAddress responder,
        Spi initiatorSpi,
        Spi responderSpi,
        List<Algorithm> algorithms,
        SaMode mode,
        boolean extendedSequenceNumbers,
        List<TrafficSelector> initiatorSelectors,
        List<TrafficSelector> responderSelectors,
        Optional<Spi> rekeys,
        Keying keying,
        long nanos) {
    public ChildSa {
        algorithms = List.copyOf(algorithms);
        initiatorSelectors = List.copyOf(initiatorSelectors);
        responderSelectors = List.copyOf(responderSelectors);
    }

    /** Whether the keys could be derived, or why they could not. */
    public enum Keying {
        DERIVED(""),
        /** The key file has what opens IKE, and not what keys are derived from. */
        NO_SECRET("the keys given for its IKE SA are without SK_d (SKEYID_d), from which its own are derived"),
        /** A Diffie-Hellman exchange of its own. */
        FORWARD_SECRECY("its keys come of a Diffie-Hellman exchange of its own (perfect forward secrecy), whose secret"
                + " the keys of its IKE SA do not tell; give its own keys"),
        NO_NONCES("its keys are derived with nonces that were not captured"),
        UNKNOWN_ALGORITHM("its algorithms are not known");

        private final String text;

        Keying(String text) {
            this.text = text;
        }

        /** Why there are no keys, as part of a sentence; empty where there are. */
        @Override
        public String toString() {
            return text;
        }
    }
}
