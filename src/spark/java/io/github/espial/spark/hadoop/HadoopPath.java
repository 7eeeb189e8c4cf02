package io.github.espial.spark.hadoop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * A path on a file system of Hadoop. It is ordered as paths of Unix are: by octets of UTF-8, which is by code points. One that
 * a listing gave knows what that told of it, since asking again costs a message each.
 */
final class HadoopPath implements Path {
    private final HadoopFiles files;
    private final boolean isAbsolute;
    private final List<String> names;
    private final Optional<FileStatus> listed;

    private HadoopPath(HadoopFiles files, boolean isAbsolute, List<String> names, Optional<FileStatus> listed) {
        this.files = files;
        this.isAbsolute = isAbsolute;
        this.names = List.copyOf(names);
        this.listed = listed;
    }

    static HadoopPath of(HadoopFiles files, String path) {
        List<String> names = Arrays.stream(path.split("/", -1))
                .filter(name -> !name.isEmpty())
                .toList();
        return new HadoopPath(files, path.startsWith("/"), names, Optional.empty());
    }

    /** The path of what a listing of this folder told of. */
    HadoopPath listed(FileStatus status) {
        List<String> all = new ArrayList<>(names);
        all.add(status.getPath().getName());
        return new HadoopPath(files, isAbsolute, all, Optional.of(status));
    }

    Optional<FileStatus> listed() {
        return listed;
    }

    /** As Hadoop names it. */
    org.apache.hadoop.fs.Path inHadoop() {
        HadoopPath absolute = toAbsolutePath();
        return new org.apache.hadoop.fs.Path(
                files.uri().getScheme(), files.uri().getAuthority(), "/" + String.join("/", absolute.names));
    }

    private HadoopPath with(boolean absolute, List<String> others) {
        return new HadoopPath(files, absolute, others, Optional.empty());
    }

    @Override
    public HadoopFiles getFileSystem() {
        return files;
    }

    @Override
    public boolean isAbsolute() {
        return isAbsolute;
    }

    @Override
    public @Nullable Path getRoot() {
        return isAbsolute ? with(true, List.of()) : null;
    }

    @Override
    public @Nullable Path getFileName() {
        return names.isEmpty() ? null : with(false, names.subList(names.size() - 1, names.size()));
    }

    @Override
    public @Nullable Path getParent() {
        if (names.isEmpty() || (names.size() == 1 && !isAbsolute)) {
            return null;
        }
        return with(isAbsolute, names.subList(0, names.size() - 1));
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int begin, int end) {
        if (begin < 0 || end > names.size() || begin >= end) {
            throw new IllegalArgumentException("no names " + begin + " to " + end + " of " + this);
        }
        return with(false, names.subList(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof HadoopPath path
                && path.files == files
                && path.isAbsolute == isAbsolute
                && path.names.size() <= names.size()
                && names.subList(0, path.names.size()).equals(path.names);
    }

    @Override
    public boolean endsWith(Path other) {
        if (!(other instanceof HadoopPath path) || path.files != files || path.names.size() > names.size()) {
            return false;
        }
        return path.isAbsolute
                ? equals(path)
                : names.subList(names.size() - path.names.size(), names.size()).equals(path.names);
    }

    @Override
    public Path normalize() {
        List<String> kept = new ArrayList<>();
        for (String name : names) {
            boolean goesUp = name.equals("..")
                    && !kept.isEmpty()
                    && !kept.get(kept.size() - 1).equals("..");
            if (goesUp) {
                kept.remove(kept.size() - 1);
            } else if (!name.equals(".") && !(name.equals("..") && isAbsolute)) {
                kept.add(name);
            }
        }
        return kept.equals(names) ? this : with(isAbsolute, kept);
    }

    @Override
    public Path resolve(Path other) {
        HadoopPath path = of(other);
        if (path.isAbsolute) {
            return path;
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(path.names);
        return with(isAbsolute, all);
    }

    @Override
    public Path relativize(Path other) {
        HadoopPath path = of(other);
        if (path.isAbsolute != isAbsolute) {
            throw new IllegalArgumentException(this + " and " + other + " are of different kinds");
        }
        int common = 0;
        while (common < Math.min(names.size(), path.names.size())
                && names.get(common).equals(path.names.get(common))) {
            common++;
        }
        List<String> way = new ArrayList<>();
        for (int i = common; i < names.size(); i++) {
            way.add("..");
        }
        way.addAll(path.names.subList(common, path.names.size()));
        return with(false, way);
    }

    private static HadoopPath of(Path other) {
        if (other instanceof HadoopPath path) {
            return path;
        }
        throw new ProviderMismatchException(other + " is of another file system");
    }

    @Override
    public URI toUri() {
        return inHadoop().toUri();
    }

    @Override
    public HadoopPath toAbsolutePath() {
        return isAbsolute
                ? this
                : of(files, files.hadoop().getWorkingDirectory().toUri().getPath() + "/" + this);
    }

    /** There are no links to follow. */
    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        HadoopPath absolute = toAbsolutePath();
        if (listed.isEmpty() && !files.hadoop().exists(absolute.inHadoop())) {
            throw new NoSuchFileException(toString());
        }
        return absolute.normalize();
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("Hadoop tells nobody of changes");
    }

    @Override
    public int compareTo(Path other) {
        int[] one = text().codePoints().toArray();
        int[] two = of(other).text().codePoints().toArray();
        return Arrays.compare(one, two);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HadoopPath path
                && path.files == files
                && path.isAbsolute == isAbsolute
                && path.names.equals(names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(isAbsolute, names);
    }

    private String text() {
        return (isAbsolute ? "/" : "") + String.join("/", names);
    }

    /** An absolute one with its file system, as a user writes it. */
    @Override
    public String toString() {
        if (!isAbsolute) {
            return text();
        }
        String authority = files.uri().getAuthority();
        return files.uri().getScheme() + "://" + (authority == null ? "" : authority) + text();
    }
}
