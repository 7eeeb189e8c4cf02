package io.github.espial.batch.ticket;

import java.io.IOException;

/** A case that is larger than what is allowed; the message is one line that names it and the limit. */
public final class LimitException extends IOException {
    private static final long serialVersionUID = 1;

    LimitException(String message) {
        super(message);
    }
}
