package io.github.espial.report.lang;

/** Where one sentence of a text ends and the next begins. */
final class Sentences {
    private Sentences() {}

    /** Where the sentence after the one at {@code start} begins: after a full stop, white space and before a capital. */
    static int next(String text, int start) {
        for (int at = start; at < text.length() - 2; at++) {
            char mark = text.charAt(at);
            if ((mark == '.' || mark == '?' || mark == '!')
                    && text.charAt(at + 1) == ' '
                    && at > start
                    && text.charAt(at - 1) != mark
                    && isBeginning(text, at + 2)) {
                return at + 2;
            }
        }
        return text.length();
    }

    private static boolean isBeginning(String text, int at) {
        int begin = at;
        while (begin < text.length() && text.charAt(begin) == ' ') {
            begin++;
        }
        return begin < text.length() && !Character.isLowerCase(text.charAt(begin));
    }
}
