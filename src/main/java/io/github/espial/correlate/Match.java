package io.github.espial.correlate;

/** How an inner flow was found in its SA. */
public enum Match {
    /** The SA encrypts nothing. */
    PLAIN("plain"),
    /** With the keys of the SA. */
    DECRYPTED("decrypted"),
    /** By lengths and times, as packets in the clear and their ESP were both captured. */
    ALIGNED("aligned");

    private final String text;

    Match(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
