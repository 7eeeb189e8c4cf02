package io.github.espial.report.words;

/**
 * A value with its name.
 *
 * @param kind what the value is to its reader
 * @param label what it is called
 */
public record Fact(Kind kind, String label, String value) {
    /** What a value is to its reader. */
    public enum Kind {
        /** Where traffic went and should not have gone. */
        WRONG,
        /** Where it should have gone. */
        PROPER,
        /** Anything else. */
        PLAIN
    }
}
