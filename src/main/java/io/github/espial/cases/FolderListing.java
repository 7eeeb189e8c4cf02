package io.github.espial.cases;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files in a folder and the folders below it, by name; hidden ones and links are left out.
 *
 * @param files at most {@link #MAX_FILES}
 * @param leftOut what could not be listed
 */
public record FolderListing(List<Entry> files, List<CaseFiles.Other> leftOut) {
    /** More than any case has. */
    public static final int MAX_FILES = 10_000;

    private static final int MAX_DEPTH = 16;

    public FolderListing {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A file.
     *
     * @param name the folder's name as the user knows it, and the way from there
     */
    public record Entry(Path path, String name) {}

    /**
     * The files in {@code folder}.
     *
     * @param name of the folder, as the user knows it
     * @throws IOException when it cannot be listed itself; the message names it
     */
    public static FolderListing of(Path folder, String name) throws IOException {
        List<Entry> files = new ArrayList<>();
        List<CaseFiles.Other> leftOut = new ArrayList<>();
        try {
            list(folder, name, 0, files, leftOut);
        } catch (NotDirectoryException e) {
            throw new IOException(name + ": not a folder", e);
        } catch (IOException e) {
            throw new IOException(name + ": the folder cannot be read", e);
        }
        return new FolderListing(files, leftOut);
    }

    private static void list(Path folder, String name, int depth, List<Entry> files, List<CaseFiles.Other> leftOut)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                if (entries.size() == MAX_FILES) {
                    leftOut.add(new CaseFiles.Other(
                            name, name + ": more than " + MAX_FILES + " files; the others are left out"));
                    break;
                }
                entries.add(entry);
            }
        }
        entries.sort(null);
        for (Path entry : entries) {
            String file = entry.getFileName().toString();
            String path = name.endsWith("/") ? name + file : name + "/" + file;
            if (file.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                listBelow(entry, path, depth + 1, files, leftOut);
            } else if (Files.isSymbolicLink(entry)) {
                leftOut.add(new CaseFiles.Other(path, path + ": a link; give the file itself"));
            } else if (Files.isRegularFile(entry) && files.size() < MAX_FILES) {
                files.add(new Entry(entry, path));
            }
        }
    }

    private static void listBelow(
            Path folder, String name, int depth, List<Entry> files, List<CaseFiles.Other> leftOut) {
        if (depth > MAX_DEPTH) {
            leftOut.add(new CaseFiles.Other(name, name + ": more than " + MAX_DEPTH + " folders deep"));
            return;
        }
        try {
            list(folder, name, depth, files, leftOut);
        } catch (IOException e) {
            leftOut.add(new CaseFiles.Other(name, name + ": the folder cannot be read"));
        }
    }
}
