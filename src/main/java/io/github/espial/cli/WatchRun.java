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
import io.github.espial.report.text.Palette;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A run of {@code espial watch}. */
final class WatchRun {
    /** Windows that the past is looked at in. */
    private static final int WINDOWS = 9;

    private static final String STANDARD_INPUT = "-";

    private WatchRun() {}

    /** Watches until it ends, and writes what is to be written then. */
    static ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        if (WatchOptions.asksForList(arguments)) {
            terminal.print(WatchSource.list());
            return ExitStatus.CLEAN;
        }
        WatchOptions options = WatchOptions.parse(arguments);
        CaseFiles files = inputs(options, terminal);
        check(options, files);
        CaseQuestion question = options.usual().question();
        LiveCase live = new LiveCase(WatchSource.name(options, files), files.contexts(), question, WINDOWS);
        Duration window = options.keep().dividedBy(WINDOWS - 1);
        Watching.Limits limits =
                new Watching.Limits(options.time(), options.until().isReached(), window);
        Watching watching = new Watching(live, limits, System::nanoTime);
        try (StopSignal signal = StopSignal.calling(watching::stop);
                WatchBesides besides =
                        WatchBesides.begin(options.besides().wanted(), live, files.contexts(), System::nanoTime)) {
            Optional<Moment> last = watch(options, files, live, watching, besides, terminal);
            ExitStatus status = finish(options, files, last, terminal);
            signal.exitWith(status);
            return status;
        }
    }

    private static CaseFiles inputs(WatchOptions options, Terminal terminal) throws IOException, UsageException {
        List<String> inputs = options.usual().inputs();
        List<String> files =
                inputs.stream().filter(input -> !input.equals(STANDARD_INPUT)).toList();
        CaseFiles taken = CaseInputs.of(
                files,
                KeyFiles.read(options.usual().keys(), options.usual().deadline(), terminal),
                options.usual(),
                terminal);
        int sources = (files.size() < inputs.size() ? 1 : 0)
                + (options.capturing().isPresent() ? 1 : 0)
                + taken.captures().size();
        if (sources != 1) {
            throw new UsageException((sources == 0 ? "nothing to watch" : "one capture at a time")
                    + ": give -i INTERFACE, - for standard input, or a capture file that is being written"
                    + " (espial watch --help tells more)");
        }
        if (taken.captures().stream().anyMatch(capture -> !(capture instanceof CaptureSource.OfFile))) {
            throw new UsageException(taken.captures().get(0).name() + ": only a capture in a file of its own can grow");
        }
        return taken;
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

    private static Optional<Moment> watch(
            WatchOptions options,
            CaseFiles files,
            LiveCase live,
            Watching watching,
            WatchBesides besides,
            Terminal terminal)
            throws IOException, InterruptedException {
        String name = WatchSource.name(options, files);
        Optional<WatchScreen> screen = screen(options, name, terminal);
        Consumer<String> notices = screen.isPresent() ? screen.get()::note : terminal::error;
        Watching.Listener listener = besides.with(screen.isPresent() ? screen.get() : lines(options, terminal));
        try (LiveSource source = WatchSource.open(options, files, terminal, notices)) {
            if (!options.usual().showing().quiet() && options.capturing().isPresent()) {
                terminal.error("watching " + name);
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

    private static Optional<WatchScreen> screen(WatchOptions options, String name, Terminal terminal) {
        AnalyzeOptions.Showing showing = options.usual().showing();
        boolean isWanted = terminal.outIsTerminal()
                && !"dumb".equals(System.getenv("TERM"))
                && !showing.quiet()
                && options.usual().format() == ReportFormat.TEXT;
        if (!isWanted) {
            return Optional.empty();
        }
        Palette palette = showing.color().on(terminal.allowsColor()) ? Palette.colored() : Palette.plain();
        return Optional.of(new WatchScreen(terminal, name, palette, ZoneId.systemDefault(), System::nanoTime));
    }

    private static Watching.Listener lines(WatchOptions options, Terminal terminal) {
        if (options.usual().showing().quiet()) {
            return (moment, happenings) -> {};
        }
        return new WatchLines(terminal, options.usual().format() == ReportFormat.JSON, ZoneId.systemDefault());
    }

    private static ExitStatus finish(WatchOptions options, CaseFiles files, Optional<Moment> last, Terminal terminal)
            throws IOException {
        if (last.isEmpty()) {
            throw new IOException(WatchSource.name(options, files) + ": no capture began before the watching ended");
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
        boolean fails = options.besides().failsOnOngoing() ? last.get().isWrong() : report.hasErrors();
        return fails ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }
}
