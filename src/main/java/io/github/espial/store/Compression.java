package io.github.espial.store;

/** How a capture file is compressed as a whole. */
public enum Compression {
    /** Stored as it is. */
    NONE("none"),
    /** One or several gzip members (RFC 1952). */
    GZIP("gzip");

    private final String text;

    Compression(String text) {
        this.text = text;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }
}
