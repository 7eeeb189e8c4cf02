package io.github.espial.capture;

/**
 * What reports call the format of a capture file, such as {@code pcapng} or {@code netmon-2}.
 *
 * @param text small letters and digits, in words joined by hyphens, at most {@value #LONGEST} characters
 */
public record FormatName(String text) {
    static final int LONGEST = 32;

    public FormatName {
        if (!isName(text)) {
            throw new IllegalArgumentException("no name of a format: " + text);
        }
    }

    static boolean isName(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        boolean isInWord = false;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean isOfWord = (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9');
            if (!isOfWord && !(next == '-' && isInWord)) {
                return false;
            }
            isInWord = isOfWord;
        }
        return isInWord;
    }
}
