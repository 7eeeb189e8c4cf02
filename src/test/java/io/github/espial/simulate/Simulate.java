package io.github.espial.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code Simulate SEED COUNT FOLDER}: diagnoses that many networks, prints the score and each network that was not judged
 * rightly, and writes those into {@code FOLDER}, a case each, with {@code truth.json}.
 */
public final class Simulate {
    private Simulate() {}

    /** The command. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("usage: simulate.sh SEED COUNT FOLDER");
            System.exit(2);
        }
        long first = Long.parseLong(args[0]);
        int count = Integer.parseInt(args[1]);
        Path folder = Path.of(args[2]);
        Path workspace = Files.createTempDirectory("simulate");
        Score score = new Simulation(workspace).run(first, count);
        Files.delete(workspace);
        List<Simulation.Trial> rest = score.trials().stream()
                .filter(trial -> trial.outcome() != Outcome.RIGHT)
                .toList();
        for (Simulation.Trial trial : rest) {
            System.out.println(trial);
            Path of = folder.resolve(trial.outcome() + "-" + trial.drawn().seed());
            trial.drawn().write(of);
            Files.writeString(of.resolve("truth.json"), trial.drawn().truth().toJson());
        }
        System.out.println(score);
    }
}
