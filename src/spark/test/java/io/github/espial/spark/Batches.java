package io.github.espial.spark;

import io.github.espial.bytes.Sha256;
import io.github.espial.cli.Main;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Batches by either engine, as the command line runs them, and what they leave. */
final class Batches {
    static final Path TICKETS = Path.of("testdata").toAbsolutePath();

    private Batches() {}

    /** Runs a batch by threads of this process; returns its exit status. */
    static int byThreads(Path folder, Path out) {
        return Main.status(List.of("batch", folder.toString(), "-o", out.toString(), "-q", "--fail-on", "nothing"));
    }

    /**
     * Runs a batch by Spark; returns its exit status.
     *
     * @param settings of Spark, by name
     * @param more words of the command
     */
    static int bySpark(String folder, String out, Map<String, String> settings, String... more) {
        List<String> words = new ArrayList<>(List.of("--input", folder, "--output", out, "-q"));
        words.addAll(List.of(more));
        settings.forEach(System::setProperty);
        try {
            return Main.status(SparkBatch.words(words));
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /** The SHA-256 of all reports and tables below {@code out} by their names from there; pages of an index tell when they were made. */
    static Map<String, String> results(Path out) throws IOException {
        Map<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.toList()) {
                String name = out.relativize(file).toString();
                if (name.matches("cases/.*/report\\..*|index\\.(csv|jsonl)")) {
                    results.put(name, HexFormat.of().formatHex(Sha256.create().digest(Files.readAllBytes(file))));
                }
            }
        }
        return results;
    }

    /** Makes a folder of tickets: some of the project's, which nobody else may read, and a loose capture. */
    static Path tickets(Path folder, List<String> names) throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        for (String name : names) {
            copy(TICKETS.resolve(name), tickets.resolve(name));
            keepToOwner(tickets.resolve(name));
        }
        Files.copy(TICKETS.resolve("two-peers/capture.pcap"), tickets.resolve("Überlandleitung 7.pcap"));
        return tickets;
    }

    /** Of files of this machine with keys it is said when others may read them. */
    private static void keepToOwner(Path ticket) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(ticket)) {
            for (Path file : files) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    /** Copies a folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        }
    }
}
