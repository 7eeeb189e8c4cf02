package io.github.espial.cli;

import io.github.espial.report.Printable;
import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how many cases and octets are done, how fast that goes, the time left, and a case that is being read. */
final class BatchProgressLine implements AutoCloseable {
    private static final long MEBIOCTET = 1 << 20;
    private static final int WIDTH = 100;
    private static final int NAME_WIDTH = 24;

    private final boolean isWanted;
    private final PrintStream err;
    private Optional<ProgressBar> bar = Optional.empty();
    private int cases;
    private int done;

    BatchProgressLine(boolean isWanted, PrintStream err) {
        this.isWanted = isWanted;
        this.err = err;
    }

    synchronized void begin(int toDo, long octets) {
        cases = toDo;
        if (isWanted && toDo > 0) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName("batch")
                    .setInitialMax(octets)
                    .setUnit(" MiB", MEBIOCTET)
                    .showSpeed()
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new OpenLine(err))
                    .build());
        }
    }

    synchronized void advanced(String caseName, long octets) {
        bar.ifPresent(line -> {
            line.stepBy(octets);
            line.setExtraMessage(" " + done + "/" + cases + " " + shortened(Printable.of(caseName)));
        });
    }

    synchronized void finished(boolean isUnchanged, long octets) {
        done += isUnchanged ? 0 : 1;
        bar.ifPresent(line -> line.stepBy(octets));
    }

    /** Has something printed on lines of its own. */
    synchronized void aside(Runnable printing) {
        if (bar.isPresent()) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
        }
        printing.run();
    }

    @Override
    public synchronized void close() {
        if (bar.isPresent()) {
            bar.get().close();
            bar = Optional.empty();
            err.println();
        }
    }

    private static String shortened(String name) {
        return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 3) + "...";
    }

    /** Leaves the end of the line to its user. */
    private static final class OpenLine extends ConsoleProgressBarConsumer {
        OpenLine(PrintStream err) {
            super(err, WIDTH);
        }

        @Override
        public void close() {}
    }
}
