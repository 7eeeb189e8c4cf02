package io.github.espial.cases;

/** A question that cannot be asked of a case; the message is one line that says why. */
public final class UnanswerableException extends Exception {
    private static final long serialVersionUID = 1;

    UnanswerableException(String message) {
        super(message);
    }
}
