package io.github.espial.compare;

import io.github.espial.diagnose.Severity;
import io.github.espial.net.IpAddress;
import java.util.Optional;

/**
 * Whether a finding about one peer, or about the case as a whole, is there before and after.
 *
 * @param fate what became of it
 * @param id the finding's
 * @param peer whom it is about
 * @param severity the worst of its kind; of one that stayed, after
 * @param title in a few words; of one that stayed, after
 */
public record FindingChange(Fate fate, String id, Optional<IpAddress> peer, Severity severity, String title) {
    /** What can become of a finding. */
    public enum Fate {
        /** Only the first case has it, and the second could have shown it. */
        GONE("gone"),
        /** Only the first case has it; the second holds nothing that could have shown it. */
        UNTOLD("untold"),
        /** Only the second case has it. */
        CAME("came"),
        /** Both have it. */
        STAYED("stayed");

        private final String text;

        Fate(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
