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

    private static Hole hole(String text, int start, int close) {
        Hole.Kind kind = switch (text.charAt(close - 1)) {
            case '#' -> Hole.Kind.NUMBER;
            case '.' -> Hole.Kind.WORD;
            case '=' -> Hole.Kind.VERBATIM;
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
            Hole hole = holes.get(i);
            int to = i == last ? end : place(text, hole, at, pieces.get(i + 1), end);
            if (to <= at || !hole.takes(text, at, to)) {
                return Optional.empty();
            }
            taken.add(new Taken(hole, text.substring(at, to)));
            at = to + pieces.get(i + 1).length();
        }
        return Optional.of(taken);
    }

    /** Where {@code piece} begins after what {@code hole} takes from {@code at}; -1 where it does not before {@code end}. */
    private static int place(String text, Hole hole, int at, String piece, int end) {
        for (int to = text.indexOf(piece, at + 1); to >= 0; to = text.indexOf(piece, to + 1)) {
            if (to + piece.length() >= end) {
                return -1;
            }
            if (hole.takes(text, at, to)) {
                return to;
            }
            if (hole.kind() == Hole.Kind.NUMBER || hole.kind() == Hole.Kind.WORD) {
                return -1;
            }
        }
        return -1;
    }
}
