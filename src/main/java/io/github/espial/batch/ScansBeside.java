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
    private static final String FOLDER = "scans";

    private final String toolVersion;

    /** @param toolVersion version of the program: scans of another one are not used */
    public ScansBeside(String toolVersion) {
        this.toolVersion = toolVersion;
    }

    @Override
    public KeptScans of(CaseFiles files, Path folder) {
        Path scans = folder.resolve(FOLDER);
        try {
            Files.createDirectories(scans);
        } catch (IOException e) {
            // Whoever writes the reports there says what is wrong with the folder; without scans, all is read.
            return KeptScans.NONE;
        }
        return new ScanFolder(scans, toolVersion, ScansBeside::content);
    }

    /** What a capture in a file of its own holds; archives are unpacked anew each time, and then scanned. */
    private static Optional<String> content(CaptureSource source) {
        return source instanceof CaptureSource.OfFile file ? InputState.contentOf(file.path()) : Optional.empty();
    }
}
