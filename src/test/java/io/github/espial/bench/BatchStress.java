package io.github.espial.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs {@code espial batch} over generated tickets, as whole processes, and holds it to what it promises. */
final class BatchStress {
    private static final long SEED = 7;
    private static final double NANOS_PER_SECOND = 1e9;
    /** Captures that tshark is run over; it takes the same time for each. */
    private static final int SAMPLE = 60;

    private final List<String> espial;
    private final Path folder;
    private final Path testdata;
    private final PrintStream log;
    private final List<String> broken = new ArrayList<>();

    /**
     * A stress test.
     *
     * @param espial the command line that starts the program
     * @param folder takes the tickets and the outputs; whatever is there is replaced
     * @param testdata the captures of the lab
     */
    BatchStress(List<String> espial, Path folder, Path testdata, PrintStream log) {
        this.espial = List.copyOf(espial);
        this.folder = folder;
        this.testdata = testdata;
        this.log = log;
    }

    /** Takes the launcher, the folder of the lab's captures, a folder, and numbers of tickets, kills and large captures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BatchStress stress =
                new BatchStress(List.of(arguments[0]), Path.of(arguments[2]), Path.of(arguments[1]), System.out);
        List<Long> large = Collections.nCopies(Integer.parseInt(arguments[5]), Workload.IMIX.frames());
        List<String> broken = stress.run(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), large);
        broken.forEach(System.out::println);
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    /** What did not hold, a line each. */
    List<String> run(int tickets, int kills, List<Long> largeFrames) throws IOException, InterruptedException {
        Path cases = folder.resolve("tickets");
        Path undisturbed = folder.resolve("undisturbed");
        Path killed = folder.resolve("killed");
        for (Path one : List.of(cases, undisturbed, killed)) {
            TicketShare.remove(one);
        }
        Map<String, String> verdicts = TicketShare.make(cases, testdata, tickets, largeFrames, SEED);
        ProcessRun first = ProcessRun.of(batch(cases, undisturbed));
        log.printf(
                Locale.ROOT,
                "%d tickets: %.1f s, %d MiB resident%n",
                verdicts.size(),
                seconds(first),
                first.peakKibi() >> 10);
        checkVerdicts(verdicts, undisturbed);
        ProcessRun second = ProcessRun.of(batch(cases, undisturbed));
        log.printf(
                Locale.ROOT,
                "unchanged: %.2f s, %.1f %% of the first run%n",
                seconds(second),
                100.0 * second.nanos() / first.nanos());
        if (tickets >= SAMPLE) {
            compareWithTshark(tickets, seconds(first));
        }
        if (kills > 0) {
            kill(cases, killed, kills, first.nanos());
            compare(undisturbed, killed);
            log.printf("killed %d times and resumed%n", kills);
        }
        return broken;
    }

    /** Runs tshark over each of some small captures, as a shell loop would, and tells how much longer that takes. */
    private void compareWithTshark(int tickets, double batchSeconds) throws IOException, InterruptedException {
        if (!isThere("tshark")) {
            return;
        }
        List<Path> captures;
        try (Stream<Path> all = Files.walk(folder.resolve("tickets"))) {
            captures = all.filter(file -> file.toString().matches(".*\\.pcap(ng)?"))
                    .filter(file -> !file.toString().contains("large"))
                    .sorted()
                    .limit(SAMPLE)
                    .toList();
        }
        long nanos = 0;
        for (Path capture : captures) {
            nanos += ProcessRun.of(List.of("tshark", "-r", capture.toString(), "-q"))
                    .nanos();
        }
        double each = nanos / NANOS_PER_SECOND / captures.size();
        log.printf(
                Locale.ROOT,
                "tshark: %.3f s each, %.1f s for %d; espial %.1f s, %.1f times as fast%n",
                each,
                each * tickets,
                tickets,
                batchSeconds,
                each * tickets / batchSeconds);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void kill(Path cases, Path out, int kills, long wholeNanos) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        for (int i = 0; i < kills; i++) {
            Process process = new ProcessBuilder(batch(cases, out))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean hasEnded =
                    process.waitFor((long) (random.nextDouble() * wholeNanos / kills * 2), TimeUnit.NANOSECONDS);
            if (!hasEnded) {
                // By turns as Ctrl-C and as a lost machine would end it.
                if (i % 2 == 0) {
                    process.destroyForcibly();
                } else {
                    process.destroy();
                }
                process.waitFor();
            }
        }
        ProcessRun last = ProcessRun.of(batch(cases, out));
        log.printf(Locale.ROOT, "the run after the last kill: %.1f s%n", seconds(last));
    }

    private void checkVerdicts(Map<String, String> expected, Path out) throws IOException {
        Map<String, String> found = new HashMap<>();
        Pattern row = Pattern.compile(".*?\"case\":\"([^\"]*)\".*?\"verdict\":\"([^\"]*)\".*");
        for (String line : Files.readAllLines(out.resolve("index.jsonl"))) {
            Matcher members = row.matcher(line);
            if (members.matches()) {
                found.put(members.group(1), members.group(2));
            }
        }
        expected.forEach((name, verdict) -> {
            if (!verdict.equals(found.get(name))) {
                broken.add(name + ": expected " + verdict + ", found " + found.get(name));
            }
        });
        if (found.size() != expected.size()) {
            broken.add("expected " + expected.size() + " cases, found " + found.size());
        }
    }

    private void compare(Path one, Path other) throws IOException {
        Map<Path, Path> expected = files(one);
        Map<Path, Path> found = files(other);
        if (!expected.keySet().equals(found.keySet())) {
            broken.add("other files after kills: expected " + expected.size() + ", found " + found.size());
            return;
        }
        for (Map.Entry<Path, Path> file : expected.entrySet()) {
            if (differ(file.getValue(), Objects.requireNonNull(found.get(file.getKey())))) {
                broken.add(file.getKey() + ": differs after kills");
            }
        }
    }

    /** The index says on a line of its own which run wrote it. */
    private static boolean differ(Path one, Path other) throws IOException {
        if (!one.endsWith("index.html")) {
            return Files.mismatch(one, other) >= 0;
        }
        return !withoutRun(one).equals(withoutRun(other));
    }

    private static List<String> withoutRun(Path index) throws IOException {
        return Files.readAllLines(index).stream()
                .filter(line -> !line.contains("id=\"run\">"))
                .toList();
    }

    /** All that a reader looks at: neither the lock nor what a run leaves for the next one. */
    private static Map<Path, Path> files(Path out) throws IOException {
        Map<Path, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("case.json")
                            && !file.endsWith(".espial.lock")
                            && !file.endsWith(".espial.run"))
                    .forEach(file -> files.put(out.relativize(file), file));
        }
        return files;
    }

    private List<String> batch(Path cases, Path out) {
        List<String> command = new ArrayList<>(espial);
        command.addAll(List.of("batch", cases.toString(), "-o", out.toString(), "-q"));
        return command;
    }

    private static double seconds(ProcessRun run) {
        return run.nanos() / NANOS_PER_SECOND;
    }
}
