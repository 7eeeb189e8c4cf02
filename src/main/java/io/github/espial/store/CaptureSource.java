package io.github.espial.store;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a capture is read from, and what to call it. */
public sealed interface CaptureSource {
    /** The name as the user knows it. */
    String name();

    /** Whether it can be read a second time. */
    boolean isRepeatable();

    /** A file, a named pipe or the like. */
    record OfFile(Path path, String name) implements CaptureSource {
        @Override
        public boolean isRepeatable() {
            return Files.isRegularFile(path);
        }
    }

    /** A stream that the caller opened, and closes. */
    record OfStream(InputStream octets, String name) implements CaptureSource {
        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** The file {@code path}, called as the path is written. */
    static CaptureSource file(Path path) {
        return new OfFile(path, path.toString());
    }

    /** Standard input, which is {@code octets}. */
    static CaptureSource standardInput(InputStream octets) {
        return new OfStream(octets, "standard input");
    }
}
