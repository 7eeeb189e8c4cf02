package io.github.espial.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stress test of {@code testdata/bench/batch.sh}, with a few tickets. */
class BatchStressTest {
    private static final List<String> ESPIAL = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            "io.github.espial.cli.Main");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyTicketGetsItsVerdictHoweverOftenTheRunIsKilled() throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        BatchStress stress = new BatchStress(ESPIAL, folder, Path.of("testdata"), nowhere);
        assertThat(stress.run(40, 3, List.of(200_000L))).isEmpty();
    }
}
