package io.github.espial.cli;

import io.github.espial.capture.CaptureSummary;
import io.github.espial.cases.CaseAnalysis;
import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.UnanswerableException;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.ShortReport;
import io.github.espial.extract.tree.EvidenceFrames;
import io.github.espial.extract.tree.FrameTree;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextReport;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

/** {@code espial analyze}: diagnoses one case. */
final class AnalyzeCommand implements Command {
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
        return AnalyzeHelp.ofAnalyze();
    }

    @Override
    public Options options() {
        return AnalyzeOptions.options();
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        AnalyzeOptions options = AnalyzeOptions.parse(arguments);
        CaseFiles files = CaseInputs.of(options, terminal);
        checkOutputs(options, files.taken());
        CaseReport whole =
                report(options, files, terminal).called(options.showing().called());
        CaseReport report = options.showing().all() ? whole : ShortReport.of(whole);
        if (!options.showing().quiet()) {
            ReportWriter writer = writer(options, terminal);
            terminal.print(out -> writer.write(report, out));
        }
        List<FrameTree> frames = frames(options, files, report, terminal);
        for (ReportOutput output : options.outputs()) {
            output.write(report, frames, options.showing().language());
        }
        return report.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    /** Fails where an output cannot be written, or would replace anything that was taken in, whatever it is called. */
    static void checkOutputs(AnalyzeOptions options, Set<Path> taken) throws IOException, UsageException {
        for (ReportOutput output : options.outputs()) {
            output.checkBefore(inputs(options, taken));
        }
    }

    /** What was taken in, and the files with keys. */
    static List<Path> inputs(AnalyzeOptions options, Set<Path> taken) {
        return Stream.concat(taken.stream(), options.keys().stream().map(Path::of))
                .toList();
    }

    /** Has a case diagnosed, and says beside its report what may make it worthless. */
    static CaseReport report(AnalyzeOptions options, CaseFiles files, Terminal terminal)
            throws IOException, UsageException, InterruptedException {
        boolean showProgress =
                !options.showing().quiet() && options.showing().progress().on(terminal.errIsTerminal());
        CaseReport report;
        try (ProgressLine progress = new ProgressLine(showProgress, terminal.err(), System::nanoTime)) {
            report = CaseAnalysis.of(files, options.question(), progress, options.deadline());
        } catch (UnanswerableException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        warnings(options, report).forEach(terminal::error);
        report.innerTraffic().unopened().stream().limit(NOTES).forEach(note -> terminal.error("missing: " + note));
        return report;
    }

    /** What is to be said beside the report, as it may make the report worthless. */
    private static List<String> warnings(AnalyzeOptions options, CaseReport report) {
        List<String> warnings = new ArrayList<>();
        boolean holdsFrames = report.inputs().captures().stream()
                .anyMatch(capture -> capture.summary().frames() > 0);
        boolean isOfPart =
                options.question().from().isPresent() || options.question().to().isPresent();
        if (isOfPart
                && holdsFrames
                && report.inputs().captures().stream()
                        .allMatch(capture -> capture.points().isEmpty())) {
            warnings.add("no frame of the case lies within --from and --to");
        }
        report.inputs().captures().forEach(capture -> warnings.addAll(capture.unread()));
        warnings.addAll(twins(report.inputs().captures()));
        return warnings;
    }

    private static List<String> twins(List<CaseCapture> captures) {
        List<String> twins = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (CaseCapture capture : captures) {
            CaptureSummary summary = capture.summary();
            summary.sha256().ifPresent(digest -> {
                String first = names.putIfAbsent(digest, summary.name());
                if (first != null) {
                    twins.add(summary.name() + ": the same octets as " + first
                            + ", so every frame of it counts twice; give it once");
                }
            });
        }
        return twins;
    }

    private static List<FrameTree> frames(AnalyzeOptions options, CaseFiles files, CaseReport report, Terminal terminal)
            throws IOException {
        for (ReportOutput output : options.outputs()) {
            if (output.showsFrames()) {
                for (CaptureSource capture : files.captures()) {
                    if (!capture.hasFrames()) {
                        terminal.error(
                                capture.name() + ": only a scan of it is at hand, so the page shows no frames of it");
                    }
                }
                return EvidenceFrames.of(files.captures(), report);
            }
        }
        return List.of();
    }

    private static ReportWriter writer(AnalyzeOptions options, Terminal terminal) {
        if (options.format() != ReportFormat.TEXT) {
            return options.format().writer(options.showing().language());
        }
        boolean isColored = options.showing().color().on(terminal.outIsTerminal() && terminal.allowsColor());
        Palette palette = isColored ? Palette.colored() : Palette.plain();
        if (!terminal.outIsTerminal()) {
            return new TextReport(palette, options.showing().language().translation());
        }
        return new TextReport(
                palette,
                options.showing().language().translation(),
                options.showing().details() ? TextReport.Order.ANSWER_LAST : TextReport.Order.ANSWER_ONLY,
                terminal.columns());
    }
}
