package io.github.espial.report.lang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks texts up sentence by sentence. Not thread-safe.
 *
 * <p>A text may hold a stranger's names, of any length and wording: the work on one text, and the depth of
 * phrases within phrases, have limits, beyond which it stays English.
 */
final class CatalogTranslation implements Translation {
    /** Characters compared for one text: a sentence of a finding takes some ten thousand. */
    private static final int MOST_WORK = 2_000_000;

    /** Characters of the longest sentence that is looked up; those of the program have a tenth. */
    private static final int LONGEST = 4000;

    /** Phrases within phrases; a list of ten is nested ten deep. */
    private static final int MOST_DEPTH = 40;

    /** Texts remembered: tables repeat a few words in thousands of rows. */
    private static final int REMEMBERED = 5000;

    /** Longer texts are not remembered. */
    private static final int LONGEST_REMEMBERED = 400;

    /** Letters of a sentence that is known well enough to be shown though a phrase within it is not. */
    private static final int ENOUGH_LETTERS = 12;

    private final Language language;
    private final Catalog catalog;
    private final Map<String, Said> known = new HashMap<>();
    private int work;

    CatalogTranslation(Language language, Catalog catalog) {
        this.language = language;
        this.catalog = catalog;
    }

    /**
     * A text in this language.
     *
     * @param isWhole whether all of it was found in the catalog
     */
    record Said(String text, boolean isWhole) {}

    @Override
    public Language language() {
        return language;
    }

    @Override
    public String of(String english) {
        return said(english).text();
    }

    /** The same, and whether anything of it stayed English. */
    Said said(String english) {
        String core = english.strip();
        if (core.isEmpty()) {
            return new Said(english, true);
        }
        work = 0;
        Said said = phrase(core, 0);
        int start = english.indexOf(core);
        return new Said(
                english.substring(0, start) + said.text() + english.substring(start + core.length()), said.isWhole());
    }

    private Said phrase(String text, int depth) {
        if (Values.isAll(text)) {
            return catalog.sentence(text).map(same -> new Said(same, true)).orElseGet(() -> new Said(text, true));
        }
        Said before = known.get(text);
        if (before != null) {
            return before;
        }
        Said said = depth > MOST_DEPTH ? new Said(text, false) : looked(text, depth);
        if (text.length() <= LONGEST_REMEMBERED && depth < MOST_DEPTH && work < MOST_WORK) {
            if (known.size() == REMEMBERED) {
                known.clear();
            }
            known.put(text, said);
        }
        return said;
    }

    private Said looked(String text, int depth) {
        Optional<String> sentence = catalog.sentence(text);
        if (sentence.isPresent()) {
            return new Said(sentence.get(), true);
        }
        int next = Sentences.next(text, 0);
        if (next < text.length()) {
            return sentences(text, depth);
        }
        Optional<Said> remarked = remarked(text, depth);
        // A single word may be the MAC of an address, which stays with it wherever it goes.
        if (remarked.isPresent() && text.indexOf(' ', text.lastIndexOf('(')) > 0) {
            return remarked.get();
        }
        Said whole = matched(text, depth);
        if (whole.isWhole()) {
            return whole;
        }
        if (remarked.isPresent()) {
            return remarked.get();
        }
        Optional<Said> clauses = clauses(text, depth);
        if (clauses.isPresent()) {
            return clauses.get();
        }
        char last = text.charAt(text.length() - 1);
        if (text.length() > 1 && (last == '.' || last == ':' || last == '?')) {
            Said bare = phrase(text.substring(0, text.length() - 1), depth + 1);
            if (bare.isWhole() || whole.text().equals(text)) {
                return new Said(bare.text() + last, bare.isWhole());
            }
        }
        if (isCapitalized(text)) {
            Said small = phrase(Character.toLowerCase(text.charAt(0)) + text.substring(1), depth + 1);
            if (small.isWhole()) {
                return new Said(
                        Character.toUpperCase(small.text().charAt(0))
                                + small.text().substring(1),
                        true);
            }
        }
        return whole;
    }

    private static boolean isCapitalized(String text) {
        return text.length() > 1
                && Character.isUpperCase(text.charAt(0))
                && (Character.isLowerCase(text.charAt(1)) || text.charAt(1) == ' ');
    }

    private Said sentences(String text, int depth) {
        StringBuilder all = new StringBuilder(text.length() + text.length() / 4);
        boolean isWhole = true;
        for (int at = 0; at < text.length(); ) {
            int next = Sentences.next(text, at);
            int end = next;
            while (end > at && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            Said one = phrase(text.substring(at, end), depth + 1);
            all.append(one.text()).append(text, end, next);
            isWhole &= one.isWhole();
            at = next;
        }
        return new Said(all.toString(), isWhole);
    }

    /** Two clauses that are both known, divided as late as possible. */
    private Optional<Said> clauses(String text, int depth) {
        for (int at = text.lastIndexOf("; "); at > 0 && work < MOST_WORK; at = text.lastIndexOf("; ", at - 1)) {
            work += text.length();
            Said after = phrase(text.substring(at + 2), depth + 1);
            Said before = after.isWhole() ? phrase(text.substring(0, at), depth + 1) : after;
            if (before.isWhole()) {
                return Optional.of(new Said(before.text() + "; " + after.text(), true));
            }
        }
        return Optional.empty();
    }

    /** A phrase with a remark in parentheses after it, where both are known. */
    private Optional<Said> remarked(String text, int depth) {
        if (text.charAt(text.length() - 1) != ')') {
            return Optional.empty();
        }
        int open = text.length() - 1;
        int closed = 1;
        while (closed > 0 && open > 0) {
            char before = text.charAt(--open);
            closed += before == ')' ? 1 : before == '(' ? -1 : 0;
        }
        if (closed > 0 || (open > 0 && text.charAt(open - 1) != ' ') || open == text.length() - 2) {
            return Optional.empty();
        }
        Said remark = phrase(text.substring(open + 1, text.length() - 1), depth + 1);
        if (!remark.isWhole()) {
            return Optional.empty();
        }
        String before = text.substring(0, open).stripTrailing();
        Said said = before.isEmpty() ? new Said("", true) : phrase(before, depth + 1);
        String all = said.text() + text.substring(before.length(), open) + "(" + remark.text() + ")";
        return said.isWhole() ? Optional.of(new Said(all, true)) : Optional.empty();
    }

    private Said matched(String text, int depth) {
        Said partly = new Said(text, false);
        if (text.length() > LONGEST || work > MOST_WORK) {
            return partly;
        }
        work += text.length();
        boolean isKnown = false;
        for (Pattern pattern : catalog.candidates(text)) {
            work += text.length();
            if (work > MOST_WORK) {
                break;
            }
            Optional<List<Pattern.Taken>> taken = pattern.match(text);
            if (taken.isPresent()) {
                Said filled = filled(pattern, taken.get(), depth);
                if (filled.isWhole()) {
                    return filled;
                }
                if (!isKnown && pattern.letters() >= ENOUGH_LETTERS) {
                    partly = filled;
                    isKnown = true;
                }
            }
        }
        return partly;
    }

    private Said filled(Pattern pattern, List<Pattern.Taken> taken, int depth) {
        List<Said> phrases = new ArrayList<>(taken.size());
        boolean isWhole = true;
        for (Pattern.Taken one : taken) {
            Said said =
                    one.hole().kind() == Hole.Kind.PHRASE ? phrase(one.text(), depth + 1) : new Said(one.text(), true);
            phrases.add(said);
            isWhole &= said.isWhole();
        }
        StringBuilder text = new StringBuilder();
        for (Pattern.Part part : pattern.target()) {
            text.append(part.text());
            for (int i = 0; i < taken.size(); i++) {
                if (taken.get(i).hole().number() == part.hole()) {
                    text.append(phrases.get(i).text());
                }
            }
        }
        return new Said(text.toString(), isWhole);
    }
}
