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
 * @param initiator who asked for it
 * @param responder the other end
 * @param terms as the responder chose them
 * @param rekeys SPI of the SA that it takes over from
 * @param keying whether its keys are known
 * @param nanos time of the answer; {@link Long#MIN_VALUE} where it has none
 */
public record ChildSa(End initiator, End responder, Terms terms, Optional<Spi> rekeys, Keying keying, long nanos) {
    /**
     * One of its ends.
     *
     * @param spi names the SA that carries packets to this end, which chose it
     * @param selectors this end's side of the traffic
     */
    public record End(IpAddress address, Spi spi, List<TrafficSelector> selectors) {
        public End {
            selectors = List.copyOf(selectors);
        }
    }

    /**
     * How packets are protected.
     *
     * @param isEsp ESP, otherwise AH
     * @param extendedSequenceNumbers whether sequence numbers have 64 bits
     */
    public record Terms(boolean isEsp, SaMode mode, List<Algorithm> algorithms, boolean extendedSequenceNumbers) {
        public Terms {
            algorithms = List.copyOf(algorithms);
        }
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
