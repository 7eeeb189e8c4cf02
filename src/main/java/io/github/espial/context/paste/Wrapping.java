package io.github.espial.context.paste;

import io.github.espial.context.LineSource;
import io.github.espial.context.Lines;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lines that were broken at a width, in the middle of words or before one that would not have fitted. */
final class Wrapping implements LineSource {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 160;
    /** Of one line alone the longest may as well be whole. */
    private static final int FEWEST = 2;

    private final LineSource lines;
    private final int width;
    private final boolean isAtWords;

    private String line = "";
    private int number;
    private boolean isAhead;
    private boolean hasBegun;

    private Wrapping(LineSource lines, int width, boolean isAtWords) {
        this.lines = lines;
        this.width = width;
        this.isAtWords = isAtWords;
    }

    /** Broken wherever the line was full. */
    static Optional<Peel> ofCharacters(List<String> start) {
        return of(start, FEWEST, false);
    }

    /** The same, of a single line. */
    static Optional<Peel> ofOneLine(List<String> start) {
        return of(start, 1, false);
    }

    /** Broken before words. */
    static Optional<Peel> ofWords(List<String> start) {
        return of(start, FEWEST, true);
    }

    private static Optional<Peel> of(List<String> start, int fewest, boolean isAtWords) {
        int width = 0;
        for (String line : start) {
            width = Math.max(width, line.length());
        }
        if (width < NARROWEST || width > WIDEST) {
            return Optional.empty();
        }
        int most = width;
        int broken = 0;
        for (int i = 1; i < start.size(); i++) {
            broken += continues(start.get(i - 1), start.get(i), most, isAtWords) ? 1 : 0;
        }
        return broken < fewest ? Optional.empty() : Optional.of(lines -> new Wrapping(lines, most, isAtWords));
    }

    @Override
    public boolean advance() throws IOException {
        if (!hasBegun) {
            hasBegun = true;
            isAhead = lines.advance();
        }
        if (!isAhead) {
            return false;
        }
        StringBuilder whole = new StringBuilder(lines.line());
        number = lines.number();
        String before = lines.line();
        isAhead = lines.advance();
        while (isAhead && continues(before, lines.line(), width, isAtWords) && whole.length() < Lines.MAX_LENGTH) {
            before = lines.line();
            if (isAtWords) {
                whole.append(' ');
            }
            whole.append(before);
            isAhead = lines.advance();
        }
        line = whole.toString();
        return true;
    }

    private static boolean continues(String before, String next, int width, boolean isAtWords) {
        if (next.isEmpty() || (isRule(before) && !isRule(next))) {
            return false;
        }
        if (!isAtWords) {
            return before.length() == width;
        }
        int blank = next.indexOf(' ');
        int word = blank < 0 ? next.length() : blank;
        return word > 0 && !before.isBlank() && before.length() + 1 + word > width;
    }

    /** Whether a line only divides, as wide as a table: what follows is no part of it, unless it divides too. */
    private static boolean isRule(String line) {
        return line.chars().allMatch(character -> character == '-' || character == '=' || character == ' ');
    }

    @Override
    public String line() {
        return line;
    }

    @Override
    public int number() {
        return number;
    }
}
