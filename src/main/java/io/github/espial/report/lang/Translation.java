package io.github.espial.report.lang;

/** Turns what a report says into the language of its reader. */
public interface Translation {
    /** English, as it was written. */
    Translation NONE = new AsWritten();

    /** The language of what {@link #of} gives, as far as its catalog reaches. */
    Language language();

    /**
     * A text of a report in this language; {@code english} itself where nothing is known of it. White space at both ends
     * stays. Addresses, numbers, times, names, filters and commands are the same in every language.
     */
    String of(String english);
}
