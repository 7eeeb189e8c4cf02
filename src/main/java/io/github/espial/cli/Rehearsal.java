package io.github.espial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Does once what users do. The build has the finished program do so, and archives the classes that were loaded on the way,
 * by which the program then starts faster (JEP 350). What no case calls for here is linked anew in each run that needs it: so
 * the cases are of many kinds.
 */
public final class Rehearsal {
    private static final String TEXT = "text";
    /** The folder of the case that has files of every kind. */
    private static final String RICHEST = "misrouted-ikev2";

    private Rehearsal() {}

    /**
     * Exits with the highest status of all commands.
     *
     * @param arguments the folder with the folders of cases, and one to write to; then {@code text} where pages, batches and
     *     what is given beside captures are left out: Java 25 loads all of an archive at each start (JEP 483), so that most
     *     starts are better off with a small one
     */
    public static void main(String[] arguments) throws IOException {
        Ending.handleDefects();
        Path cases = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        List<List<String>> commands = text(cases);
        if (arguments.length < 3 || !arguments[2].equals(TEXT)) {
            commands.addAll(rest(cases, out));
        }
        Ending.with(commands.stream()
                .map(command -> Main.run(command, Terminal.ofProcess()))
                .max(Comparator.naturalOrder())
                .orElse(ExitStatus.CLEAN));
    }

    private static List<List<String>> text(Path cases) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (Path capture : files(cases)) {
            commands.add(List.of("analyze", capture.toString()));
            commands.add(List.of("analyze", capture.toString(), "-f", "json"));
        }
        return commands;
    }

    private static List<List<String>> rest(Path cases, Path out) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (Path folder : folders(cases)) {
            commands.add(List.of("analyze", folder.toString(), "-f", "json"));
            commands.add(List.of(
                    "analyze",
                    folder.toString(),
                    "-o",
                    file(out, "pdf"),
                    "-o",
                    file(out, "png"),
                    "-o",
                    file(out, "html")));
        }
        List<String> batch = List.of(
                "batch",
                cases.resolve(RICHEST).toString(),
                "-o",
                out.resolve("batch").toString());
        commands.add(batch);
        commands.add(batch);
        return commands;
    }

    /** Folders of cases, in order. */
    private static List<Path> folders(Path cases) throws IOException {
        return files(cases).stream().map(Path::getParent).distinct().toList();
    }

    /** Captures of all cases, in order. */
    private static List<Path> files(Path cases) throws IOException {
        try (Stream<Path> files = Files.walk(cases, 2)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList();
        }
    }

    private static String file(Path folder, String ending) {
        return folder.resolve("report." + ending).toString();
    }
}
