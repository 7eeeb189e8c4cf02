package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparkBatchTest {
    @Test
    void isABatchWhoseFoldersAreNamed() {
        assertThat(SparkBatch.words(List.of("--input", "s3a://in", "--output", "s3a://out", "--lang", "de")))
                .containsExactly(
                        "batch",
                        "--engine",
                        "spark",
                        "--output",
                        "s3a://out",
                        "--lang",
                        "de",
                        "--fail-on",
                        "nothing",
                        "s3a://in");
        assertThat(SparkBatch.words(List.of("--input=hdfs:///a b", "--output=/out")))
                .startsWith("batch")
                .endsWith("hdfs:///a b");
    }

    @Test
    void failsOnWhatItWasToldToFailOn() {
        assertThat(SparkBatch.words(List.of("--input", "in", "--output", "out", "--fail-on", "new")))
                .doesNotContain("nothing");
    }
}
