package io.github.espial.report.lang;

/** What is the same in every language: addresses, numbers, times, file names, names of protocols. */
final class Values {
    private static final String WITHIN_NAMES = ":./_=@\\";

    private Values() {}

    /** Whether {@code text} holds nothing else. */
    static boolean isAll(String text) {
        if (isId(text)) {
            return true;
        }
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
                if (!isValue(text, start, at)) {
                    return false;
                }
                start = at + 1;
            }
        }
        return true;
    }

    /** Small letters and digits with hyphens between them, as ids of findings are written. */
    private static boolean isId(String text) {
        boolean isHyphened = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean isHyphen = character == '-';
            if (!isHyphen && (character < 'a' || character > 'z') && !Character.isDigit(character)) {
                return false;
            }
            isHyphened |= isHyphen && at > 0 && at < text.length() - 1;
        }
        return isHyphened;
    }

    /** A word without small letters, or with a digit, or with a sign inside that words do not have. */
    private static boolean isValue(String text, int start, int end) {
        boolean isWord = false;
        for (int at = start; at < end; at++) {
            char character = text.charAt(at);
            if (Character.isDigit(character)) {
                return true;
            }
            boolean isInside = at > start && at < end - 1;
            if (isInside && WITHIN_NAMES.indexOf(character) >= 0) {
                return true;
            }
            isWord |= Character.isLowerCase(character);
        }
        return !isWord;
    }
}
