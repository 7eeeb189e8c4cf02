package io.github.espial.cli;

import io.github.espial.batch.BatchListener;
import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Found;
import io.github.espial.batch.index.RowWriter;
import io.github.espial.diagnose.Severity;
import io.github.espial.report.Printable;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints a line for each case as it ends, and shows how far the batch has come. */
final class BatchLines implements BatchListener, AutoCloseable {
    private static final int VERDICT_WIDTH = 12;

    private final BatchArguments options;
    private final Terminal terminal;
    private final BatchProgressLine progress;
    private Optional<IOException> failure = Optional.empty();

    BatchLines(BatchArguments options, Terminal terminal, boolean showProgress) {
        this.options = options;
        this.terminal = terminal;
        this.progress = new BatchProgressLine(showProgress, terminal.err());
    }

    @Override
    public void called(String name, String inReports) {
        if (!options.showing().quiet()) {
            terminal.error(inReports + ": " + Printable.of(name));
        }
    }

    @Override
    public void planned(int cases, int unchanged, long octets) {
        progress.begin(cases - unchanged, octets);
    }

    @Override
    public void advanced(String caseName, long octets) {
        progress.advanced(caseName, octets);
    }

    @Override
    public void finished(CaseRow row, boolean isUnchanged, long octets) {
        boolean isJson = options.format() == ReportFormat.JSON;
        progress.finished(isUnchanged, octets);
        boolean isWanted = options.showing().all() || !isUnchanged;
        boolean isAskedFor = options.only().isEmpty()
                || BatchCommand.findings(row, options.only()).findAny().isPresent();
        progress.aside(() -> {
            // Each time, whether it failed now or before: nobody has looked at it as long as it fails.
            row.failed().ifPresent(failed -> terminal.error(ticket(row, failed.reason()) + failed.reason()));
            if (!options.showing().quiet() && isWanted && isAskedFor) {
                print(isJson ? RowWriter.line(row) : text(row));
            }
        });
    }

    /** @throws IOException when a line could not be printed; the batch went on all the same */
    void throwIfUnwritten() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public void close() {
        progress.close();
    }

    private String text(CaseRow row) {
        String found = BatchCommand.findings(row, options.only())
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Found::id)
                .distinct()
                .collect(Collectors.joining(" "));
        String verdict = row.verdict();
        return (verdict + " ".repeat(Math.max(1, VERDICT_WIDTH + 2 - verdict.length()))
                        + row.name().id() + "  " + found)
                .stripTrailing();
    }

    /** Its number where nothing else says it, for whoever has to look after it. */
    private static String ticket(CaseRow row, String reason) {
        String ticket = row.name().ticket();
        return ticket.isEmpty() || reason.contains(ticket) ? "" : "ticket " + ticket + ": ";
    }

    private void print(String line) {
        if (failure.isPresent()) {
            return;
        }
        try {
            terminal.print(line + "\n");
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }
}
