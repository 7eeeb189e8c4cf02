package io.github.espial.spark.hadoop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A file system of Hadoop, read only. It is closed by whoever opened it, which with Hadoop is the process. */
public final class HadoopFiles extends FileSystem {
    private static final String GLOB = "glob:";

    private final org.apache.hadoop.fs.FileSystem hadoop;
    private final HadoopProvider provider;
    private final SmallFiles small = new SmallFiles();

    public HadoopFiles(org.apache.hadoop.fs.FileSystem hadoop) {
        this.hadoop = hadoop;
        this.provider = new HadoopProvider(this);
    }

    /** The path of a file or folder that {@code uri}, of this file system, names. */
    public Path path(URI uri) {
        String path = uri.getPath();
        return HadoopPath.of(this, path == null || path.isEmpty() ? "/" : path);
    }

    /** The one beneath. */
    public org.apache.hadoop.fs.FileSystem hadoop() {
        return hadoop;
    }

    SmallFiles small() {
        return small;
    }

    /** Scheme and authority, as {@code s3a://bucket}. */
    URI uri() {
        return hadoop.getUri();
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        // Others of this process may use the one beneath.
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(HadoopPath.of(this, "/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        return HadoopPath.of(this, more.length == 0 ? first : first + "/" + String.join("/", more));
    }

    /** Globs of {@code * ? {a,b}} within a name. */
    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        if (!syntaxAndPattern.startsWith(GLOB)) {
            throw new UnsupportedOperationException(syntaxAndPattern);
        }
        StringBuilder expression = new StringBuilder();
        for (char one : syntaxAndPattern.substring(GLOB.length()).toCharArray()) {
            switch (one) {
                case '*' -> expression.append("[^/]*");
                case '?' -> expression.append("[^/]");
                case '{' -> expression.append("(?:");
                case '}' -> expression.append(')');
                case ',' -> expression.append('|');
                default -> expression.append(Pattern.quote(String.valueOf(one)));
            }
        }
        Pattern pattern = Pattern.compile(expression.toString(), Pattern.DOTALL);
        return path -> pattern.matcher(path.toString()).matches();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("Hadoop's users");
    }

    @Override
    public WatchService newWatchService() {
        throw new UncheckedIOException(new IOException("Hadoop tells nobody of changes"));
    }
}
