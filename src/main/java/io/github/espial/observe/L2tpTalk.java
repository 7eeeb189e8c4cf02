package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;

/**
 * L2TP packets that all tell the same.
 *
 * @param carrier what they came in
 * @param source who sent the packets
 * @param destination whom they are for
 * @param tunnelId the receiver's number of the tunnel; 0 where it had told none
 * @param sessionId the receiver's number of the session; 0 where they are about the tunnel
 * @param saying what they tell
 * @param span how many, and when
 */
public record L2tpTalk(
        Carrier carrier,
        IpAddress source,
        IpAddress destination,
        int tunnelId,
        int sessionId,
        L2tpSaying saying,
        Span span) {
    /** Whether an SA carried them. */
    public boolean isProtected() {
        return carrier.isSa();
    }

    public Traffic traffic() {
        return carrier.traffic();
    }

    public IpAddress outerSource() {
        return carrier.source();
    }

    public IpAddress outerDestination() {
        return carrier.destination();
    }

    public Spi spi() {
        return carrier.spi();
    }

    public int attempt() {
        return carrier.attempt();
    }

    /**
     * What carries L2TP packets: an SA, or nothing but IP.
     *
     * @param traffic {@link Traffic#L2TP_CONTROL} or {@link Traffic#L2TP_DATA} in the clear, otherwise what carried them
     * @param source outer source; in the clear that of the packets
     * @param destination outer destination
     * @param spi of the SA; 0 in the clear
     * @param attempt which of the keys tried for the SA opened them; 0 in the clear
     */
    public record Carrier(Traffic traffic, IpAddress source, IpAddress destination, Spi spi, int attempt) {
        /** Whether an SA carries them. */
        public boolean isSa() {
            return traffic == Traffic.ESP || traffic == Traffic.UDP_ESP;
        }
    }
}
