package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is built without the profile that adds Spark. */
class NoSparkTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void saysInOneLineThatSparkIsNotHere() {
        Run run = Run.of("batch", folder, "-o", folder.resolveSibling("reports"), "--engine", "spark");

        assertThat(run.err())
                .isEqualTo(
                        "espial: --engine spark: espial-spark.jar and Spark are not here: mvn -Pspark package puts them"
                                + " into target/espial/lib/spark\n");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    }
}
