package io.github.espial.mcp.answer;

/** What was asked cannot be answered; the message says why, and what to ask instead. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
