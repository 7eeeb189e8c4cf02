package io.github.espial.context.paste;

import io.github.espial.context.LineSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out what was put around the lines of a file: each thing that its start looks like, alone and with others, from the
 * outermost on. That is taken off by which most is understood; what is understood as it stands is left as it is.
 */
public final class Peeling {
    /** From the outermost to the innermost. */
    private static final List<Function<List<String>, Optional<Peel>>> KINDS = List.of(
            Markup::ofBrackets,
            Markup::ofHtml,
            Quotes::of,
            Bars::of,
            LineNumbers::of,
            TimeStamps::of,
            Indents::ofAll,
            Indents::ofCode,
            DoubleSpacing::of,
            Wrapping::ofCharacters,
            Wrapping::ofWords);

    /** Those that no output looks like by itself: they are tried even where all is understood as it stands. */
    private static final List<Function<List<String>, Optional<Peel>>> TELLING = List.of(
            Markup::ofBrackets,
            Markup::ofHtml,
            Quotes::of,
            Bars::of,
            LineNumbers::of,
            TimeStamps::of,
            DoubleSpacing::of,
            Wrapping::ofManyLines);

    /** Each costs as much as reading the start once. */
    private static final int MOST_TRIALS = 24;

    private final Reading reading;
    private Peel best = Peel.NONE;
    private Understood most = new Understood(0, 0);
    private int trials;

    /**
     * How much some lines tell. Facts count most.
     *
     * @param facts what was read out of them
     * @param unread lines of which nothing was
     */
    public record Understood(long facts, long unread) {
        boolean isMoreThan(Understood other) {
            return facts > other.facts || (facts == other.facts && unread < other.unread);
        }
    }

    /** Reads some lines as they are. */
    @FunctionalInterface
    public interface Reading {
        Understood understood(LineSource lines) throws IOException;
    }

    private Peeling(Reading reading) {
        this.reading = reading;
    }

    /**
     * What to take off.
     *
     * @param start the first lines of the file, whole ones
     */
    public static Peel of(List<String> start, Reading reading) throws IOException {
        Peeling peeling = new Peeling(reading);
        if (fits(KINDS, start)) {
            peeling.most = reading.understood(new HeldLines(start));
            if (peeling.most.unread() > 0 || fits(TELLING, start)) {
                peeling.tryOn(start, Peel.NONE, 0);
            }
        }
        return peeling.best;
    }

    private static boolean fits(List<Function<List<String>, Optional<Peel>>> kinds, List<String> start) {
        return kinds.stream().anyMatch(kind -> kind.apply(start).isPresent());
    }

    private void tryOn(List<String> start, Peel taken, int from) throws IOException {
        for (int kind = from; kind < KINDS.size(); kind++) {
            Optional<Peel> peel = KINDS.get(kind).apply(start);
            if (peel.isPresent() && trials < MOST_TRIALS) {
                trials++;
                Peel all = taken.then(peel.get());
                List<String> peeled = all(peel.get().over(new HeldLines(start)));
                Understood understood = reading.understood(new HeldLines(peeled));
                if (understood.isMoreThan(most)) {
                    most = understood;
                    best = all;
                }
                tryOn(peeled, all, kind + 1);
            }
        }
    }

    private static List<String> all(LineSource lines) throws IOException {
        List<String> all = new ArrayList<>();
        while (lines.advance()) {
            all.add(lines.line());
        }
        return all;
    }
}
