package io.github.espial.l2tp;

import io.github.espial.observe.L2tpSaying;

/** Message types that tell of tunnels and sessions (RFC 2661 §3.2); other messages tell that they go on. */
final class MessageType {
    static final int START_REQUEST = 1;
    static final int START_REPLY = 2;
    static final int START_CONNECTED = 3;
    static final int STOP = 4;
    static final int HELLO = 6;
    static final int OUTGOING_REQUEST = 7;
    static final int OUTGOING_REPLY = 8;
    static final int OUTGOING_CONNECTED = 9;
    static final int INCOMING_REQUEST = 10;
    static final int INCOMING_REPLY = 11;
    static final int INCOMING_CONNECTED = 12;
    static final int DISCONNECT = 14;

    private MessageType() {}

    /** Whether the message is about a session, rather than the tunnel. */
    static boolean isOfSession(int type) {
        return type >= OUTGOING_REQUEST;
    }

    /** How far a tunnel or a session has come of which {@code first} is the first thing seen. */
    static State reached(L2tpSaying first) {
        if (!(first instanceof L2tpSaying.Control message)) {
            return State.ESTABLISHED;
        }
        return switch (message.type()) {
            case START_REQUEST, INCOMING_REQUEST, OUTGOING_REQUEST -> State.REQUESTED;
            case START_REPLY, INCOMING_REPLY, OUTGOING_REPLY -> State.ANSWERED;
            default -> State.ESTABLISHED;
        };
    }
}
