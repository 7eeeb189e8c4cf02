package io.github.espial.batch;

import io.github.espial.batch.ticket.CasePlace;
import io.github.espial.bytes.Sha256;
import io.github.espial.cases.FolderListing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the files of a case are like, so that it shows when one has changed.
 *
 * <p>Two digests tell: the cheap one is of names, sizes and times; where it is as before, nothing has changed. The other
 * is of names and contents, so that a copy of the case counts as unchanged too. Of a file beyond {@link #WHOLE} the
 * content is its size, its time, and its first and last {@link #PART}.
 */
final class InputState {
    /** Octets of the largest file that is read as a whole; reading more would take as long as its diagnosis. */
    static final long WHOLE = 16 << 20;

    /** Octets at the beginning and the end of a larger file. */
    static final int PART = 1 << 20;

    /** Files younger than this may change again within one tick of the file system's clock, which is 2 s on FAT. */
    private static final long SETTLED_SECONDS = 3;

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private long octets;
    private long latestNanos = Long.MIN_VALUE;

    private InputState() {}

    /** A file, and what is seen without opening it. */
    private record Entry(String name, Path path, long size, long modifiedNanos, long changedNanos) {}

    /** Looks at the files in {@code place}, and opens none. */
    static InputState of(CasePlace place) {
        InputState state = new InputState();
        for (Path path : place.paths()) {
            try {
                if (place.kind() == CasePlace.Kind.FOLDER) {
                    FolderListing listing = FolderListing.of(path, "");
                    listing.leftOut().forEach(other -> state.others.add(other.reason()));
                    for (FolderListing.Entry entry : listing.files()) {
                        state.add(entry.path(), entry.name());
                    }
                } else {
                    state.add(path, String.valueOf(path.getFileName()));
                }
            } catch (IOException e) {
                state.others.add(String.valueOf(e.getMessage()));
            }
        }
        return state;
    }

    private void add(Path path, String name) throws IOException {
        boolean isUnix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        Map<String, Object> seen = Files.readAttributes(
                path, isUnix ? "unix:size,lastModifiedTime,ctime" : "size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
        long size = (Long) seen.getOrDefault("size", 0L);
        long modified = nanos(Objects.requireNonNull(seen.get("lastModifiedTime")));
        long changed = isUnix ? nanos(Objects.requireNonNull(seen.get("ctime"))) : modified;
        entries.add(new Entry(name, path, size, modified, changed));
        octets += size;
        latestNanos = Math.max(latestNanos, Math.max(modified, changed));
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    /** Of all files, as stored. */
    long octets() {
        return octets;
    }

    /** A digest of names, sizes and times. */
    String stamp() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.name)
                    .append('\0')
                    .append(entry.size)
                    .append(' ')
                    .append(entry.modifiedNanos)
                    .append(' ')
                    .append(entry.changedNanos)
                    .append('\n');
        }
        others.forEach(text::append);
        return digest(text.toString());
    }

    /** Whether every file is old enough for {@link #stamp()} to change when the file does; by the clock of now. */
    boolean isSettled(long nowSeconds) {
        return entries.isEmpty() || TimeUnit.NANOSECONDS.toSeconds(latestNanos) + SETTLED_SECONDS < nowSeconds;
    }

    /** A digest of names and contents; of what cannot be read, of the reason. */
    String content() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.name).append('\0').append(content(entry)).append('\n');
        }
        others.forEach(text::append);
        return digest(text.toString());
    }

    private static String content(Entry entry) {
        try {
            return content(entry.path, entry.size, entry.modifiedNanos);
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /** The same of a single file; empty where it cannot be read. */
    static Optional<String> contentOf(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return Optional.of(content(file, Files.size(file), nanos(Files.getLastModifiedTime(file))));
        } catch (IOException e) {
            // Whoever reads it as a capture says why.
            return Optional.empty();
        }
    }

    private static String content(Path file, long size, long modifiedNanos) throws IOException {
        MessageDigest digest = Sha256.create();
        try (InputStream octets = Files.newInputStream(file)) {
            if (size <= WHOLE) {
                try (InputStream digested = new DigestInputStream(octets, digest)) {
                    digested.transferTo(OutputStream.nullOutputStream());
                }
            } else {
                digest.update((size + " " + modifiedNanos).getBytes(StandardCharsets.US_ASCII));
                digest.update(octets.readNBytes(PART));
                octets.skipNBytes(size - 2L * PART);
                digest.update(octets.readNBytes(PART));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of {@code text}, 64 hexadecimal digits. */
    static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
