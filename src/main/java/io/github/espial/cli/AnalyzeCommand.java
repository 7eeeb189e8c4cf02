package io.github.espial.cli;

import io.github.espial.capture.CaptureSource;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.observe.CaseScan;
import io.github.espial.observe.PointTally;
import io.github.espial.observe.TimeWindow;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextReport;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code espial analyze}: diagnoses one case. */
final class AnalyzeCommand implements Command {
    private static final String STANDARD_INPUT = "-";

    @Override
    public String name() {
        return "analyze";
    }

    @Override
    public String summary() {
        return "Diagnose one case from its captures.";
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        if (AnalyzeOptions.asksForHelp(arguments)) {
            AnalyzeOptions.printHelp(terminal.out());
            return ExitStatus.CLEAN;
        }
        AnalyzeOptions options = AnalyzeOptions.parse(arguments);
        List<CaptureSource> sources = sources(options, terminal);
        checkOutputs(options);
        CaseReport report = Diagnosis.of(scan(options, sources, terminal), options.stated(), Checks.all());
        report.missing().stream().filter(line -> line.contains("link type")).forEach(terminal::error);
        if (!options.quiet()) {
            print(report, options, terminal);
        }
        for (OutputFile output : options.outputs()) {
            output.write(report);
        }
        return report.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private static List<CaptureSource> sources(AnalyzeOptions options, Terminal terminal) throws UsageException {
        List<CaptureSource> sources = new ArrayList<>();
        for (String input : options.inputs()) {
            sources.add(
                    input.equals(STANDARD_INPUT)
                            ? new CaptureSource.OfStream(terminal.in(), STANDARD_INPUT)
                            : new CaptureSource.OfFile(path(input), input));
        }
        return sources;
    }

    private static Path path(String input) throws UsageException {
        try {
            return Path.of(input);
        } catch (InvalidPathException e) {
            throw new UsageException(input + ": not a file name: " + e.getReason());
        }
    }

    private static void checkOutputs(AnalyzeOptions options) throws IOException, UsageException {
        List<Path> inputs = new ArrayList<>();
        for (String input : options.inputs()) {
            if (!input.equals(STANDARD_INPUT)) {
                inputs.add(path(input));
            }
        }
        for (OutputFile output : options.outputs()) {
            output.checkBefore(inputs);
        }
    }

    private static CaseScan scan(AnalyzeOptions options, List<CaptureSource> sources, Terminal terminal)
            throws IOException, UsageException, InterruptedException {
        boolean showProgress = !options.quiet() && options.progress().on(terminal.errIsTerminal());
        try (ProgressLine progress = new ProgressLine(showProgress, terminal.err())) {
            TimeWindow window = TimeWindow.EVERYTHING;
            if (options.from().isPresent() || options.to().isPresent()) {
                long start = startOf(options, sources, progress);
                window = new TimeWindow(
                        options.from().map(bound -> bound.nanos(start)).orElse(Long.MIN_VALUE),
                        options.to().map(bound -> bound.nanos(start)).orElse(Long.MAX_VALUE));
            }
            return CaseScan.of(sources, window, options.threads(), progress);
        }
    }

    /** The time of the first frame of the case; read only where a time is counted from it. */
    private static long startOf(AnalyzeOptions options, List<CaptureSource> sources, ProgressLine progress)
            throws IOException, UsageException, InterruptedException {
        boolean isNeeded = options.from()
                        .filter(TimeBound.AfterStart.class::isInstance)
                        .isPresent()
                || options.to().filter(TimeBound.AfterStart.class::isInstance).isPresent();
        if (!isNeeded) {
            return 0;
        }
        if (options.inputs().contains(STANDARD_INPUT)) {
            throw new UsageException(
                    "--from and --to with + need the start of the capture, which standard input cannot be"
                            + " asked for twice: give a file, or a time such as 2026-10-31T12:00:00Z");
        }
        CaseScan all = CaseScan.of(sources, TimeWindow.EVERYTHING, options.threads(), progress);
        return all.observations().points().stream()
                .filter(PointTally::hasTime)
                .mapToLong(PointTally::firstNanos)
                .min()
                .orElse(0);
    }

    private static void print(CaseReport report, AnalyzeOptions options, Terminal terminal) throws IOException {
        boolean isColored = System.getenv("NO_COLOR") == null
                ? options.color().on(terminal.outIsTerminal())
                : options.color() == AnalyzeOptions.Choice.ALWAYS;
        ReportWriter writer = options.format() == ReportFormat.TEXT && isColored
                ? new TextReport(Palette.coloured())
                : options.format().writer();
        writer.write(report, terminal.out());
        terminal.out().flush();
    }
}
