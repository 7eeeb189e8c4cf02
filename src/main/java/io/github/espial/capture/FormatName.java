package io.github.espial.capture;

import java.util.regex.Pattern;

/**
 * What reports call the format of a capture file, such as {@code pcapng} or {@code netmon-2}.
 *
 * @param text small letters and digits, in words joined by hyphens, at most {@value #LONGEST} characters
 */
public record FormatName(String text) {
    static final int LONGEST = 32;

    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public FormatName {
        if (!isName(text)) {
            throw new IllegalArgumentException("no name of a format: " + text);
        }
    }

    static boolean isName(String text) {
        return text.length() <= LONGEST && WORDS.matcher(text).matches();
    }
}
