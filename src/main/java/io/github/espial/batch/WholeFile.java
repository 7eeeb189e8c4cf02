package io.github.espial.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes files so that whoever reads one sees the old or the new one, never half of it. One writer at a time. */
final class WholeFile {
    private WholeFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    interface Content {
        /** Writes it to {@code file}, which does not exist yet. */
        void writeTo(Path file) throws IOException;
    }

    /** @throws UnwrittenException when that fails; the message names {@code target} and says why */
    static void write(Path target, Content content) throws UnwrittenException {
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(
                    Objects.requireNonNull(target.toAbsolutePath().getParent()));
            Files.deleteIfExists(unfinished);
            try {
                content.writeTo(unfinished);
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UnwrittenException(target + ": cannot be written: " + reason(e), e);
        }
    }

    /** What went wrong, without the name of the file. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        return e instanceof FileSystemException inFileSystem && inFileSystem.getReason() != null
                ? inFileSystem.getReason()
                : String.valueOf(e.getMessage());
    }
}
