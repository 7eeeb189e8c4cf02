package io.github.espial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can become of the name of a file on its way through the command line. */
final class FileNames {
    private static final char REPLACEMENT = '\ufffd';

    /** Files of a folder that are looked at for a name that was meant. */
    private static final int MOST_BESIDE = 10_000;

    private FileNames() {}

    /** Whether the JVM could decode {@code name}: octets that are no text, it replaces, and the file is out of reach. */
    static boolean isWhole(String name) {
        return name.indexOf(REPLACEMENT) < 0;
    }

    /** The end of a message about a file that is not there: one beside it of nearly the same name; else empty. */
    static String nearest(Path missing) {
        Path folder = Optional.ofNullable(missing.toAbsolutePath().getParent()).orElse(missing);
        String name = String.valueOf(missing.getFileName());
        try (Stream<Path> beside = Files.list(folder)) {
            List<String> names = beside.limit(MOST_BESIDE)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
            return NearestName.to(name, names)
                    .map(near -> "; did you mean " + missing.resolveSibling(near) + "?")
                    .orElse("");
        } catch (IOException | UncheckedIOException unreadable) {
            // There is nothing to suggest: the message says already that the file cannot be had.
            return "";
        }
    }

    /** What to add to a message about a file that is out of reach; empty where the name is whole. */
    static String remark(String name) {
        return isWhole(name) ? "" : " (its name is not UTF-8: rename it, or use standard input or output)";
    }
}
