package io.github.espial.cli;

import io.github.espial.bytes.Deadline;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The files given with {@code --keys}. What is said of them names lines, never what stands there. */
final class KeyFiles {
    /** Ranges of lines that a message names. */
    private static final int NAMED = 4;

    private KeyFiles() {}

    /**
     * Reads keys and policies, and says what is wrong with them.
     *
     * @throws IOException when a file cannot be read; the message names it
     */
    static List<ContextFile> read(List<String> names, Deadline deadline, Terminal terminal)
            throws IOException, UsageException {
        List<ContextFile> files = new ArrayList<>();
        for (String name : names) {
            ContextFile file = read(name, deadline);
            remarks(file).forEach(terminal::error);
            files.add(file);
        }
        return files;
    }

    /** What is wrong with a file, and worth knowing of it: a line each. */
    static List<String> problems(ContextFile file) {
        List<String> problems = new ArrayList<>();
        for (ContextProblem problem : file.problems()) {
            String line = problem.line() == 0 ? "" : "line " + problem.line() + ": ";
            problems.add(file.name() + ": " + line + problem.text());
        }
        return problems;
    }

    private static ContextFile read(String name, Deadline deadline) throws IOException, UsageException {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new IOException(name + ": a folder; give a file with keys");
            }
            return ContextReader.read(path, deadline);
        } catch (NoSuchFileException e) {
            throw new IOException(name + ": no such file" + FileNames.remark(name), e);
        } catch (InvalidPathException e) {
            throw new UsageException(name + ": not a file name: " + e.getReason());
        }
    }

    private static List<String> remarks(ContextFile file) {
        List<String> remarks = problems(file);
        if (!file.entries().hasKeys() && file.entries().policies().isEmpty()) {
            remarks.add(
                    file.name() + ": no keys in it that Espial knows; expected ip xfrm state, setkey -D, Wireshark's"
                            + " esp_sa or decryption tables of IKE, or a log of strongSwan or libreswan with keys");
        } else if (!file.unrecognised().isEmpty()) {
            String lines = file.unrecognised().stream()
                    .limit(NAMED)
                    .map(range -> range.first() == range.last()
                            ? Integer.toString(range.first())
                            : range.first() + "-" + range.last())
                    .collect(Collectors.joining(", "));
            boolean isMore = file.unrecognised().size() > NAMED;
            remarks.add(
                    file.name() + ": not understood, and passed over: line " + lines + (isMore ? " and others" : ""));
        }
        return remarks;
    }
}
