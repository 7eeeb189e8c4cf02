package io.github.espial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.PositionedOctets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredTest {
    private static final byte[] SAMPLE = Packed.sample(3_000_000);

    @TempDir
    private Path folder = Path.of("");

    private CaptureSource file(byte[] octets) throws IOException {
        return CaptureSource.file(Files.write(folder.resolve("file"), octets));
    }

    private static CaptureSource stream(byte[] octets) {
        return CaptureSource.standardInput(new ByteArrayInputStream(octets));
    }

    private static CaptureSource ranges(byte[] octets) {
        return new CaptureSource.OfRanges(PositionedOctets.of(ByteBuffer.wrap(octets)), "memory");
    }

    private static byte[] rest(OctetSource source) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = source.allocate(100_000);
        while (source.read(chunk.clear()) > 0) {
            byte[] octets = new byte[chunk.position()];
            chunk.get(0, octets);
            all.writeBytes(octets);
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void readsAnywhereInFilesAndStreams(Compression compression) throws IOException {
        byte[] packed = Packed.of(compression, SAMPLE);
        for (CaptureSource source : List.of(file(packed), stream(packed), ranges(packed))) {
            try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
                ByteBuffer start = stored.octets().allocate(1 << 20);
                while (start.hasRemaining()) {
                    stored.octets().read(start);
                }
                OctetSource late = stored.range(2_900_000, Long.MAX_VALUE);
                OctetSource early = stored.range(5, 10);

                assertThat(rest(early)).isEqualTo(Arrays.copyOfRange(SAMPLE, 5, 10));
                assertThat(rest(late)).isEqualTo(Arrays.copyOfRange(SAMPLE, 2_900_000, SAMPLE.length));
                assertThat(rest(stored.range(9_000_000, 9_000_001))).isEmpty();
                assertThat(stored.length()).isEqualTo(SAMPLE.length);
                assertThat(rest(stored.octets())).isEqualTo(Arrays.copyOfRange(SAMPLE, 1 << 20, SAMPLE.length));
                stored.finish();
                assertThat(stored.bytes()).isEqualTo(packed.length);
                assertThat(stored.sha256()).isPresent();
                assertThat(stored.compression()).isEqualTo(compression);
            }
        }
    }

    @Test
    void digestsNoFileOfWhichThatWouldTakeLongerThanAllElse() throws IOException {
        Path large = folder.resolve("large");
        try (FileChannel sparse = FileChannel.open(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            sparse.write(ByteBuffer.wrap(new byte[] {1}), StoredRanges.DIGESTED);
        }
        try (Stored stored = Stored.open(CaptureSource.file(large), ReadProgress.NONE)) {
            stored.finish();
            assertThat(stored.bytes()).isEqualTo(StoredRanges.DIGESTED + 1);
            assertThat(stored.sha256()).isEmpty();
        }
    }

    @Test
    void tellsOfDamageWhereItIsReached() throws IOException {
        byte[] packed = Packed.of(Compression.GZIP, SAMPLE);
        try (Stored stored = Stored.open(stream(Arrays.copyOf(packed, packed.length / 2)), ReadProgress.NONE)) {
            assertThat(rest(stored.range(0, 1000))).isEqualTo(Arrays.copyOf(SAMPLE, 1000));
            assertThat(stored.length()).isBetween(1_000_000L, 2_000_000L);
            assertThatThrownBy(() -> rest(stored.range(1000, Long.MAX_VALUE)))
                    .hasMessage("the gzip data end before they are complete");
            assertThatThrownBy(() -> rest(stored.octets())).hasMessage("the gzip data end before they are complete");
        }
    }

    @Test
    void isAskedForPositionsBeforeTheStreamHasGoneBy() throws IOException {
        try (Stored stored = Stored.open(stream(SAMPLE), ReadProgress.NONE)) {
            rest(stored.octets());

            assertThatThrownBy(() -> stored.range(0, 1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        List<Path> before = temporaryFiles();
        Stored stored = Stored.open(stream(SAMPLE), ReadProgress.NONE);
        stored.range(0, 1);
        for (Path made : temporaryFiles()) {
            // Where open files can be deleted, none is to be seen even now.
            assertThat(before.contains(made) || isForOwnerOnly(made)).isTrue();
        }
        stored.close();

        assertThat(before).containsAll(temporaryFiles());
    }

    /** Those of this process: others may be at work on the same machine. */
    private static List<Path> temporaryFiles() throws IOException {
        String name = "espial-" + ProcessHandle.current().pid() + "-.*\\.part";
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().matches(name))
                    .toList();
        }
    }

    private static boolean isForOwnerOnly(Path file) throws IOException {
        return !file.getFileSystem().supportedFileAttributeViews().contains("posix")
                || Files.getPosixFilePermissions(file).equals(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void saysThatAFileBecameShorter() throws IOException {
        CaptureSource source = file(SAMPLE);
        try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
            stored.octets().read(ByteBuffer.allocateDirect(1000));
            try (FileChannel file = FileChannel.open(folder.resolve("file"), StandardOpenOption.WRITE)) {
                file.truncate(2000);
            }
            assertThatThrownBy(() -> rest(stored.octets()))
                    .hasMessage("the file became shorter while it was read: it ends at octet 2000,"
                            + " and was to go to 3000000");
            assertThatThrownBy(() -> rest(stored.range(1000, 3000))).hasMessageContaining("it ends at octet 2000");
            assertThatThrownBy(() -> stored.range(1000, 3000).skip(1500)).hasMessageContaining("became shorter");
        }
    }

    @Test
    void saysThatACompressedFileBecameShorter() throws IOException {
        CaptureSource source = file(Packed.of(Compression.ZSTD, SAMPLE));
        try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
            try (FileChannel file = FileChannel.open(folder.resolve("file"), StandardOpenOption.WRITE)) {
                file.truncate(400_000);
            }
            assertThatThrownBy(() -> rest(stored.octets())).hasMessageStartingWith("the file became shorter");
        }
    }

    @Test
    void readsAFileAsItWasWhenOpened() throws IOException {
        CaptureSource source = file(SAMPLE);
        try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
            Files.write(folder.resolve("file"), new byte[500], StandardOpenOption.APPEND);

            assertThat(rest(stored.octets())).isEqualTo(SAMPLE);
            stored.finish();
            assertThat(stored.bytes()).isEqualTo(SAMPLE.length);
            assertThat(stored.appended()).isEqualTo(500);
            assertThat(stored.sha256()).isPresent();
        }
    }
}
