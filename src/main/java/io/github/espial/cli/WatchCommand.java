package io.github.espial.cli;

import io.github.espial.capture.CaptureException;
import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.ShortReport;
import io.github.espial.live.FrameRecorder;
import io.github.espial.live.HappeningLine;
import io.github.espial.live.LiveCase;
import io.github.espial.live.LiveSource;
import io.github.espial.live.Moment;
import io.github.espial.live.RecordedFiles;
import io.github.espial.live.Watching;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@code espial watch}: the same analysis while the capture runs. */
final class WatchCommand implements Command {
    /** Windows that the past is looked at in. */
    private static final int WINDOWS = 9;

    private static final String STANDARD_INPUT = "-";

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String summary() {
        return "Watch a capture while it runs, on the failing server itself: which next hop ESP takes now.";
    }

    @Override
    public String help() {
        return WatchHelp.text();
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        if (WatchOptions.asksForList(arguments)) {
            terminal.print(WatchSource.list());
            return ExitStatus.CLEAN;
        }
        WatchOptions options = WatchOptions.parse(arguments);
        CaseFiles words = words(options, terminal);
        check(options, words);
        CaseQuestion question = options.usual().question();
        LiveCase live = new LiveCase(sourceName(options), words.contexts(), question, WINDOWS);
        Duration window = options.keep().dividedBy(WINDOWS - 1);
        Watching.Limits limits =
                new Watching.Limits(options.time(), options.until().isReached(), window);
        Watching watching = new Watching(live, limits, System::nanoTime);
        try (StopSignal signal = StopSignal.calling(watching::stop)) {
            Optional<Moment> last = watch(options, live, watching, terminal);
            ExitStatus status = finish(options, last, terminal);
            signal.exitWith(status);
            return status;
        }
    }

    private static CaseFiles words(WatchOptions options, Terminal terminal) throws IOException, UsageException {
        List<String> inputs = options.usual().inputs();
        boolean isPiped = inputs.contains(STANDARD_INPUT);
        if (isPiped == options.capturing().isPresent()) {
            throw new UsageException((isPiped ? "- and -i exclude each other" : "nothing to watch")
                    + ": give -i INTERFACE, or - for a capture on standard input (espial watch --help tells more)");
        }
        List<String> others =
                inputs.stream().filter(input -> !input.equals(STANDARD_INPUT)).toList();
        CaseFiles files = CaseInputs.of(
                others,
                KeyFiles.read(options.usual().keys(), options.usual().deadline(), terminal),
                options.usual(),
                terminal);
        if (!files.captures().isEmpty()) {
            throw new UsageException(files.captures().get(0).name()
                    + ": not words of a machine; to watch a file while it grows: tail -c +1 -F FILE | espial watch -");
        }
        return files;
    }

    private static void check(WatchOptions options, CaseFiles words) throws IOException, UsageException {
        List<Path> inputs = AnalyzeCommand.inputs(options.usual(), words.taken());
        for (ReportOutput output : options.usual().outputs()) {
            output.checkBefore(inputs);
        }
        if (options.recorded().isPresent()) {
            options.recorded().get().checkBefore(inputs);
        }
    }

    private static String sourceName(WatchOptions options) {
        return options.capturing()
                .map(capturing -> String.join(", ", capturing.settings().names()))
                .orElse("standard input");
    }

    private static Optional<Moment> watch(WatchOptions options, LiveCase live, Watching watching, Terminal terminal)
            throws IOException, InterruptedException {
        Watching.Listener listener = listener(options, terminal);
        try (LiveSource source = WatchSource.open(options, terminal)) {
            if (!options.usual().showing().quiet() && options.capturing().isPresent()) {
                terminal.error("watching " + sourceName(options));
            }
            return watch(options, live, watching, source, listener);
        }
    }

    /** Why a source has nothing more to give says more than what is wrong with what it gave. */
    private static Optional<Moment> watch(
            WatchOptions options, LiveCase live, Watching watching, LiveSource source, Watching.Listener listener)
            throws IOException, InterruptedException {
        try {
            Optional<Moment> last = options.recorded().isEmpty()
                    ? watching.run(() -> live.read(source.octets(), FrameRecorder.NONE), listener)
                    : record(options, live, watching, source, listener);
            if (!watching.wasStopped()) {
                source.throwIfFailed();
            }
            return last;
        } catch (CaptureException e) {
            source.throwIfFailed();
            throw e;
        }
    }

    private static Optional<Moment> record(
            WatchOptions options, LiveCase live, Watching watching, LiveSource source, Watching.Listener listener)
            throws IOException, InterruptedException {
        RecordedFiles files = new RecordedFiles(
                options.recorded().orElseThrow().path(),
                options.ring(),
                "espial " + Version.current(),
                ZoneId.systemDefault());
        try {
            return watching.run(() -> live.read(source.octets(), files), (moment, happenings) -> {
                live.between(files::flush);
                listener.seen(moment, happenings);
            });
        } finally {
            live.between(files::close);
        }
    }

    private static Watching.Listener listener(WatchOptions options, Terminal terminal) {
        if (options.usual().showing().quiet()) {
            return (moment, happenings) -> {};
        }
        return new WatchLines(terminal, options.usual().format() == ReportFormat.JSON, ZoneId.systemDefault());
    }

    private static ExitStatus finish(WatchOptions options, Optional<Moment> last, Terminal terminal)
            throws IOException {
        if (last.isEmpty()) {
            throw new IOException(sourceName(options) + ": no capture began before the watching ended");
        }
        boolean isJson = options.usual().format() == ReportFormat.JSON;
        if (isJson && !options.usual().showing().quiet()) {
            terminal.print(HappeningLine.ofEnd(last.get()));
        }
        CaseReport whole = last.get().report();
        CaseReport report = options.usual().showing().all() ? whole : ShortReport.of(whole);
        for (ReportOutput output : options.usual().outputs()) {
            output.write(report, List.of(), options.usual().showing().language());
        }
        boolean fails = options.failsOnOngoing() ? last.get().isWrong() : report.hasErrors();
        return fails ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }
}
