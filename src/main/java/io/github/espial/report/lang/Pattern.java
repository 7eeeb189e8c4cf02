package io.github.espial.report.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sentence with holes, in English and in another language. Its fixed pieces are found from left to right, each as early as
 * the hole before it allows, and never looked for again: that takes time in proportion to the text, whatever it holds.
 *
 * @param pieces fixed text, one more than holes, of which there is one at least; between two holes it is not empty
 * @param holes in the order of the English sentence
 * @param target the other sentence, its holes as {@code {1}}
 * @param letters letters and digits in the pieces: the more, the more specific
 */
record Pattern(List<String> pieces, List<Hole> holes, List<Part> target, int letters) {
    /** A hole's number where {@code hole} is above 0, fixed text otherwise. */
    record Part(String text, int hole) {}

    /** What a hole took. */
    record Taken(Hole hole, String text) {}

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when holes are written wrong, touch each other, or differ between the languages
     */
    static Pattern of(String english, String other) {
        List<String> pieces = new ArrayList<>();
        List<Hole> holes = new ArrayList<>();
        int from = 0;
        for (int open = english.indexOf('{'); open >= 0; open = english.indexOf('{', from)) {
            int close = close(english, open);
            String piece = english.substring(from, open);
            if (piece.isEmpty() && !holes.isEmpty()) {
                throw new IllegalArgumentException("holes touch: " + english);
            }
            pieces.add(piece);
            holes.add(hole(english, open + 1, close));
            from = close + 1;
        }
        pieces.add(english.substring(from));
        int letters = 0;
        for (String piece : pieces) {
            letters +=
                    (int) piece.codePoints().filter(Character::isLetterOrDigit).count();
        }
        List<Part> target = target(other);
        for (Part part : target) {
            if (part.hole() > 0 && holes.stream().noneMatch(hole -> hole.number() == part.hole())) {
                throw new IllegalArgumentException("no hole " + part.hole() + " in: " + english);
            }
        }
        for (Hole hole : holes) {
            if (target.stream().noneMatch(part -> part.hole() == hole.number())) {
                throw new IllegalArgumentException("hole " + hole.number() + " is lost in: " + other);
            }
        }
        return new Pattern(List.copyOf(pieces), List.copyOf(holes), target, letters);
    }

    /** How many holes take anything as it is: of two patterns that say the same, the one with fewer knows more. */
    int verbatim() {
        int count = 0;
        for (Hole hole : holes) {
            count += hole.kind() == Hole.Kind.VERBATIM || hole.kind() == Hole.Kind.COMMANDS ? 1 : 0;
        }
        return count;
    }

    private static Hole hole(String text, int start, int close) {
        Hole.Kind kind = switch (text.charAt(close - 1)) {
            case '#' -> Hole.Kind.NUMBER;
            case '.' -> Hole.Kind.WORD;
            case '=' -> Hole.Kind.VERBATIM;
            case ';' -> Hole.Kind.COMMANDS;
            default -> Hole.Kind.PHRASE;
        };
        int end = kind == Hole.Kind.PHRASE ? close : close - 1;
        return new Hole(Integer.parseInt(text, start, end, 10), kind);
    }

    private static List<Part> target(String other) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = other.indexOf('{'); open >= 0; open = other.indexOf('{', from)) {
            int close = close(other, open);
            if (open > from) {
                parts.add(new Part(other.substring(from, open), 0));
            }
            parts.add(new Part("", Integer.parseInt(other, open + 1, close, 10)));
            from = close + 1;
        }
        if (from < other.length()) {
            parts.add(new Part(other.substring(from), 0));
        }
        return List.copyOf(parts);
    }

    private static int close(String text, int open) {
        int close = text.indexOf('}', open);
        if (close < open + 2) {
            throw new IllegalArgumentException("a hole without its end or number: " + text);
        }
        return close;
    }

    /** What the holes take of {@code text} where it is this sentence from end to end. */
    Optional<List<Taken>> match(String text) {
        int last = holes.size() - 1;
        int at = pieces.get(0).length();
        int end = text.length() - pieces.get(last + 1).length();
        if (end <= at || !text.startsWith(pieces.get(0)) || !text.endsWith(pieces.get(last + 1))) {
            return Optional.empty();
        }
        List<Taken> taken = new ArrayList<>(holes.size());
        for (int i = 0; i <= last; i++) {
            int to = i == last ? end : place(text, i, at, end);
            if (to <= at || !takes(i, text, at, to)) {
                return Optional.empty();
            }
            taken.add(new Taken(holes.get(i), text.substring(at, to)));
            at = to + pieces.get(i + 1).length();
        }
        return Optional.of(taken);
    }

    /** Where the piece begins after what a hole takes from {@code at}; -1 where it does not before {@code end}. */
    private int place(String text, int number, int at, int end) {
        String piece = pieces.get(number + 1);
        Hole.Kind kind = holes.get(number).kind();
        for (int to = text.indexOf(piece, at + 1); to >= 0; to = text.indexOf(piece, to + 1)) {
            if (to + piece.length() >= end) {
                return -1;
            }
            if (takes(number, text, at, to)) {
                return to;
            }
            if (kind == Hole.Kind.NUMBER || kind == Hole.Kind.WORD) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a hole may hold this: one in the middle of a sentence holds none of the clauses beside it. */
    private boolean takes(int number, String text, int start, int end) {
        Hole hole = holes.get(number);
        if (!hole.takes(text, start, end)) {
            return false;
        }
        if (hole.kind() == Hole.Kind.VERBATIM) {
            boolean isQuoted =
                    pieces.get(number).endsWith("\"") && pieces.get(number + 1).startsWith("\"");
            return isQuoted || (!has(text, "; ", start, end) && !has(text, ": ", start, end));
        }
        String before = pieces.get(number);
        boolean isClause = before.endsWith(": ")
                || before.endsWith("; ")
                || (before.endsWith("(") && pieces.get(number + 1).startsWith(")"))
                || pieces.get(number + 1).startsWith(";");
        return isClause || hole.kind() != Hole.Kind.PHRASE || !has(text, "; ", start, end);
    }

    private static boolean has(String text, String mark, int start, int end) {
        int at = text.indexOf(mark, start);
        return at >= 0 && at < end;
    }
}
