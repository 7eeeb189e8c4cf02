package io.github.espial.l2tp;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one end of a PPP link proves to the other who it is. Names and passwords are not kept.
 *
 * @param method such as {@code MS-CHAPv2}
 * @param outcome what came of it
 * @param errorNumber Windows' error number, where MS-CHAP failed and told it
 */
public record Authentication(String method, Outcome outcome, OptionalLong errorNumber) {
    /** What came of it. */
    public enum Outcome {
        /** Nothing that was seen. */
        UNKNOWN("unknown"),
        SUCCEEDED("succeeded"),
        FAILED("failed");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** What the error number means, where that is known. */
    public Optional<String> error() {
        return errorNumber.isPresent() ? Codes.ofAuthentication(errorNumber.getAsLong()) : Optional.empty();
    }

    /** {@code MS-CHAPv2 failed: wrong name or password (error 691)}. */
    @Override
    public String toString() {
        String text = method + (outcome == Outcome.UNKNOWN ? "" : " " + outcome);
        if (errorNumber.isEmpty()) {
            return text;
        }
        long number = errorNumber.getAsLong();
        return text + ": "
                + error().map(words -> words + " (error " + number + ")").orElse("error " + number);
    }
}
