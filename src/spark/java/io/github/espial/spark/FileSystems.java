package io.github.espial.spark;

import io.github.espial.spark.hadoop.HadoopFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** The file systems that one process has opened: those of this machine as Java has them, all others by Hadoop. */
final class FileSystems {
    private static final String LOCAL = "file";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/");

    private final Configuration hadoop;
    private final Map<URI, HadoopFiles> opened = new HashMap<>();

    FileSystems(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * The path that a user names by {@code word}: with a scheme, or on the file system that Hadoop takes where none is named.
     *
     * @throws IOException when there is no such file system, or it does not answer; the message names the word
     */
    synchronized Path path(String word) throws IOException {
        try {
            org.apache.hadoop.fs.Path path = SCHEME.matcher(word).lookingAt()
                    ? new org.apache.hadoop.fs.Path(word)
                    : new org.apache.hadoop.fs.Path(null, null, word);
            FileSystem system = path.getFileSystem(hadoop);
            if (LOCAL.equals(system.getUri().getScheme())) {
                return Path.of(
                        path.toUri().getScheme() == null ? word : path.toUri().getPath());
            }
            return opened.computeIfAbsent(system.getUri(), key -> new HadoopFiles(system))
                    .path(path.makeQualified(system.getUri(), system.getWorkingDirectory())
                            .toUri());
        } catch (IllegalArgumentException e) {
            throw new IOException(word + ": neither a path nor a URI: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(word + ": " + e.getMessage(), e);
        }
    }

    /** A path of any of these file systems as it travels; of this machine's, names that are no text of any charset survive. */
    static String travelling(Path path) {
        return path.getFileSystem() instanceof HadoopFiles
                ? path.toAbsolutePath().toString()
                : path.toUri().toString();
    }

    /** The path that travelled as {@code text}. */
    Path travelled(String text) throws IOException {
        return text.startsWith(LOCAL + ":") ? Path.of(URI.create(text)) : path(text);
    }
}
