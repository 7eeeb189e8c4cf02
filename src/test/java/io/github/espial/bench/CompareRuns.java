package io.github.espial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs whole programs over captures, one at a time, and prints a table of wall times and of the most memory that was
 * resident. Programs take turns, so that a machine that slows down slows all; the fastest run of each counts.
 */
final class CompareRuns {
    private static final Path LAUNCHER = Path.of("bin", "espial");
    private static final double NANOS_PER_SECOND = 1e9;

    /** Programs to compare with; those that are not installed are left out. */
    private enum Program {
        CAT("cat"),
        TCPDUMP("tcpdump"),
        TSHARK("tshark"),
        JSON("espial json"),
        PDF("espial pdf");

        private final String title;

        Program(String title) {
            this.title = title;
        }

        List<String> command(String espial, String file, String report) {
            return switch (this) {
                case CAT -> List.of("cat", file);
                case TCPDUMP -> List.of("tcpdump", "-nn", "-r", file, "-w", "/dev/null", "esp");
                case TSHARK -> List.of("tshark", "-r", file, "-q");
                case JSON -> List.of(espial, "analyze", "-f", "json", file);
                case PDF -> List.of(espial, "analyze", "-o", report, file);
            };
        }

        /** Whether a run did its work; espial tells of findings by 1. */
        boolean isFine(ProcessRun run) {
            return run.status() == 0 || (run.status() == 1 && (this == JSON || this == PDF));
        }
    }

    private CompareRuns() {}

    /** Takes the folder of the program, the number of rounds, and captures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path espial = Path.of(arguments[0]).resolve(LAUNCHER);
        int rounds = Integer.parseInt(arguments[1]);
        List<Program> programs =
                Arrays.stream(Program.values()).filter(CompareRuns::isThere).toList();
        StringBuilder head = new StringBuilder("| capture | MB |");
        StringBuilder rule = new StringBuilder("|---|---|");
        for (Program program : programs) {
            head.append(' ').append(program.title).append(" |");
            rule.append("---|");
        }
        System.out.println(head + " json / tcpdump | json / tshark | json / cat |");
        System.out.println(rule + "---|---|---|");
        Path report = Files.createTempFile("espial-bench", ".pdf");
        try {
            for (String capture : Arrays.asList(arguments).subList(2, arguments.length)) {
                System.out.println(row(Path.of(capture), programs, espial, report, rounds));
            }
        } finally {
            Files.delete(report);
        }
    }

    private static String row(Path file, List<Program> programs, Path espial, Path report, int rounds)
            throws IOException, InterruptedException {
        List<Optional<ProcessRun>> best = new ArrayList<>();
        programs.forEach(program -> best.add(Optional.empty()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < programs.size(); i++) {
                ProcessRun run =
                        ProcessRun.of(programs.get(i).command(espial.toString(), file.toString(), report.toString()));
                Optional<ProcessRun> before = best.get(i);
                best.set(i, Optional.of(before.isEmpty() ? run : before.get().orFaster(run)));
            }
        }
        StringBuilder row = new StringBuilder();
        row.append(format("| %s | %.1f |", file.getFileName(), Files.size(file) / 1e6));
        for (int i = 0; i < programs.size(); i++) {
            Program program = programs.get(i);
            String cell = best.get(i).map(run -> cell(program, run)).orElse("");
            row.append(" ").append(cell).append(" |");
        }
        for (Program other : List.of(Program.TCPDUMP, Program.TSHARK, Program.CAT)) {
            row.append(" ").append(ratio(programs, best, other)).append(" |");
        }
        return row.toString();
    }

    private static String cell(Program program, ProcessRun run) {
        if (!program.isFine(run)) {
            return "exit " + run.status();
        }
        return format("%.2f s, %d MiB", run.nanos() / NANOS_PER_SECOND, run.peakKibi() >> 10);
    }

    private static String ratio(List<Program> programs, List<Optional<ProcessRun>> best, Program other) {
        int place = programs.indexOf(other);
        if (place < 0) {
            return "not installed";
        }
        Optional<ProcessRun> json = best.get(programs.indexOf(Program.JSON));
        Optional<ProcessRun> with = best.get(place);
        if (json.isEmpty() || with.isEmpty()) {
            return "";
        }
        if (!Program.JSON.isFine(json.get()) || !other.isFine(with.get())) {
            return "";
        }
        return format("%.2f", (double) json.get().nanos() / with.get().nanos());
    }

    private static boolean isThere(Program program) {
        if (program == Program.JSON || program == Program.PDF) {
            return true;
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program.title)));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
