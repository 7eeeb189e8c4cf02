package io.github.espial.correlate.shape;

/** What packets of an SA may look like. */
public enum Likeness {
    /** The same packet again and again at intervals that double, and nothing comes back (RFC 6298 §5.5). */
    RETRANSMISSION("retransmission", "connection attempts or requests sent again and again, without answer"),
    /** One packet a second of a length that pings have, and none of that length comes back. */
    UNANSWERED_PING("unanswered-ping", "ping without answer"),
    /** One packet a second of a length that pings have, and one of that length comes back for each. */
    PING("ping", "ping"),
    /** Packets of one length at the beat of a codec. */
    VOICE("voice", "voice"),
    /** Packets of one length, of which one goes every so many seconds. */
    KEEPALIVE("keepalive", "keepalives"),
    /** Packets of the lengths that open a connection, each answered and confirmed. */
    TCP("tcp", "TCP connections"),
    /** Long packets close upon each other, and short ones back. */
    TRANSFER("transfer", "transfer"),
    /** Short packets of several lengths, each with one answer. */
    REQUESTS("requests", "short requests with one answer each, such as DNS");

    private final String id;
    private final String words;

    Likeness(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** In kebab case. */
    public String id() {
        return id;
    }

    /** As in "looks like ...". */
    public String words() {
        return words;
    }

    /** Whether it is sent in vain: a sign that what goes out does not arrive. */
    public boolean isInVain() {
        return this == RETRANSMISSION || this == UNANSWERED_PING;
    }
}
