package io.github.espial.l2tp;

import io.github.espial.dissect.L2tpPacket.Text;
import io.github.espial.l2tp.L2tpSession.SessionId;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.L2tpSaying;
import io.github.espial.observe.L2tpTalk;
import io.github.espial.observe.Span;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A session in the making. */
final class SessionDraft {
    private final Map<IpAddress, Integer> ids = new TreeMap<>();
    private final Negotiation negotiation = new Negotiation();
    private Optional<IpAddress> caller = Optional.empty();
    private boolean isOutgoing;
    private Optional<String> callingNumber = Optional.empty();
    private Optional<String> calledNumber = Optional.empty();
    private State state;
    private Optional<Closing> closing = Optional.empty();
    private Optional<Span> span = Optional.empty();

    /** A session of which {@code first} is the first packet seen. */
    SessionDraft(L2tpTalk first) {
        this.state = MessageType.reached(first.saying());
    }

    /** Whether {@code end} has the number {@code id} for it. */
    boolean isKnown(IpAddress end, int id) {
        return ids.getOrDefault(end, 0) == id;
    }

    boolean hasId(IpAddress end) {
        return ids.containsKey(end);
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    void setId(IpAddress end, int id) {
        ids.putIfAbsent(end, id);
    }

    void count(Span more) {
        span = span.map(before -> before.plus(more)).or(() -> Optional.of(more));
    }

    void take(L2tpTalk talk, L2tpSaying.Ppp packet) {
        if (state != State.CLOSED) {
            state = State.ESTABLISHED;
        }
        negotiation.take(talk, packet);
    }

    void take(L2tpTalk talk, L2tpSaying.Control message) {
        switch (message.type()) {
            case MessageType.INCOMING_REQUEST, MessageType.OUTGOING_REQUEST -> {
                caller = Optional.of(talk.source());
                isOutgoing = message.type() == MessageType.OUTGOING_REQUEST;
                callingNumber = Optional.ofNullable(message.texts().get(Text.CALLING_NUMBER));
                calledNumber = Optional.ofNullable(message.texts().get(Text.CALLED_NUMBER));
            }
            case MessageType.INCOMING_REPLY, MessageType.OUTGOING_REPLY -> reach(State.ANSWERED);
            case MessageType.INCOMING_CONNECTED, MessageType.OUTGOING_CONNECTED -> reach(State.ESTABLISHED);
            case MessageType.DISCONNECT -> {
                state = State.CLOSED;
                closing = Optional.of(TunnelDraft.closing(talk.source(), message));
            }
            default -> {
                // Tells of the line below, not how far the session has come.
            }
        }
    }

    L2tpSession session() {
        return new L2tpSession(
                ids.entrySet().stream()
                        .map(id -> new SessionId(id.getKey(), id.getValue()))
                        .toList(),
                new L2tpSession.Call(caller, isOutgoing, callingNumber, calledNumber),
                state,
                closing,
                negotiation.link(),
                span.orElseThrow());
    }

    private void reach(State next) {
        if (state.compareTo(next) < 0) {
            state = next;
        }
    }
}
