package io.github.espial.mcp.desk;

import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders that may be read from, links resolved. Of what lies elsewhere nothing is said, not even whether it is there. */
public final class Roots {
    /** As they were named, and where they are. */
    private final List<Path> named = new ArrayList<>();

    private final List<Path> real = new ArrayList<>();

    /**
     * @param folders at least one
     * @throws IOException where one is no folder; the message names it
     */
    public Roots(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new IOException(folder + ": no such folder");
            }
            named.add(folder.toAbsolutePath().normalize());
            real.add(folder.toRealPath());
        }
    }

    /**
     * The file or folder that {@code input} names, links resolved.
     *
     * @param input from one of the folders on, or absolute
     */
    public Path resolve(String input) throws RefusedException {
        if (input.isBlank()) {
            throw new RefusedException("an input is an empty word; name a file or folder below the folders served");
        }
        for (int root = 0; root < real.size(); root++) {
            Optional<Path> path = below(root, input);
            if (path.isPresent()) {
                return path.get();
            }
        }
        throw new RefusedException(
                Arguments.shown(input) + ": nothing that can be read has this name below the folders served");
    }

    private Optional<Path> below(int root, String input) throws RefusedException {
        try {
            Path path = real.get(root).resolve(input).normalize();
            if (path.startsWith(named.get(root))) {
                path = real.get(root).resolve(named.get(root).relativize(path));
            }
            if (!path.startsWith(real.get(root)) || !Files.exists(path)) {
                return Optional.empty();
            }
            Path resolved = path.toRealPath();
            boolean isReadable = Files.isRegularFile(resolved) || Files.isDirectory(resolved);
            return isReadable && resolved.startsWith(real.get(root)) ? Optional.of(resolved) : Optional.empty();
        } catch (InvalidPathException e) {
            throw new RefusedException("not a file name: " + e.getReason());
        } catch (IOException e) {
            // A link that leads nowhere, or a folder that may not be entered: as if it were not there.
            return Optional.empty();
        }
    }
}
