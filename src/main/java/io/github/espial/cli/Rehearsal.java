package io.github.espial.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Does once what users do. The build has the finished program do so, and archives the classes that were loaded on the way,
 * by which the program then starts faster (JEP 350).
 */
public final class Rehearsal {
    private static final String CAPTURE = "capture.pcap";

    private Rehearsal() {}

    /**
     * Exits with the highest status of all commands.
     *
     * @param arguments the folder of a case, and one to write to
     */
    public static void main(String[] arguments) {
        Main.handleDefects();
        Path files = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        List<String> batch =
                List.of("batch", files.toString(), "-o", out.resolve("batch").toString());
        int status = List.of(
                        List.of("analyze", files.resolve(CAPTURE).toString(), "-f", "json"),
                        List.of("analyze", files.toString(), "-o", file(out, "pdf"), "-o", file(out, "png")),
                        batch,
                        batch)
                .stream()
                .mapToInt(command -> Main.run(command, Terminal.ofProcess()).code())
                .max()
                .orElse(0);
        System.exit(status);
    }

    private static String file(Path folder, String ending) {
        return folder.resolve("report." + ending).toString();
    }
}
