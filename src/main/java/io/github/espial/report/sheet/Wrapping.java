package io.github.espial.report.sheet;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between words, and within a word that is longer than a line, after punctuation if it can. */
final class Wrapping {
    private static final String BREAKS_AFTER = ":/.,;-_&|=()";

    /** A line broken after punctuation is at least this part of the full width. */
    private static final double SHORTEST = 0.6;

    /** A word that must be broken begins on a line with at least this part of its width left. */
    private static final double WORTHWHILE = 0.3;

    private Wrapping() {}

    static double width(String text, Font font) {
        return text.isEmpty()
                ? 0
                : font.getStringBounds(text, Typefaces.CONTEXT).getWidth();
    }

    static List<String> lines(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        double space = width(" ", font);
        for (String word : text.strip().split(" +", -1)) {
            String rest = word;
            double wide = width(word, font);
            if (!line.isEmpty() && used + space + wide > width) {
                double left = width - used - space;
                if (wide > width && left > WORTHWHILE * width) {
                    int cut = cut(rest, font, left);
                    line.append(' ').append(rest, 0, cut);
                    rest = rest.substring(cut);
                    wide = width(rest, font);
                }
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            while (wide > width && rest.codePointCount(0, rest.length()) > 1) {
                int cut = cut(rest, font, width);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
                wide = width(rest, font);
            }
            used += (line.isEmpty() ? 0 : space) + wide;
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** How many chars of a word that does not fit go on the first line, at least one character. */
    private static int cut(String word, Font font, double width) {
        int fits = 0;
        int afterPunctuation = 0;
        double used = 0;
        while (fits < word.length()) {
            int next = word.offsetByCodePoints(fits, 1);
            used += width(word.substring(fits, next), font);
            if (used > width) {
                break;
            }
            if (used >= SHORTEST * width && BREAKS_AFTER.indexOf(word.charAt(fits)) >= 0) {
                afterPunctuation = next;
            }
            fits = next;
        }
        if (fits == word.length()) {
            return word.offsetByCodePoints(fits, -1);
        }
        int most = Math.max(fits, word.offsetByCodePoints(0, 1));
        return afterPunctuation > 0 ? afterPunctuation : most;
    }
}
