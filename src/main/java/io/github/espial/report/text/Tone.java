package io.github.espial.report.text;

import io.github.espial.compare.Outcome;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.report.words.Fact;
import io.github.espial.report.words.Listing;

/** What a piece of text is to a reader; a palette may color it. The words say the same without color. */
public enum Tone {
    /** Running text. */
    PLAIN,
    /** What is wrong. */
    BAD,
    /** What is likely wrong, or cannot be told. */
    DOUBTFUL,
    /** What is right. */
    GOOD,
    /** What is worth knowing. */
    NOTE,
    /** The title of a finding or of a part of the report. */
    HEADING,
    /** What a reader copies: commands and display filters. */
    COPY;

    public static Tone of(Verdict verdict) {
        return switch (verdict) {
            case MISROUTED -> BAD;
            case HEALTHY -> GOOD;
            case UNDETERMINED -> DOUBTFUL;
            case NO_IPSEC -> NOTE;
        };
    }

    static Tone of(Outcome outcome) {
        return switch (outcome) {
            case MENDED -> GOOD;
            case PARTLY_MENDED, CANNOT_TELL -> DOUBTFUL;
            case UNCHANGED -> NOTE;
            case WORSE -> BAD;
        };
    }

    static Tone of(Severity severity) {
        return switch (severity) {
            case ERROR -> BAD;
            case WARNING -> DOUBTFUL;
            case INFO -> NOTE;
        };
    }

    static Tone of(Fact.Kind kind) {
        return switch (kind) {
            case WRONG -> BAD;
            case PROPER -> GOOD;
            case PLAIN -> PLAIN;
        };
    }

    static Tone of(Listing.Detail.Kind kind) {
        return kind == Listing.Detail.Kind.PROBLEM ? DOUBTFUL : PLAIN;
    }
}
