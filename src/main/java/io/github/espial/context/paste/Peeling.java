package io.github.espial.context.paste;

import io.github.espial.context.LineSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out what was put around the lines of a file: each thing that its start looks like, alone and with others, from the
 * outermost on. That is taken off by which most is understood; what is understood as it stands is left as it is.
 */
public final class Peeling {
    /**
     * One thing that pasting puts around lines.
     *
     * @param fits makes a peel where the start of a file looks like it
     * @param isTelling whether no output looks like it by itself: it is tried even where all is understood as it stands
     * @param addsFacts whether more facts without it show that it was there; else only fewer lines that mean nothing do
     */
    private record Kind(Function<List<String>, Optional<Peel>> fits, boolean isTelling, boolean addsFacts) {
        static Kind telling(Function<List<String>, Optional<Peel>> fits) {
            return new Kind(fits, true, true);
        }

        static Kind usual(Function<List<String>, Optional<Peel>> fits) {
            return new Kind(fits, false, true);
        }
    }

    /** From the outermost to the innermost. */
    private static final List<Kind> KINDS = List.of(
            Kind.telling(Markup::ofBrackets),
            Kind.telling(Markup::ofHtml),
            Kind.telling(Quotes::of),
            Kind.telling(Bars::of),
            Kind.telling(LineNumbers::of),
            Kind.telling(TimeStamps::of),
            Kind.usual(Indents::ofAll),
            Kind.usual(Indents::ofCode),
            Kind.telling(DoubleSpacing::of),
            Kind.telling(Wrapping::ofCharacters),
            Kind.usual(Wrapping::ofWords),
            new Kind(Wrapping::ofOneLine, false, false));

    /** Each may cost as much as reading the start once. */
    private static final int MOST_TRIALS = 24;

    private final Reading reading;
    /** What came of the texts that were read: several things taken off, in another order, may leave the same. */
    private final Map<List<String>, Understood> texts = new HashMap<>();

    private Peel best = Peel.NONE;
    private Understood most = new Understood(0, 0, 0);
    private int trials;

    /**
     * How much some lines tell. Facts count most, but not those that come with as many problems; and no problem is hidden by
     * taking its line apart.
     *
     * @param facts what was read out of them
     * @param problems what was said of them
     * @param unread lines of which nothing was read
     */
    public record Understood(long facts, long problems, long unread) {
        boolean isMoreThan(Understood other) {
            // Of what means nothing, joining lines leaves fewer lines, and is no gain.
            return facts == other.facts
                    ? facts > 0 && problems >= other.problems && unread < other.unread
                    : facts > other.facts && (other.facts == 0 || facts - problems > other.facts - other.problems);
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
        List<Kind> fitting = KINDS.stream()
                .filter(kind -> kind.fits().apply(start).isPresent())
                .toList();
        if (!fitting.isEmpty()) {
            peeling.most = peeling.understood(start);
            if (peeling.most.unread() > 0 || fitting.stream().anyMatch(Kind::isTelling)) {
                peeling.tryOn(start, Peel.NONE, 0);
            }
        }
        return peeling.best;
    }

    private void tryOn(List<String> start, Peel taken, int from) throws IOException {
        for (int kind = from; kind < KINDS.size(); kind++) {
            Optional<Peel> peel = KINDS.get(kind).fits().apply(start);
            if (peel.isPresent() && trials < MOST_TRIALS) {
                trials++;
                Peel all = taken.then(peel.get());
                List<String> peeled = all(peel.get().over(new HeldLines(start)));
                Understood understood = understood(peeled);
                boolean mayBe = KINDS.get(kind).addsFacts() || understood.facts() <= most.facts();
                if (mayBe && understood.isMoreThan(most)) {
                    most = understood;
                    best = all;
                }
                tryOn(peeled, all, kind + 1);
            }
        }
    }

    private Understood understood(List<String> lines) throws IOException {
        Understood known = texts.get(lines);
        if (known != null) {
            return known;
        }
        Understood understood = reading.understood(new HeldLines(lines));
        texts.put(lines, understood);
        return understood;
    }

    private static List<String> all(LineSource lines) throws IOException {
        List<String> all = new ArrayList<>();
        while (lines.advance()) {
            all.add(lines.line());
        }
        return all;
    }
}
