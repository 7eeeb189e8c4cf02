package io.github.espial.diagnose;

/** How bad a finding is; the order is from worst to least. */
public enum Severity {
    /** Traffic is going, or went, where it must not. */
    ERROR("error"),
    /** Likely trouble. */
    WARNING("warning"),
    /** Worth knowing. */
    INFO("info");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
