package io.github.espial.cli;

import io.github.espial.store.ReadProgress;
import java.io.PrintStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far captures have been read, once that takes longer than a person wants to wait without a word. */
final class ProgressLine implements ReadProgress, AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long MEBIOCTET = 1 << 20;
    private static final int WIDTH = 80;

    private final boolean isWanted;
    private final PrintStream err;
    private final LongSupplier nanos;
    private final long begun;
    private Optional<ProgressBar> bar = Optional.empty();

    /** Begins to wait; {@code nanos} is a clock of nanoseconds from any origin. */
    ProgressLine(boolean isWanted, PrintStream err, LongSupplier nanos) {
        this.isWanted = isWanted;
        this.err = err;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    @Override
    public synchronized void advanced(long octets, OptionalLong total) {
        if (!isWanted || nanos.getAsLong() - begun < PATIENCE_NANOS) {
            return;
        }
        if (bar.isEmpty()) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName("reading")
                    .setInitialMax(total.orElse(-1))
                    .setUnit(" MiB", MEBIOCTET)
                    // No colors, no blocks: it may go to a file, or to a terminal that knows neither.
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new OpenLine(err))
                    .build());
        }
        bar.get().stepTo(octets);
    }

    /** Ends the line, so that what follows starts on one of its own. */
    @Override
    public synchronized void close() {
        if (bar.isPresent()) {
            bar.get().close();
            bar = Optional.empty();
            err.println();
        }
    }

    /** Leaves the end of the line to its user: a bar that is closed as soon as it is built would not end it. */
    private static final class OpenLine extends ConsoleProgressBarConsumer {
        OpenLine(PrintStream err) {
            super(err, WIDTH);
        }

        @Override
        public void close() {}
    }
}
