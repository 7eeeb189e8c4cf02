package io.github.espial.spark;

import io.github.espial.spark.hadoop.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * Puts files of this machine where others find them, each whole or not at all. Two attempts at one task may do so at the same
 * time: what they write has names of its own until it is whole. An object of a store is not there before it is whole, and
 * is written under its name.
 */
final class Publication {
    /** The mark that a case is whole. */
    private static final String MARK = "case.json";

    private Publication() {}

    /**
     * Puts what was made of a case in the place of what was there: the mark that it is whole goes first and comes last.
     *
     * @param from where nothing but the mark is new, nothing else is touched
     */
    static void ofCase(Path from, Path to) throws IOException {
        List<Path> files = files(from);
        List<Path> reports = new ArrayList<>();
        for (Path file : files) {
            if (!name(file).equals(MARK)) {
                reports.add(file);
            }
        }
        boolean isMarkAlone = reports.isEmpty() && !files.isEmpty();
        if (!isMarkAlone) {
            removeOthers(to, reports);
        }
        for (Path report : reports) {
            put(report, to.resolve(name(report)));
        }
        if (Files.exists(from.resolve(MARK))) {
            put(from.resolve(MARK), to.resolve(MARK));
        }
    }

    /** Puts all files of a folder into another. */
    static void ofFolder(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            put(file, to.resolve(name(file)));
        }
    }

    /** Removes a folder of this machine with all that is in it. */
    static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = new ArrayList<>(found.toList());
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(all.get(i));
        }
    }

    private static void put(Path file, Path target) throws IOException {
        if (target.getFileSystem() instanceof HadoopFiles files) {
            put(file, files.hadoop(), inHadoop(target));
            return;
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = target.resolveSibling(part(target));
        try {
            Files.copy(file, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void put(Path file, FileSystem system, org.apache.hadoop.fs.Path target) throws IOException {
        if (system.hasPathCapability(target, CommonPathCapabilities.ABORTABLE_STREAM)) {
            write(file, system, target);
            return;
        }
        org.apache.hadoop.fs.Path part = new org.apache.hadoop.fs.Path(
                target.getParent(), "." + target.getName() + "." + UUID.randomUUID() + ".part");
        try {
            write(file, system, part);
            system.delete(target, false);
            if (!system.rename(part, target)) {
                throw new IOException(target + ": cannot be written: it could not be renamed from " + part.getName());
            }
        } finally {
            system.delete(part, false);
        }
    }

    private static void write(Path file, FileSystem system, org.apache.hadoop.fs.Path target) throws IOException {
        FSDataOutputStream out = system.create(target, true);
        boolean isWhole = false;
        try {
            Files.copy(file, out);
            isWhole = true;
        } finally {
            if (!isWhole && out.hasCapability(CommonPathCapabilities.ABORTABLE_STREAM)) {
                out.abort();
            }
            out.close();
        }
    }

    /** What an earlier run made of a case, and left of files that were not whole yet. */
    private static void removeOthers(Path folder, List<Path> reports) throws IOException {
        Set<String> kept = new HashSet<>();
        reports.forEach(report -> kept.add(name(report)));
        if (folder.getFileSystem() instanceof HadoopFiles files) {
            for (FileStatus there : listed(files.hadoop(), inHadoop(folder))) {
                if (isOurs(there.getPath().getName(), kept)) {
                    files.hadoop().delete(there.getPath(), false);
                }
            }
        } else if (Files.isDirectory(folder)) {
            for (Path there : files(folder)) {
                if (isOurs(name(there), kept)) {
                    Files.deleteIfExists(there);
                }
            }
        }
    }

    private static boolean isOurs(String name, Set<String> kept) {
        return name.equals(MARK) || (name.startsWith("report.") && !kept.contains(name));
    }

    private static FileStatus[] listed(FileSystem system, org.apache.hadoop.fs.Path folder) throws IOException {
        try {
            return system.listStatus(folder);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                for (Path file : all) {
                    if (Files.isRegularFile(file)) {
                        files.add(file);
                    }
                }
            }
        }
        files.sort(null);
        return files;
    }

    private static org.apache.hadoop.fs.Path inHadoop(Path path) {
        return new org.apache.hadoop.fs.Path(path.toUri());
    }

    private static String part(Path target) {
        return "." + name(target) + "." + UUID.randomUUID() + ".part";
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
