package io.github.espial.cli;

import io.github.espial.batch.BatchOptions;
import io.github.espial.batch.BatchResult;
import io.github.espial.batch.BatchRun;
import io.github.espial.batch.SummaryText;
import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Found;
import io.github.espial.diagnose.Severity;
import io.github.espial.report.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

/** {@code espial batch}: diagnoses every case of a folder. */
final class BatchCommand implements Command {
    /** Lines of one kind that standard error tells. */
    private static final int NAMED = 10;

    /** What the run is given to write its index when the process is told to end. */
    private static final long LAST_SECONDS = 20;

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public String summary() {
        return "Diagnose every case of a folder, and keep an index over all.";
    }

    @Override
    public String help() {
        return BatchArguments.help();
    }

    @Override
    public Options options() {
        return BatchArguments.options();
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        BatchArguments options = BatchArguments.parse(arguments);
        options.asked().reports().redaction().flatMap(RedactOption::remark).ifPresent(terminal::error);
        boolean showProgress =
                !options.showing().quiet() && options.showing().progress().on(terminal.errIsTerminal());
        CountDownLatch end = new CountDownLatch(1);
        Ending ending = new Ending(end);
        BatchResult result;
        try (BatchLines lines = new BatchLines(options, terminal, showProgress)) {
            result = run(options, lines, ending);
            lines.throwIfUnwritten();
        } finally {
            ending.forget();
            end.countDown();
        }
        tell(options, result, terminal);
        if (options.summary().isPresent()) {
            byte[] summary = SummaryText.of(result).getBytes(StandardCharsets.UTF_8);
            options.summary().get().write(out -> out.write(summary));
        }
        return status(options, result);
    }

    private static BatchResult run(BatchArguments options, BatchLines lines, Ending ending)
            throws IOException, InterruptedException {
        BatchOptions asked = options.asked();
        if (options.elsewhere().isEmpty()) {
            return BatchRun.of(asked, lines, ending);
        }
        BatchArguments.Elsewhere elsewhere = options.elsewhere().get();
        return elsewhere.engine().run(elsewhere.asked(), asked.folder(), asked.out(), lines, ending);
    }

    private static void tell(BatchArguments options, BatchResult result, Terminal terminal) throws IOException {
        result.passedOver().stream().limit(NAMED).forEach(line -> terminal.error("passed over " + line));
        if (result.passedOver().size() > NAMED) {
            terminal.error("passed over " + (result.passedOver().size() - NAMED) + " more");
        }
        result.unwritten().forEach(terminal::error);
        if (result.isStopped()) {
            terminal.error("stopped; the same command goes on from here");
        }
        if (!options.showing().quiet() && options.format() == ReportFormat.TEXT) {
            terminal.print(sum(result) + "\n"
                    + Printable.of(options.asked().out().resolve("index.html").toString()) + "\n");
        }
    }

    private static String sum(BatchResult result) {
        return SummaryText.sum(result.rows())
                + (result.unchanged() == 0 ? "" : "; " + result.unchanged() + " unchanged since they were diagnosed");
    }

    private static ExitStatus status(BatchArguments options, BatchResult result) {
        boolean isUnfinished = result.isStopped() || !result.unwritten().isEmpty();
        if (options.failOn().isNothing()) {
            return isUnfinished ? ExitStatus.UNREADABLE : ExitStatus.CLEAN;
        }
        boolean isUnreadable = isUnfinished
                || result.rows().stream()
                        .anyMatch(row -> options.failOn().isNewOnly()
                                ? result.earlier().isNewlyFailed(row)
                                : row.failed().isPresent());
        if (isUnreadable) {
            return ExitStatus.UNREADABLE;
        }
        boolean isFound = result.rows().stream()
                .anyMatch(row -> findings(row, options.only())
                        .filter(found -> isAsBad(found, options.failOn().least()))
                        .anyMatch(found -> !options.failOn().isNewOnly()
                                || result.earlier().isNew(row, found)));
        return isFound ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    /** The findings of a case that the user wants to hear of. */
    static Stream<Found> findings(CaseRow row, List<String> only) {
        return row.diagnosed().stream()
                .flatMap(diagnosed -> diagnosed.findings().stream())
                .filter(found -> only.isEmpty() || only.contains(found.id()));
    }

    private static boolean isAsBad(Found found, Severity least) {
        return found.severity().compareTo(least) <= 0;
    }

    /** Has the run end in good order when the process is told to end. */
    private static final class Ending implements BatchRun.StoppingTaker {
        private final CountDownLatch end;
        private Thread hook = new Thread();

        Ending(CountDownLatch end) {
            this.end = end;
        }

        @Override
        public void take(BatchRun.Stopping stopping) {
            hook = new Thread(() -> {
                stopping.stop();
                try {
                    end.await(LAST_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Runtime.getRuntime().addShutdownHook(hook);
        }

        void forget() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process ends already, by this very hook.
                hook.interrupt();
            }
        }
    }
}
