package io.github.espial.capture;

import java.io.IOException;

/** A capture of which nothing can be read; the message is one line that names it and says why. */
public final class CaptureException extends IOException {
    private static final long serialVersionUID = 1;

    private final String capture;
    private final long offset;
    private final String reason;

    /**
     * A capture that cannot be read.
     *
     * @param capture its name as the user knows it
     * @param offset octets from the start of the uncompressed file to what cannot be read
     */
    public CaptureException(String capture, long offset, String reason) {
        super(capture + ": " + reason);
        this.capture = capture;
        this.offset = offset;
        this.reason = reason;
    }

    /** Name of the capture as the user knows it. */
    public String capture() {
        return capture;
    }

    /** Octets from the start of the uncompressed file to what cannot be read. */
    public long offset() {
        return offset;
    }

    /** What was expected and what was found. */
    public String reason() {
        return reason;
    }
}
