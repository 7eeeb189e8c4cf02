package io.github.espial.cli;

import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.Option;

/**
 * What a shell may offer where the value of an option is to be typed.
 *
 * @param kind of what is typed
 * @param words the only values, where these are few
 */
record ShellWord(Kind kind, List<String> words) {
    private static final List<String> WHEN = List.of("auto", "always", "never");

    /** Kinds of values. */
    enum Kind {
        /** The option has no value. */
        NONE,
        /** One of a few words. */
        WORDS,
        FILE,
        FOLDER,
        /** What only its user knows. */
        OTHER
    }

    /** The value that {@code option} takes, as the name of its argument tells. */
    static ShellWord of(Option option) {
        if (!option.hasArg()) {
            return new ShellWord(Kind.NONE, List.of());
        }
        String name = option.getArgName();
        if (name.equals("WHEN")) {
            return new ShellWord(Kind.WORDS, WHEN);
        }
        if (name.equals(name.toLowerCase(Locale.ROOT))) {
            return new ShellWord(Kind.WORDS, List.of(name.split("\\|", -1)));
        }
        boolean isFile = (name.startsWith("FILE") && !name.contains("x")) || name.equals("KEYFILE");
        boolean isFolder = name.equals("FOLDER") || name.equals("OUT");
        return new ShellWord(isFile ? Kind.FILE : isFolder ? Kind.FOLDER : Kind.OTHER, List.of());
    }
}
