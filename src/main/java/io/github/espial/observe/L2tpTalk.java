package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;

/**
 * L2TP packets that all tell the same.
 *
 * @param traffic {@link Traffic#L2TP_CONTROL} or {@link Traffic#L2TP_DATA} in the clear, otherwise what carried them
 * @param outerSource outer source; in the clear the same as {@code source}
 * @param outerDestination outer destination
 * @param spi of the SA that carried them; 0 in the clear
 * @param attempt which of the keys tried for the SA opened them; 0 in the clear
 * @param source who sent the packets
 * @param destination whom they are for
 * @param tunnelId the receiver's number of the tunnel; 0 where it had told none
 * @param sessionId the receiver's number of the session; 0 where they are about the tunnel
 * @param saying what they tell
 * @param span how many, and when
 */
public record L2tpTalk(
        Traffic traffic,
        IpAddress outerSource,
        IpAddress outerDestination,
        Spi spi,
        int attempt,
        IpAddress source,
        IpAddress destination,
        int tunnelId,
        int sessionId,
        L2tpSaying saying,
        Span span) {
    /** Whether an SA carried them. */
    public boolean isProtected() {
        return traffic == Traffic.ESP || traffic == Traffic.UDP_ESP;
    }
}
