package io.github.espial.cli;

import io.github.espial.capture.ReadProgress;
import java.io.PrintStream;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far captures have been read, once that takes longer than a person wants to wait without a word. */
final class ProgressLine implements ReadProgress, AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long MEBIOCTET = 1 << 20;
    private static final int WIDTH = 80;

    private final boolean isWanted;
    private final PrintStream err;
    private final long begun = System.nanoTime();
    private Optional<ProgressBar> bar = Optional.empty();

    ProgressLine(boolean isWanted, PrintStream err) {
        this.isWanted = isWanted;
        this.err = err;
    }

    @Override
    public synchronized void advanced(long octets, OptionalLong total) {
        if (!isWanted || System.nanoTime() - begun < PATIENCE_NANOS) {
            return;
        }
        if (bar.isEmpty()) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName("reading")
                    .setInitialMax(total.orElse(-1))
                    .setUnit(" MiB", MEBIOCTET)
                    .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                    .build());
        }
        bar.get().stepTo(octets);
    }

    @Override
    public synchronized void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
