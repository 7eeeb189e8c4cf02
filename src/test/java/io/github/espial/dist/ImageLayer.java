package io.github.espial.dist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/**
 * One layer of an image: a packed archive of files, in the order of their names, all of root's (OCI Image Format, Image
 * Layer Filesystem Changeset). Files keep their time, since the archive of loaded classes holds jars to it; folders and
 * links do not, so that equal files make equal layers.
 *
 * @param packed what travels
 * @param plain what it unpacks to, by which a configuration names it
 * @param octets size of what travels
 */
record ImageLayer(Digest packed, Digest plain, long octets) {
    private static final int PERMISSIONS = 07777;
    private static final int FOLDER = 0755;
    private static final FileTime EPOCH = FileTime.fromMillis(0);

    /**
     * Writes to {@code file} what lies in {@code from} and is {@code wanted} (paths below it), as lying in {@code to}.
     *
     * @param to a relative path whose folders are made in the layer; empty for the root
     */
    static ImageLayer write(Path file, Path from, Path to, Predicate<Path> wanted) throws IOException {
        DigestOutput packed = new DigestOutput(new BufferedOutputStream(Files.newOutputStream(file)));
        DigestOutput plain = new DigestOutput(new GzipCompressorOutputStream(packed));
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(plain)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (int names = 1; names < to.getNameCount(); names++) {
                folder(tar, to.subpath(0, names), FOLDER);
            }
            for (Path path : below(from)) {
                Path relative = from.relativize(path);
                Path name = to.resolve(relative);
                if (!name.toString().isEmpty() && wanted.test(relative)) {
                    entry(tar, path, name);
                }
            }
        }
        return new ImageLayer(packed.digest(), plain.digest(), Files.size(file));
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    private static void entry(TarArchiveOutputStream tar, Path path, Path name) throws IOException {
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & PERMISSIONS;
        if (Files.isSymbolicLink(path)) {
            TarArchiveEntry link = new TarArchiveEntry(name.toString(), TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(path).toString());
            put(tar, link, EPOCH);
        } else if (Files.isDirectory(path)) {
            folder(tar, name, mode);
        } else {
            TarArchiveEntry one = new TarArchiveEntry(name.toString());
            one.setMode(mode);
            one.setSize(Files.size(path));
            one.setModTime(FileTime.from(Files.getLastModifiedTime(path).to(TimeUnit.SECONDS), TimeUnit.SECONDS));
            tar.putArchiveEntry(one);
            Files.copy(path, tar);
            tar.closeArchiveEntry();
        }
    }

    private static void folder(TarArchiveOutputStream tar, Path name, int mode) throws IOException {
        TarArchiveEntry folder = new TarArchiveEntry(name + "/");
        folder.setMode(mode);
        put(tar, folder, EPOCH);
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, FileTime time) throws IOException {
        entry.setModTime(time);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
