package io.github.espial.spark.hadoop;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/** What can be done with paths of one {@link HadoopFiles}. */
final class HadoopProvider extends FileSystemProvider {
    private final HadoopFiles files;

    HadoopProvider(HadoopFiles files) {
        this.files = files;
    }

    @Override
    public String getScheme() {
        return files.uri().getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("HadoopFiles is made of an open file system");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return files;
    }

    @Override
    public Path getPath(URI uri) {
        return files.path(uri);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        if (options.stream().anyMatch(option -> option != StandardOpenOption.READ)) {
            throw new ReadOnlyFileSystemException();
        }
        HadoopPath file = (HadoopPath) path;
        FileStatus status = status(file);
        if (status.isDirectory()) {
            throw new FileSystemException(path.toString(), null, "is a directory");
        }
        return telling(file, () -> new HadoopChannel(OpenFile.of(files, status)));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        HadoopPath listed = (HadoopPath) folder;
        if (!status(listed).isDirectory()) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Path> paths = new ArrayList<>();
        for (FileStatus status : telling(listed, () -> files.hadoop().listStatus(listed.inHadoop()))) {
            Path path = listed.listed(status);
            if (filter.accept(path)) {
                paths.add(path);
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return paths.iterator();
            }

            @Override
            public void close() {
                // All was listed at once.
            }
        };
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        status((HadoopPath) path);
        if (Arrays.asList(modes).contains(AccessMode.WRITE)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        if (type != BasicFileAttributes.class) {
            throw new UnsupportedOperationException(type.getName());
        }
        return type.cast(new HadoopAttributes(status((HadoopPath) path)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        HadoopAttributes all = new HadoopAttributes(status((HadoopPath) path));
        Map<String, Object> attributes = new HashMap<>();
        for (String name : names.replaceFirst("^basic:", "").split(",", -1)) {
            switch (name) {
                case "size" -> attributes.put(name, all.size());
                case "lastModifiedTime" -> attributes.put(name, all.lastModifiedTime());
                case "isDirectory" -> attributes.put(name, all.isDirectory());
                case "isRegularFile" -> attributes.put(name, all.isRegularFile());
                case "isSymbolicLink" -> attributes.put(name, all.isSymbolicLink());
                default -> throw new IllegalArgumentException("no attribute " + name);
            }
        }
        return attributes;
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return null;
    }

    /** What a listing told, else what the file system tells now. */
    private FileStatus status(HadoopPath path) throws IOException {
        return path.listed().isPresent()
                ? path.listed().get()
                : telling(path, () -> files.hadoop().getFileStatus(path.inHadoop()));
    }

    /** What is done with a path. */
    private interface Doing<T> {
        T done() throws IOException;
    }

    /** The exceptions that the Java platform has for what Hadoop tells. */
    private static <T> T telling(HadoopPath path, Doing<T> doing) throws IOException {
        try {
            return doing.done();
        } catch (FileNotFoundException e) {
            NoSuchFileException missing = new NoSuchFileException(path.toString());
            missing.initCause(e);
            throw missing;
        } catch (AccessControlException e) {
            AccessDeniedException denied = new AccessDeniedException(path.toString());
            denied.initCause(e);
            throw denied;
        }
    }

    @Override
    public boolean isSameFile(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    @Override
    public boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException("Hadoop tells of no store");
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void delete(Path path) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new ReadOnlyFileSystemException();
    }
}
