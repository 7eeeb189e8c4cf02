package io.github.espial.batch.index;

/**
 * A case without a report.
 *
 * @param kind what kind of reason
 * @param reason one line that names the case or its file
 */
public record Failed(Kind kind, String reason) implements CaseOutcome {
    /** Why a case has no report. */
    public enum Kind {
        /** Nothing of it can be read. */
        UNREADABLE("unreadable"),
        /** It is larger than allowed. */
        SIZE("size"),
        /** It took longer than allowed. */
        TIME("time"),
        /** There was not enough memory for it. */
        MEMORY("memory"),
        /** Its reports could not be written. */
        OUTPUT("output"),
        /** The program failed. */
        DEFECT("defect");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
