package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final OptionalLong TOTAL = OptionalLong.of(200L << 20);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void saysNothingForASecond() {
        try (ProgressLine line = line(true)) {
            line.advanced(1 << 20, TOTAL);
            nanos.addAndGet(999_999_999);
            line.advanced(2 << 20, TOTAL);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void tellsTheShareThatHasBeenRead() {
        try (ProgressLine line = line(true)) {
            nanos.addAndGet(1_000_000_000);
            line.advanced(50 << 20, TOTAL);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("reading  25%", " 50/200 MiB")
                .doesNotContain("\u001b")
                .endsWith("\n")
                .containsOnlyOnce("\n");
    }

    @Test
    void tellsWhatHasBeenReadOfAStream() {
        try (ProgressLine line = line(true)) {
            nanos.addAndGet(5_000_000_000L);
            line.advanced(50 << 20, OptionalLong.empty());
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("reading", "50", "MiB");
    }

    @Test
    void saysNothingWhereItIsNotWanted() {
        try (ProgressLine line = line(false)) {
            nanos.addAndGet(5_000_000_000L);
            line.advanced(50 << 20, TOTAL);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private ProgressLine line(boolean isWanted) {
        return new ProgressLine(isWanted, new PrintStream(shown, true, StandardCharsets.UTF_8), nanos::get);
    }
}
