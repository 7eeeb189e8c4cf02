package io.github.espial.esp;

/**
 * What to tell the user about an SA whose packets were refused.
 *
 * @param reason the most frequent one
 * @param refused packets refused for whatever reason that speaks about the key
 * @param tried packets opened and refused
 */
public record KeyNote(KeyVerdict verdict, Refusal reason, long refused, long tried) {
    /** Part of a sentence, such as {@code ICV mismatch in 12 of 12 packets}. */
    @Override
    public String toString() {
        return reason.isFinal()
                ? reason.toString()
                : reason + " in " + refused + " of " + tried + (tried == 1 ? " packet" : " packets");
    }
}
