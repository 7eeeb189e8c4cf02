package io.github.espial.l2tp;

/** How far a tunnel or a session has come (RFC 2661 §7.2, §7.4). */
public enum State {
    /** It was asked for, and nobody answered. */
    REQUESTED("requested"),
    /** The answer came, and was not confirmed. */
    ANSWERED("answered"),
    /** It is up. */
    ESTABLISHED("established"),
    /** One end closed it. */
    CLOSED("closed");

    private final String text;

    State(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
