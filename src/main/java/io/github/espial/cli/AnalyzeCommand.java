package io.github.espial.cli;

import io.github.espial.capture.CaptureSummary;
import io.github.espial.correlate.Given;
import io.github.espial.correlate.InnerScan;
import io.github.espial.correlate.Inside;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.observe.CaseScan;
import io.github.espial.observe.Observations;
import io.github.espial.observe.PointTally;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.TimeWindow;
import io.github.espial.read.CaptureArchive;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextReport;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code espial analyze}: diagnoses one case. */
final class AnalyzeCommand implements Command {
    private static final String STANDARD_INPUT = "-";
    /** SAs that could not be opened, of which standard error tells; the report tells of more. */
    private static final int NOTES = 10;

    @Override
    public String name() {
        return "analyze";
    }

    @Override
    public String summary() {
        return "Diagnose one case from its captures.";
    }

    @Override
    public String help() {
        return AnalyzeOptions.help();
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        AnalyzeOptions options = AnalyzeOptions.parse(arguments);
        List<CaptureSource> sources = sources(options, terminal);
        checkOutputs(options, sources);
        Optional<Given> given =
                options.keys().isEmpty() ? Optional.empty() : Optional.of(KeyFiles.read(options.keys(), terminal));
        CaseReport report = report(options, sources, given, terminal);
        if (!options.quiet()) {
            ReportWriter writer = writer(options, terminal);
            terminal.print(out -> writer.write(report, out));
        }
        for (OutputFile output : options.outputs()) {
            output.write(report);
        }
        return report.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private static List<CaptureSource> sources(AnalyzeOptions options, Terminal terminal)
            throws IOException, UsageException {
        List<CaptureSource> sources = new ArrayList<>();
        Set<Path> files = new HashSet<>();
        for (String input : options.inputs()) {
            if (input.equals(STANDARD_INPUT)) {
                sources.add(new CaptureSource.OfStream(terminal.in(), "standard input", options.limit()));
                continue;
            }
            Path path = path(input);
            if (Files.isRegularFile(path) && !files.add(path.toRealPath())) {
                terminal.error(input + ": given twice, read once");
            } else {
                sources.addAll(captures(new CaptureSource.OfFile(path, input, options.limit()), terminal));
            }
        }
        return sources;
    }

    /** The file itself, or the captures in it if it is an archive. */
    private static List<CaptureSource> captures(CaptureSource.OfFile file, Terminal terminal) throws IOException {
        if (!CaptureArchive.isArchive(file)) {
            return List.of(file);
        }
        CaptureArchive archive = CaptureArchive.open(file);
        archive.others().forEach(reason -> terminal.error("passed over " + reason));
        return archive.captures();
    }

    /** The path of an input; one that is not there is told now rather than after others have been read. */
    private static Path path(String input) throws IOException, UsageException {
        if (input.isEmpty()) {
            throw new UsageException("an input is an empty word; expected the name of a capture file");
        }
        try {
            Path path = Path.of(input);
            if (Files.notExists(path)) {
                throw new IOException(input + ": no such file" + FileNames.remark(input));
            }
            return path;
        } catch (InvalidPathException e) {
            throw new UsageException(input + ": not a file name: " + e.getReason());
        }
    }

    private static void checkOutputs(AnalyzeOptions options, List<CaptureSource> sources)
            throws IOException, UsageException {
        List<Path> inputs = sources.stream()
                .flatMap(source -> source.file().stream())
                .distinct()
                .toList();
        for (OutputFile output : options.outputs()) {
            output.checkBefore(inputs);
        }
    }

    private static CaseReport report(
            AnalyzeOptions options, List<CaptureSource> sources, Optional<Given> given, Terminal terminal)
            throws IOException, UsageException, InterruptedException {
        boolean showProgress = !options.quiet() && options.progress().on(terminal.errIsTerminal());
        CaseScan scan;
        Inside inside;
        try (ProgressLine progress = new ProgressLine(showProgress, terminal.err(), System::nanoTime)) {
            TimeWindow window = window(options, sources, progress);
            scan = CaseScan.of(sources, window, options.threads(), progress);
            inside = inside(options, sources, scan.observations(), given, window, progress);
        }
        CaseReport report = Diagnosis.of(scan, inside, options.stated(), Checks.all());
        warnings(scan, report).forEach(terminal::error);
        inside.notes().stream().limit(NOTES).forEach(note -> terminal.error("missing: " + note));
        return report;
    }

    /** A second pass is made only where there is something to open. */
    private static Inside inside(
            AnalyzeOptions options,
            List<CaptureSource> sources,
            Observations seen,
            Optional<Given> given,
            TimeWindow window,
            ProgressLine progress)
            throws IOException, InterruptedException {
        boolean looksClear = seen.sas().stream().anyMatch(SaTalk::looksClear);
        return given.isPresent() || looksClear
                ? InnerScan.of(sources, seen, given.orElse(Given.NOTHING), window, options.threads(), progress)
                : Inside.UNKNOWN;
    }

    private static TimeWindow window(AnalyzeOptions options, List<CaptureSource> sources, ProgressLine progress)
            throws IOException, UsageException, InterruptedException {
        if (options.from().isEmpty() && options.to().isEmpty()) {
            return TimeWindow.EVERYTHING;
        }
        long start = startOf(options, sources, progress);
        long from = options.from().map(bound -> bound.nanos(start)).orElse(Long.MIN_VALUE);
        long to = options.to().map(bound -> bound.nanos(start)).orElse(Long.MAX_VALUE);
        if (from > to) {
            throw new UsageException("--from is later than --to");
        }
        return new TimeWindow(from, to);
    }

    /** The time of the first frame of the case; read only where a time is counted from it. */
    private static long startOf(AnalyzeOptions options, List<CaptureSource> sources, ProgressLine progress)
            throws IOException, UsageException, InterruptedException {
        boolean isNeeded = Stream.of(options.from(), options.to())
                .flatMap(bound -> bound.stream())
                .anyMatch(TimeBound.AfterStart.class::isInstance);
        if (!isNeeded) {
            return 0;
        }
        if (!sources.stream().allMatch(CaptureSource::isRepeatable)) {
            throw new UsageException("--from and --to with + need the start of the capture, which standard input or a"
                    + " pipe cannot be asked for twice: give a file, or a time such as 2026-10-31T12:00:00Z");
        }
        CaseScan all = CaseScan.of(sources, TimeWindow.EVERYTHING, options.threads(), progress);
        return all.observations().points().stream()
                .filter(PointTally::hasTime)
                .mapToLong(PointTally::firstNanos)
                .min()
                .orElse(0);
    }

    /** What is to be said beside the report, as it may make the report worthless. */
    private static List<String> warnings(CaseScan scan, CaseReport report) {
        List<String> warnings = new ArrayList<>();
        boolean holdsFrames = scan.captures().stream().anyMatch(capture -> capture.frames() > 0);
        if (holdsFrames && scan.observations().points().isEmpty()) {
            warnings.add("no frame of the case lies within --from and --to");
        }
        report.captures().forEach(capture -> warnings.addAll(capture.unread()));
        warnings.addAll(twins(scan.captures()));
        return warnings;
    }

    private static List<String> twins(List<CaptureSummary> captures) {
        List<String> twins = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (CaptureSummary capture : captures) {
            capture.sha256().ifPresent(digest -> {
                String first = names.putIfAbsent(digest, capture.name());
                if (first != null) {
                    twins.add(capture.name() + ": the same octets as " + first
                            + ", so every frame of it counts twice; give it once");
                }
            });
        }
        return twins;
    }

    private static ReportWriter writer(AnalyzeOptions options, Terminal terminal) {
        boolean isColored = options.color().on(terminal.outIsTerminal() && terminal.allowsColor());
        return options.format() == ReportFormat.TEXT && isColored
                ? new TextReport(Palette.coloured())
                : options.format().writer();
    }
}
