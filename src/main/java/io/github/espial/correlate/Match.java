package io.github.espial.correlate;

/** How an inner flow was found in its SA. */
public enum Match {
    /** The SA encrypts nothing. */
    PLAIN("plain"),
    /** With the keys of the SA. */
    DECRYPTED("decrypted");

    private final String text;

    Match(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
