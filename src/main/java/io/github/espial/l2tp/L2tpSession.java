package io.github.espial.l2tp;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.Span;
import java.util.List;
import java.util.Optional;

/**
 * A call in a tunnel.
 *
 * @param ids the ends' own numbers of it, as far as they were seen
 * @param call what it was asked for
 * @param state how far it has come
 * @param closing how it ended; empty while it goes on
 * @param link the PPP link that it carries
 * @param span packets that tell of it, and when
 */
public record L2tpSession(
        List<SessionId> ids, Call call, State state, Optional<Closing> closing, PppLink link, Span span) {
    public L2tpSession {
        ids = List.copyOf(ids);
    }

    /**
     * The call that a session stands for.
     *
     * @param caller who asked for the session; empty where that was not seen
     * @param isOutgoing whether the caller asked the other end to dial (RFC 2661 §5.2.2), rather than told of a call
     * @param callingNumber who calls, as the caller tells
     * @param calledNumber who is called, as the caller tells
     */
    public record Call(
            Optional<IpAddress> caller,
            boolean isOutgoing,
            Optional<String> callingNumber,
            Optional<String> calledNumber) {}

    /**
     * One end's number of a session.
     *
     * @param end the end's address
     * @param id 16 bits, which the other end writes into its packets
     */
    public record SessionId(IpAddress end, int id) {}
}
