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
 * @param isProtected whether some of its packets were inside ESP
 * @param spis the SAs that carried them
 * @param state how far it has come
 * @param closing how it ended; empty while it goes on
 * @param hellos messages that ask whether the other end is alive
 * @param hiding control messages with hidden AVPs, which stay closed
 * @param broken control messages whose AVPs do not fit
 * @param sessions in order of their first packet
 * @param span packets that tell of it, and when
 */
public record L2tpTunnel(
        List<TunnelEnd> ends,
        Optional<IpAddress> initiator,
        boolean isProtected,
        List<Spi> spis,
        State state,
        Optional<Closing> closing,
        long hellos,
        long hiding,
        long broken,
        List<L2tpSession> sessions,
        Span span) {
    public L2tpTunnel {
        ends = List.copyOf(ends);
        spis = List.copyOf(spis);
        sessions = List.copyOf(sessions);
    }

    /** Whether it is between these two hosts. */
    public boolean isBetween(IpAddress one, IpAddress other) {
        List<IpAddress> addresses = ends.stream().map(TunnelEnd::address).toList();
        return addresses.contains(one) && addresses.contains(other);
    }
}
