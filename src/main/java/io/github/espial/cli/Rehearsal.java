package io.github.espial.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Does once what users do. The build has the finished program do so, and archives the classes that were loaded on the way,
 * by which the program then starts faster (JEP 350).
 */
public final class Rehearsal {
    private static final String CAPTURE = "capture.pcap";
    private static final String TEXT = "text";

    private Rehearsal() {}

    /**
     * Exits with the highest status of all commands.
     *
     * @param arguments the folder of a case, and one to write to; then {@code text} where pages and batches are left out:
     *     Java 25 loads all of an archive at each start (JEP 483), so that most starts are better off with a small one
     */
    public static void main(String[] arguments) {
        Main.handleDefects();
        Path files = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        boolean isText = arguments.length > 2 && arguments[2].equals(TEXT);
        int status = (isText ? text(files) : everything(files, out))
                .stream()
                        .mapToInt(command ->
                                Main.run(command, Terminal.ofProcess()).code())
                        .max()
                        .orElse(0);
        System.exit(status);
    }

    private static List<List<String>> text(Path files) {
        String capture = files.resolve(CAPTURE).toString();
        return List.of(List.of("analyze", capture, "-f", "json"), List.of("analyze", capture));
    }

    private static List<List<String>> everything(Path files, Path out) {
        List<String> batch =
                List.of("batch", files.toString(), "-o", out.resolve("batch").toString());
        return List.of(
                List.of("analyze", files.resolve(CAPTURE).toString(), "-f", "json"),
                List.of("analyze", files.toString(), "-o", file(out, "pdf"), "-o", file(out, "png")),
                batch,
                batch);
    }

    private static String file(Path folder, String ending) {
        return folder.resolve("report." + ending).toString();
    }
}
