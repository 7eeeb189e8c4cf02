package io.github.espial.diagnose.explain;

import io.github.espial.diagnose.explain.Passage.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Cuts a paragraph at its marks. A mark without its fellow is a character like any other. */
final class Phrases {
    private Phrases() {}

    static List<Phrase> of(String text) {
        List<Phrase> phrases = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end < 0) {
                at++;
                continue;
            }
            add(phrases, Phrase.Kind.PLAIN, text.substring(from, at));
            boolean isCode = text.charAt(at) == '`';
            add(phrases, isCode ? Phrase.Kind.CODE : Phrase.Kind.STRESSED, text.substring(at + 1, end));
            from = end + 1;
            at = from;
        }
        add(phrases, Phrase.Kind.PLAIN, text.substring(from));
        return phrases;
    }

    /** Where the mark at {@code at} is closed; -1 where it is not, or is none. */
    private static int end(String text, int at) {
        if (text.charAt(at) == '`') {
            return text.indexOf('`', at + 1);
        }
        boolean opens = text.charAt(at) == '*' && (at == 0 || !isWord(text, at - 1)) && isWord(text, at + 1);
        int end = opens ? text.indexOf('*', at + 1) : -1;
        return end >= 0 && isWord(text, end - 1) && !isWord(text, end + 1) ? end : -1;
    }

    private static boolean isWord(String text, int at) {
        return at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    private static void add(List<Phrase> phrases, Phrase.Kind kind, String text) {
        if (!text.isEmpty()) {
            phrases.add(new Phrase(kind, text));
        }
    }
}
