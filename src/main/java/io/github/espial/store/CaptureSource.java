package io.github.espial.store;

import io.github.espial.bytes.PositionedOctets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a capture is read from, and what to call it. */
public sealed interface CaptureSource {
    /** The name as the user knows it. */
    String name();

    /** How large it may become when it is decompressed. */
    DecompressionLimit limit();

    /** Whether it can be read a second time. */
    boolean isRepeatable();

    /** The file it is, or is in. */
    Optional<Path> file();

    /** Octets to read, where known before. */
    OptionalLong size();

    /** Whether its frames can be read: of some there is only what an earlier scan saw. */
    default boolean hasFrames() {
        return true;
    }

    /** In which disguise it is read. */
    default Optional<Disguise> readAs() {
        return Optional.empty();
    }

    /** A file, a named pipe or the like. */
    record OfFile(Path path, String name, DecompressionLimit limit) implements CaptureSource {
        /** With the usual limit. */
        public OfFile(Path path, String name) {
            this(path, name, DecompressionLimit.USUAL);
        }

        @Override
        public boolean isRepeatable() {
            return Files.isRegularFile(path);
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(path);
        }

        @Override
        public OptionalLong size() {
            try {
                return isRepeatable() ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
            } catch (IOException e) {
                // Whoever reads the file says what is wrong with it.
                return OptionalLong.empty();
            }
        }
    }

    /** A member of a ZIP archive on disk. */
    record OfMember(Path archive, ZipMember member, String name, DecompressionLimit limit) implements CaptureSource {
        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(archive);
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(member.size());
        }
    }

    /** A stream that the caller opened, and closes. */
    record OfStream(InputStream octets, String name, DecompressionLimit limit) implements CaptureSource {
        /** With the usual limit. */
        public OfStream(InputStream octets, String name) {
            this(octets, name, DecompressionLimit.USUAL);
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }
    }

    /** Octets that can be read anywhere and again; the caller opened them, and closes them when all is done. */
    record OfRanges(PositionedOctets octets, String name, DecompressionLimit limit) implements CaptureSource {
        /** With the usual limit. */
        public OfRanges(PositionedOctets octets, String name) {
            this(octets, name, DecompressionLimit.USUAL);
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public OptionalLong size() {
            try {
                return OptionalLong.of(octets.size());
            } catch (IOException e) {
                // Whoever reads them says what is wrong with them.
                return OptionalLong.empty();
            }
        }
    }

    /**
     * What was seen of a capture that is not at hand itself.
     *
     * @param scan in the form that package {@code scan} gives it; read only
     * @param name of the capture, as whoever scanned it knew it
     * @param isRedacted whether it was read in disguise
     */
    record Scanned(ByteBuffer scan, String name, boolean isRedacted) implements CaptureSource {
        @Override
        public DecompressionLimit limit() {
            return DecompressionLimit.USUAL;
        }

        @Override
        public boolean hasFrames() {
            return false;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(scan.remaining());
        }
    }

    /**
     * Another source that is read in disguise.
     *
     * @param name in place of its own
     */
    record Disguised(CaptureSource of, String name, Disguise disguise) implements CaptureSource {
        /** The same for somebody who opens what is encrypted. */
        public Disguised toOpen() {
            return new Disguised(of, name, disguise.toOpen());
        }

        @Override
        public Optional<Disguise> readAs() {
            return Optional.of(disguise);
        }

        @Override
        public DecompressionLimit limit() {
            return of.limit();
        }

        @Override
        public boolean isRepeatable() {
            return of.isRepeatable();
        }

        @Override
        public Optional<Path> file() {
            return of.file();
        }

        @Override
        public OptionalLong size() {
            return of.size();
        }
    }

    /** The file {@code path}, called as the path is written. */
    static CaptureSource file(Path path) {
        return new OfFile(path, path.toString());
    }

    /** A capture that has gone by, of which only the name is left. */
    static CaptureSource named(String name) {
        return new OfStream(InputStream.nullInputStream(), name);
    }

    /** Standard input, which is {@code octets}. */
    static CaptureSource standardInput(InputStream octets) {
        return new OfStream(octets, "standard input");
    }
}
