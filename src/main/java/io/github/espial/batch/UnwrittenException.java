package io.github.espial.batch;

import java.io.IOException;

/** An output that could not be written; the message is one line that names it and says why. */
final class UnwrittenException extends IOException {
    private static final long serialVersionUID = 1;

    UnwrittenException(String message, IOException cause) {
        super(message, cause);
    }
}
