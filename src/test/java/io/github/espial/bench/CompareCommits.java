package io.github.espial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Runs two builds of the program over captures, whole processes by turns, and prints what each took at the least, and
 * whether they wrote the same. Who begins changes with each round.
 */
final class CompareCommits {
    private static final int BUILDS = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    private CompareCommits() {}

    /** Takes the number of rounds, the folders of two builds, and inputs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        List<Path> builds = List.of(Path.of(arguments[1]), Path.of(arguments[2]));
        System.out.println("| input | before | after | wall | processors | JSON |");
        System.out.println("|---|---|---|---|---|---|");
        Path folder = Files.createTempDirectory("espial-commits");
        List<Path> reports = List.of(folder.resolve("before.json"), folder.resolve("after.json"));
        try {
            for (String input : Arrays.asList(arguments).subList(3, arguments.length)) {
                List<ProcessRun> least = least(builds, reports, input, rounds);
                boolean isSame = Files.mismatch(reports.get(0), reports.get(1)) < 0;
                System.out.println(row(Path.of(input), least.get(0), least.get(1), isSame));
            }
        } finally {
            for (Path report : reports) {
                Files.deleteIfExists(report);
            }
            Files.delete(folder);
        }
    }

    private static List<ProcessRun> least(List<Path> builds, List<Path> reports, String input, int rounds)
            throws IOException, InterruptedException {
        List<List<ProcessRun>> runs = List.of(new ArrayList<>(), new ArrayList<>());
        List<Integer> turns = new ArrayList<>(List.of(0, 1));
        for (int round = 0; round < rounds; round++) {
            for (int build : turns) {
                String espial = builds.get(build).resolve("bin/espial").toString();
                runs.get(build).add(ProcessRun.of(List.of(espial, "analyze", "-f", "json", input), reports.get(build)));
            }
            Collections.reverse(turns);
        }
        List<ProcessRun> least = new ArrayList<>();
        for (int build = 0; build < BUILDS; build++) {
            least.add(runs.get(build).stream().reduce(ProcessRun::orFaster).orElseThrow());
        }
        return least;
    }

    private static String row(Path input, ProcessRun before, ProcessRun after, boolean isSame) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %.2f | %s |",
                input.getFileName(),
                cell(before),
                cell(after),
                (double) after.nanos() / before.nanos(),
                (double) after.processorNanos() / before.processorNanos(),
                isSame ? "same" : "differs");
    }

    /** Findings are told by 1; more is a failure. */
    private static String cell(ProcessRun run) {
        return run.status() > 1
                ? "exit " + run.status()
                : String.format(
                        Locale.ROOT,
                        "%.2f s, %.2f s of processors, %d MiB",
                        run.nanos() / NANOS_PER_SECOND,
                        run.processorNanos() / NANOS_PER_SECOND,
                        run.peakKibi() >> 10);
    }
}
