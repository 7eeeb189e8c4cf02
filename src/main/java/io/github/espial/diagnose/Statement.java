package io.github.espial.diagnose;

import java.util.Locale;

/**
 * Something that the user stated, and what became of it.
 *
 * @param option as it was given: {@code --server}, {@code --gateway} or {@code --next-hop}
 * @param value as it was given: {@code 198.51.100.20=192.0.2.254}
 * @param effect what became of it
 * @param text one sentence of what it decided, what contradicts it, or why it is not used, without trailing period
 */
public record Statement(String option, String value, Effect effect, String text) {
    /** What may become of a statement. */
    public enum Effect {
        /** It was taken for true, and nothing in the case speaks against it. */
        DECIDED,
        /** It was taken for true, and the captures or the machine's own words say something else. */
        CONTRADICTED,
        /** It names nobody in the case. */
        UNUSED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As it was given. */
    @Override
    public String toString() {
        return option + " " + value;
    }
}
