package io.github.espial.spark.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held against what Java itself tells of the same files. */
class HadoopFilesTest {
    /** One that is kept in memory, and one that is too large for that. */
    private static final int[] SIZES = {100_000, SmallFiles.LARGEST + 100_000};

    @TempDir
    private Path here = Path.of("");

    private Path there = Path.of("");

    @BeforeEach
    void open() throws IOException {
        RawLocalFileSystem hadoop = new RawLocalFileSystem();
        hadoop.initialize(java.net.URI.create("file:///"), new Configuration(false));
        there = new HadoopFiles(hadoop).path(here.toUri());
    }

    private byte[] make(String name, int size) throws IOException {
        byte[] octets = new byte[size];
        new Random(size).nextBytes(octets);
        Files.write(here.resolve(name), octets);
        return octets;
    }

    @Test
    void readsAnyRange() throws IOException {
        Random random = new Random(20);
        for (int size : SIZES) {
            byte[] octets = make("file", size);
            try (FileChannel channel = FileChannel.open(there.resolve("file"), StandardOpenOption.READ)) {
                assertThat(channel.size()).isEqualTo(size);
                for (int i = 0; i < 50; i++) {
                    int from = random.nextInt(size);
                    int length = 1 + random.nextInt(Math.min(300_000, size - from));
                    ByteBuffer read = i % 2 == 0 ? ByteBuffer.allocate(length) : ByteBuffer.allocateDirect(length);
                    while (read.hasRemaining()) {
                        assertThat(channel.read(read, from + read.position())).isPositive();
                    }
                    assertThat(read.flip()).isEqualTo(ByteBuffer.wrap(octets, from, length));
                }
                assertThat(channel.read(ByteBuffer.allocate(1), size)).isEqualTo(-1);
            }
        }
    }

    @Test
    void readsFromFrontToBackAndPassesOver() throws IOException {
        for (int size : SIZES) {
            byte[] octets = make("file", size);
            assertThat(Files.readAllBytes(there.resolve("file"))).isEqualTo(octets);
            try (InputStream stream = Files.newInputStream(there.resolve("file"))) {
                stream.skipNBytes(size - 3);
                assertThat(stream.readAllBytes()).containsExactly(octets[size - 3], octets[size - 2], octets[size - 1]);
            }
        }
    }

    @Test
    void listsWhatIsThereInTheOrderOfUnix() throws IOException {
        for (String name : List.of("b", "B", "a.pcap", "ä", "\uff5e", "\ud83d\ude80", "z z")) {
            make(name, 10);
        }
        Files.createDirectory(here.resolve("folder"));
        List<Path> listed = listed(there);
        List<Path> expected = listed(here);
        listed.sort(null);
        expected.sort(null);
        assertThat(listed)
                .extracting(path -> path.getFileName().toString())
                .isEqualTo(expected.stream()
                        .map(path -> path.getFileName().toString())
                        .toList());
        for (int i = 0; i < listed.size(); i++) {
            assertThat(Files.isDirectory(listed.get(i))).isEqualTo(Files.isDirectory(expected.get(i)));
            assertThat(Files.isRegularFile(listed.get(i))).isEqualTo(Files.isRegularFile(expected.get(i)));
            if (Files.isRegularFile(expected.get(i))) {
                assertThat(Files.size(listed.get(i))).isEqualTo(10);
            }
            assertThat(Files.getLastModifiedTime(listed.get(i)).toMillis())
                    .isEqualTo(Files.getLastModifiedTime(expected.get(i)).toMillis());
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(paths::add);
        }
        return paths;
    }

    @Test
    void tellsWhatIsMissingAsJavaDoes() throws IOException {
        make("file", 10);
        assertThat(Files.exists(there.resolve("none"))).isFalse();
        assertThatThrownBy(() -> Files.newInputStream(there.resolve("none")).read())
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Files.newDirectoryStream(there.resolve("file")))
                .isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> FileChannel.open(there)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> there.resolve("none").toRealPath()).isInstanceOf(NoSuchFileException.class);
        assertThat(there.resolve("file").toRealPath()).isEqualTo(there.resolve("file"));
    }

    @Test
    void writesNothing() throws IOException {
        make("file", 10);
        Path file = there.resolve("file");
        assertThatThrownBy(() -> Files.writeString(file, "x")).isInstanceOf(ReadOnlyFileSystemException.class);
        assertThatThrownBy(() -> Files.delete(file)).isInstanceOf(ReadOnlyFileSystemException.class);
        assertThatThrownBy(() -> Files.createDirectory(there.resolve("new")))
                .isInstanceOf(ReadOnlyFileSystemException.class);
        assertThatThrownBy(() -> there.getFileSystem().provider().checkAccess(file, AccessMode.WRITE))
                .isInstanceOf(FileSystemException.class);
    }

    @Test
    void goesWaysAsJavaDoes() {
        for (String other : List.of("a", "a/b", "../a", "./a/../b", "")) {
            Path expected = here.resolve(other).normalize();
            Path path = there.resolve(other).normalize();
            assertThat(path.toUri().getPath().replaceAll("/$", "")).isEqualTo(expected.toString());
            assertThat(path.getNameCount()).isEqualTo(expected.getNameCount());
            assertThat(path.startsWith(there)).isEqualTo(expected.startsWith(here));
            assertThat(there.relativize(path).toString())
                    .isEqualTo(here.relativize(expected).toString());
            assertThat(String.valueOf(path.getFileName())).isEqualTo(String.valueOf(expected.getFileName()));
        }
        assertThat(there.resolve("a").getParent()).isEqualTo(there);
        assertThat(there.resolve("a/b").endsWith("b")).isTrue();
        assertThat(there.getRoot()).isEqualTo(there.resolve("/"));
    }
}
