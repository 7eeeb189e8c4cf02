package io.github.espial.simulate;

import io.github.espial.Espial;
import io.github.espial.cases.UnanswerableException;
import io.github.espial.diagnose.CaseReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Diagnoses drawn networks, and scores the verdicts. */
final class Simulation {
    private final Path workspace;

    /** @param workspace an empty folder */
    Simulation(Path workspace) {
        this.workspace = workspace;
    }

    /**
     * A network that was diagnosed.
     *
     * @param verdict what was said of it
     */
    record Trial(SimulatedCase drawn, String verdict, Outcome outcome) {
        @Override
        public String toString() {
            return "seed " + drawn.seed() + ": " + outcome + ", " + verdict + " though "
                    + drawn.truth().expect() + " " + drawn.truth().traits();
        }
    }

    /** Trials of {@code count} networks from seed {@code first} on, in their order. */
    Score run(long first, int count) {
        List<Trial> trials = LongStream.range(first, first + count)
                .parallel()
                .mapToObj(this::trial)
                .toList();
        return new Score(trials);
    }

    private Trial trial(long seed) {
        SimulatedCase drawn = SimulatedCase.of(seed);
        Path folder = workspace.resolve(Long.toString(seed));
        try {
            drawn.write(folder);
            CaseReport report = Espial.usual().withThreads(1).analyze(folder);
            remove(folder);
            return new Trial(drawn, report.judgment().verdict().toString(), Outcome.of(drawn.truth(), report));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (UnanswerableException | InterruptedException impossible) {
            throw new IllegalStateException("seed " + seed, impossible);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
