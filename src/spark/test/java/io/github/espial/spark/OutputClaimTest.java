package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.batch.BatchLock;
import io.github.espial.spark.hadoop.HadoopFiles;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputClaimTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder = Path.of("");

    /** The same folder, as Hadoop has it. */
    private Path out() throws IOException {
        RawLocalFileSystem hadoop = new RawLocalFileSystem();
        hadoop.initialize(URI.create("file:///"), new Configuration(false));
        return new HadoopFiles(hadoop).path(folder.resolve("reports").toUri());
    }

    private Path file() {
        return folder.resolve("reports/.espial.lock");
    }

    @Test
    void refusesASecondRun() throws IOException {
        Closeable claim = OutputClaim.on(out());
        try (claim) {
            assertThatThrownBy(() -> OutputClaim.on(out()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another run writes there")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }

        assertThat(file()).doesNotExist();
        OutputClaim.on(out()).close();
    }

    @Test
    void takesThePlaceOfARunThatWasKilled() throws IOException {
        OutputClaim.on(out());
        Files.setLastModifiedTime(file(), LONG_AGO);

        Closeable claim = OutputClaim.on(out());
        try (claim) {
            assertThat(Files.getLastModifiedTime(file())).isNotEqualTo(LONG_AGO);
        }
    }

    @Test
    void leavesTheClaimOfAnotherRun() throws IOException {
        Closeable killed = OutputClaim.on(out());
        Files.setLastModifiedTime(file(), LONG_AGO);
        Closeable claim = OutputClaim.on(out());

        killed.close();

        assertThat(file()).exists();
        claim.close();
    }

    @Test
    void givesSignsOfLife() throws IOException {
        try (OutputClaim claim = (OutputClaim) OutputClaim.on(out())) {
            Files.setLastModifiedTime(file(), LONG_AGO);

            claim.renew();

            assertThat(Files.getLastModifiedTime(file())).isNotEqualTo(LONG_AGO);
        }
    }

    @Test
    void refusesARunBesideOneByThreads() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        Path out = folder.resolve("reports");
        BatchLock lock = BatchLock.on(out);
        try (lock) {
            assertThat(Batches.bySpark(tickets.toString(), out.toString(), Map.of("spark.master", "local[1]")))
                    .isEqualTo(3);
        }
    }
}
