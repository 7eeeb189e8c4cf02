package io.github.espial.batch;

import io.github.espial.cases.CaseFiles;
import io.github.espial.scan.KeptScans;
import io.github.espial.scan.ScanFolder;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps the scans of a case's captures in a folder beside its reports: a capture is not scanned again when only a file
 * beside it, an option or a check has changed.
 */
public final class ScansBeside implements ScanKeeping {
    /** Octets of a capture at the least: a smaller one is scanned sooner than it is told whether its scan still holds. */
    public static final long USUAL_LEAST = 1 << 20;

    private static final String FOLDER = "scans";

    private final String toolVersion;
    private final long least;

    /**
     * Keeps scans of captures that are not small.
     *
     * @param toolVersion version of the program: scans of another one are not used
     * @param least octets of a capture, as stored, of which a scan is kept
     */
    public ScansBeside(String toolVersion, long least) {
        this.toolVersion = toolVersion;
        this.least = least;
    }

    @Override
    public KeptScans of(CaseFiles files, Path folder) {
        Path scans = folder.resolve(FOLDER);
        if (!Files.isDirectory(scans)) {
            if (files.captures().stream().noneMatch(this::isToBeKept)) {
                return KeptScans.NONE;
            }
            try {
                Files.createDirectories(scans);
            } catch (IOException e) {
                // Whoever writes the reports there says what is wrong with the folder; without scans, all is read.
                return KeptScans.NONE;
            }
        }
        return new ScanFolder(scans, toolVersion, this::content);
    }

    /** What a capture holds; archives are unpacked anew each time, and then scanned. */
    private Optional<String> content(CaptureSource source) {
        return isToBeKept(source) ? source.file().flatMap(InputState::contentOf) : Optional.empty();
    }

    /** Of a file of its own, and one that is not small. */
    private boolean isToBeKept(CaptureSource source) {
        return source instanceof CaptureSource.OfFile && source.size().orElse(0) >= least;
    }
}
