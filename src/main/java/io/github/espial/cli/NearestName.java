package io.github.espial.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who mistyped a name. */
final class NearestName {
    private NearestName() {}

    /** The one of {@code names} that is nearly {@code text}; empty where none is. */
    static Optional<String> to(String text, Collection<String> names) {
        // Beyond a third, what is left of a name is no likeness.
        int most = text.length() / 3;
        Optional<String> nearest = Optional.empty();
        int fewest = most + 1;
        for (String name : names) {
            if (Math.abs(name.length() - text.length()) <= most) {
                int edits = edits(text, name);
                if (edits < fewest) {
                    fewest = edits;
                    nearest = Optional.of(name);
                }
            }
        }
        return nearest;
    }

    /** The same as the end of a message: {@code : did you mean NAME?}, or {@code otherwise}. */
    static String remark(String text, Collection<String> names, String otherwise) {
        return to(text, names).map(name -> ": did you mean " + name + "?").orElse(otherwise);
    }

    /** Letters to insert, delete or replace to make one text of the other (Levenshtein, 1966), in any case. */
    private static int edits(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
