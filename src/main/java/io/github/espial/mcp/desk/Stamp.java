package io.github.espial.mcp.desk;

import io.github.espial.cases.FolderListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** By what it shows that a file, or any in a folder, is another than it was: names, sizes and times of change. */
final class Stamp {
    private Stamp() {}

    static List<String> of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(line(path));
        }
        List<String> lines = new ArrayList<>();
        for (FolderListing.Entry entry : FolderListing.of(path, path.toString()).files()) {
            lines.add(line(entry.path()));
        }
        return lines;
    }

    private static String line(Path file) throws IOException {
        return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }
}
