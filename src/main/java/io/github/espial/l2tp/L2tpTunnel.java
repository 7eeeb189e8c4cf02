package io.github.espial.l2tp;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Span;
import java.util.List;
import java.util.Optional;

/**
 * A tunnel between two hosts.
 *
 * @param ends both, the initiator first where it is known
 * @param initiator who asked for the tunnel; empty where that was not seen
 * @param spis the SAs that carried packets of it; empty where none was inside ESP
 * @param state how far it has come
 * @param closing how it ended; empty while it goes on
 * @param messages control messages of special kinds
 * @param sessions in order of their first packet
 * @param span packets that tell of it, and when
 */
public record L2tpTunnel(
        List<TunnelEnd> ends,
        Optional<IpAddress> initiator,
        List<Spi> spis,
        State state,
        Optional<Closing> closing,
        Messages messages,
        List<L2tpSession> sessions,
        Span span) {
    public L2tpTunnel {
        ends = List.copyOf(ends);
        spis = List.copyOf(spis);
        sessions = List.copyOf(sessions);
    }

    /**
     * How many control messages were of a special kind.
     *
     * @param hellos that ask whether the other end is alive
     * @param hiding with hidden AVPs, which stay closed
     * @param broken whose AVPs do not fit
     */
    public record Messages(long hellos, long hiding, long broken) {}

    /** Whether some of its packets were inside ESP. */
    public boolean isProtected() {
        return !spis.isEmpty();
    }

    /** Whether it is between these two hosts. */
    public boolean isBetween(IpAddress one, IpAddress other) {
        List<IpAddress> addresses = ends.stream().map(TunnelEnd::address).toList();
        return addresses.contains(one) && addresses.contains(other);
    }
}
