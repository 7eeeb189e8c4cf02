package io.github.espial.cli;

import io.github.espial.diagnose.CaseReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that a report is to be written to. It is written under another name first and moved when complete, so that a
 * reader never sees half a report, and a failure leaves what was there before.
 *
 * @param path where
 * @param format what
 */
record OutputFile(Path path, ReportFormat format) {
    /** Reads the value of {@code --output}. */
    static OutputFile parse(String text) throws UsageException {
        ReportFormat format = ReportFormat.of(text)
                .orElseThrow(() -> new UsageException("--output " + text
                        + ": its ending tells the format, and must be one of " + ReportFormat.endings()));
        try {
            return new OutputFile(Path.of(text), format);
        } catch (InvalidPathException e) {
            throw new UsageException("--output " + text + ": not a file name: " + e.getReason());
        }
    }

    /** Fails now rather than after the work: the folder must be there, and no input may be overwritten. */
    void checkBefore(List<Path> inputs) throws IOException, UsageException {
        for (Path input : inputs) {
            if (Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input)) {
                throw new UsageException("--output " + path + ": this is an input; choose another file");
            }
        }
        if (!Files.isDirectory(folder())) {
            throw new IOException(path + ": cannot be written: the folder " + folder() + " does not exist");
        }
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": cannot be written: it is a folder");
        }
        if (!Files.isWritable(folder()) || (Files.exists(path) && !Files.isWritable(path))) {
            throw new IOException(path + ": cannot be written: no permission");
        }
    }

    void write(CaseReport report) throws IOException {
        try {
            // Behind a link the file itself is replaced, not the link.
            Path target = Files.exists(path) ? path.toRealPath() : path;
            Path unfinished = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                    format.writer().write(report, out);
                }
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (AccessDeniedException e) {
            throw new IOException(path + ": cannot be written: no permission", e);
        } catch (FileSystemException e) {
            throw new IOException(path + ": cannot be written: " + e.getReason(), e);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }
}
