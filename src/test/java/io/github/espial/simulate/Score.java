package io.github.espial.simulate;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many networks were judged how. */
record Score(List<Simulation.Trial> trials) {
    Score {
        trials = List.copyOf(trials);
    }

    /** Those whose reader would do the wrong thing. */
    List<Simulation.Trial> wrong() {
        return trials.stream().filter(trial -> trial.outcome().isWrong()).toList();
    }

    List<Simulation.Trial> of(Outcome outcome) {
        return trials.stream().filter(trial -> trial.outcome() == outcome).toList();
    }

    /** Networks with a fault that the capture proves. */
    long decidableFaults() {
        return trials.stream().filter(trial -> trial.drawn().truth().must()).count();
    }

    /** Networks in which all is well, and the capture proves it. */
    long decidableHealthy() {
        return trials.stream()
                .filter(trial -> trial.drawn().truth().expect().equals(Set.of(Truth.HEALTHY)))
                .count();
    }

    @Override
    public String toString() {
        TreeMap<Outcome, Long> counts = trials.stream()
                .collect(Collectors.groupingBy(Simulation.Trial::outcome, TreeMap::new, Collectors.counting()));
        TreeMap<String, Long> traits = trials.stream()
                .filter(trial -> trial.outcome() != Outcome.RIGHT)
                .map(trial -> trial.drawn().truth().traits())
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(trait -> trait, TreeMap::new, Collectors.counting()));
        return "%d networks: %s; decidable faults %d, missed %d; decidable healthy %d, undecided %d; traits of the rest %s"
                .formatted(
                        trials.size(),
                        counts,
                        decidableFaults(),
                        of(Outcome.MISSED).size(),
                        decidableHealthy(),
                        of(Outcome.UNDECIDED).size(),
                        traits);
    }
}
