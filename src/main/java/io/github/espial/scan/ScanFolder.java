package io.github.espial.scan;

import io.github.espial.bytes.Sha256;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Scans kept in a folder, a file each, named after what they depend on. Several threads, programs and machines may use
 * one folder at the same time.
 */
public final class ScanFolder implements KeptScans {
    private static final String ENDING = ".scan";
    private static final String OURS = "{*" + ENDING + "," + ScanFile.PART_BEGINNING + "*" + ScanFile.PART_ENDING + "}";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final String tool;
    private final Function<CaptureSource, Optional<String>> content;

    /** Files that were found, or written. */
    private final Set<Path> used = ConcurrentHashMap.newKeySet();

    /**
     * @param folder is there already
     * @param tool the version of this program
     * @param content tells what a capture holds, see {@link ScanKey}; where it is empty, no scan is kept
     */
    public ScanFolder(Path folder, String tool, Function<CaptureSource, Optional<String>> content) {
        this.folder = folder;
        this.tool = tool;
        this.content = content;
    }

    @Override
    public Optional<CaptureScan> find(CaptureSource source, int place, TimeWindow window, UdpPairs known) {
        Optional<ScanKey> key = key(source, window, known);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Path file = file(key.get());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Optional<CaptureScan> scan = ScanFile.read(file, key.get(), place, source.name());
            scan.ifPresent(found -> used.add(file));
            return scan;
        } catch (IOException e) {
            // The capture itself tells the same, and its scan takes the place of this file.
            return Optional.empty();
        }
    }

    /** Keeps a scan, unless the file changed since its content was told, or there is no room: then it is made again. */
    @Override
    public void keep(CaptureSource source, TimeWindow window, UdpPairs known, CaptureScan scan) {
        Optional<ScanKey> key = key(source, window, known);
        if (key.isEmpty() || isOfOtherOctets(key.get(), scan)) {
            return;
        }
        Path file = file(key.get());
        try {
            ScanFile.write(file, key.get(), scan);
            used.add(file);
        } catch (IOException e) {
            // Costs a later run the time of a scan, and nobody the result.
            return;
        }
    }

    /** Of the whole folder, files of other names apart: nobody else may be writing there. */
    @Override
    public void removeOthers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, OURS)) {
            for (Path file : files) {
                if (!used.contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOfOtherOctets(ScanKey key, CaptureScan scan) {
        return SHA_256.matcher(key.content()).matches()
                && scan.summary()
                        .sha256()
                        .filter(digest -> !digest.equals(key.content()))
                        .isPresent();
    }

    private Optional<ScanKey> key(CaptureSource source, TimeWindow window, UdpPairs known) {
        return content.apply(source).map(told -> new ScanKey(told, tool, window, known, source.limit()));
    }

    private Path file(ScanKey key) {
        byte[] digest = Sha256.create().digest(key.toOctets());
        return folder.resolve(HexFormat.of().formatHex(digest) + ENDING);
    }
}
