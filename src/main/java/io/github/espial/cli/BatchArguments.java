package io.github.espial.cli;

import io.github.espial.batch.AskedBatch;
import io.github.espial.batch.BatchEngine;
import io.github.espial.batch.BatchOptions;
import io.github.espial.batch.ReportKind;
import io.github.espial.batch.Reporting;
import io.github.espial.batch.ScansBeside;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.report.lang.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks {@code espial batch} for.
 *
 * @param asked of the batch
 * @param elsewhere who runs it, if not threads of this process
 * @param format what goes to standard output
 * @param failOn what makes the exit status 1 or 3
 * @param only ids of findings that standard output and exit status are about; empty for all
 * @param showing what the terminal shows
 * @param summary a few lines for a chat or a mail
 */
record BatchArguments(
        BatchOptions asked,
        Optional<Elsewhere> elsewhere,
        ReportFormat format,
        FailOn failOn,
        List<String> only,
        Showing showing,
        Optional<WholeFile> summary) {
    /**
     * An engine, and what it is asked.
     *
     * @param asked the same as {@link BatchArguments#asked()}
     */
    record Elsewhere(BatchEngine engine, AskedBatch asked) {}

    /**
     * What makes the exit status speak.
     *
     * @param least findings of this severity or a worse one count
     * @param isNewOnly whether only findings and failures count that the run before did not have
     * @param isNothing whether neither findings nor failures count
     */
    record FailOn(Severity least, boolean isNewOnly, boolean isNothing) {}

    /**
     * What the terminal shows.
     *
     * @param quiet whether to print no results and no progress
     * @param all whether to print a line for cases too that have not changed
     * @param progress whether to show progress
     */
    record Showing(boolean quiet, boolean all, AnalyzeOptions.Choice progress) {}

    private static final String SUMMARY = ".txt";

    private static final String USUAL_REPORTS = "html,json,txt";

    static BatchArguments parse(List<String> arguments) throws UsageException, IOException {
        CommandLine line = AnalyzeOptions.commandLine("batch", options(), arguments);
        if (line.getArgList().size() != 1) {
            throw new UsageException("batch takes one folder with cases, not "
                    + line.getArgList().size() + " (espial batch --help tells more)");
        }
        Optional<BatchEngine> engine = EngineOption.engine(line);
        Path folder = path(engine, line.getArgList().get(0));
        List<String> outputs = AnalyzeOptions.values(line, "output");
        Path out = path(
                engine,
                outputs.stream()
                        .filter(output -> !isSummary(output))
                        .reduce((first, last) -> last)
                        .orElseThrow(() -> new UsageException("no folder for the reports: give -o OUT")));
        checkFolders(folder, out);
        Optional<WholeFile> summary = Optional.empty();
        for (String output : outputs) {
            if (isSummary(output)) {
                WholeFile file = WholeFile.parse(output);
                file.checkBefore(List.of());
                summary = Optional.of(file);
            }
        }
        BatchOptions asked = asked(line, folder, out);
        return new BatchArguments(
                asked,
                engine.map(one -> new Elsewhere(one, new EngineOption.InWords(arguments))),
                AnalyzeOptions.format(line),
                failOn(line),
                only(line),
                new Showing(line.hasOption("quiet"), line.hasOption("all"), AnalyzeOptions.choice(line, "progress")),
                summary);
    }

    /** What {@code line} asks of the batch of {@code folder}. */
    static BatchOptions asked(CommandLine line, Path folder, Path out) throws UsageException {
        CaseQuestion question = new CaseQuestion(
                StatementOptions.parse(
                        AnalyzeOptions.values(line, "server"),
                        AnalyzeOptions.values(line, "gateway"),
                        AnalyzeOptions.values(line, "next-hop")),
                AnalyzeOptions.bound(line, "from"),
                AnalyzeOptions.bound(line, "to"),
                AnalyzeOptions.threads(line));
        return new BatchOptions(
                folder,
                out,
                new Reporting(
                        reports(
                                AnalyzeOptions.value(line, "reports").orElse(USUAL_REPORTS),
                                AnalyzeOptions.language(line)),
                        RedactOption.key(line)),
                question,
                limits(line),
                memory(line),
                Version.current(),
                new BatchOptions.Reuse(
                        line.hasOption("force"), new ScansBeside(Version.current(), ScansBeside.USUAL_LEAST)));
    }

    /** Usage and options. */
    static String help() {
        StringBuilder text = new StringBuilder("""
                usage: espial batch FOLDER -o OUT [OPTION...]

                Diagnose many cases. Each folder, archive (zip, 7z, tar, compressed or not) and capture in FOLDER is a
                case. OUT takes an index over all (index.html, .csv, .jsonl, .sqlite) and the reports of each case
                (cases/ID). Cases that have not changed since the last run are not diagnosed again.

                """);
        AnalyzeOptions.appendOptions(text, options());
        return text.toString();
    }

    static Options options() {
        return EngineOption.addTo(new Options())
                .addOption(AnalyzeOptions.valued(
                        "o",
                        "output",
                        "OUT",
                        "folder for the index and the reports; NAME.txt: a summary for a chat or a mail as well"))
                .addOption(AnalyzeOptions.valued(
                        null,
                        "reports",
                        "LIST",
                        "reports of each case: " + String.join(",", ReportFormat.names()) + " (default " + USUAL_REPORTS
                                + ")"))
                .addOption(AnalyzeOptions.valued(
                        "f", "format", "text|json", "a line of this for each case on standard output (default text)"))
                .addOption(AnalyzeOptions.valued(
                        null,
                        "fail-on",
                        "error|warning|new|nothing",
                        "exit with 1 where a finding is as bad (default error); new: only findings and failures count that"
                                + " the run before did not have (repeatable); nothing: none counts"))
                .addOption(flag(null, "all", "a line on standard output for cases too that have not changed"))
                .addOption(AnalyzeOptions.valued(
                        null,
                        "only",
                        "FINDING",
                        "standard output and exit status are about cases with this finding (repeatable)"))
                .addOption(RedactOption.option())
                .addOption(flag(null, "force", "diagnose cases anew that have not changed"))
                .addOption(AnalyzeOptions.valued(null, "server", "ADDRESS|MAC", "the failing machine of all cases"))
                .addOption(AnalyzeOptions.valued(null, "gateway", "ADDRESS[=MAC]", "the default gateway of all cases"))
                .addOption(AnalyzeOptions.valued(
                        null, "next-hop", "PEER=ADDRESS[=MAC]", "the proper next hop of a peer (repeatable)"))
                .addOption(AnalyzeOptions.valued(null, "from", "TIME", "only frames from here on, as for analyze"))
                .addOption(AnalyzeOptions.valued(null, "to", "TIME", "only frames up to here"))
                .addOption(AnalyzeOptions.valued(
                        null, "memory", "SIZE", "heap that all cases together may take (default: 3/4 of it)"))
                .addOption(
                        AnalyzeOptions.valued(null, "max-time", "SECONDS", "most that one case may take (default 600)"))
                .addOption(AnalyzeOptions.valued(
                        null, "max-size", "SIZE", "most that the captures of one case may have (default 256G)"))
                .addOption(AnalyzeOptions.valued(
                        null, "max-decompressed", "SIZE", "most that a compressed capture may become, as for analyze"))
                .addOption(AnalyzeOptions.valued(
                        null, "threads", "N", "cases to diagnose at the same time (default: processors)"))
                .addOption(AnalyzeOptions.valued(
                        null, AnalyzeOptions.LANGUAGE, "en|de", "language of the reports of cases (default en)"))
                .addOption(AnalyzeOptions.valued(null, "progress", "WHEN", "auto, always or never (default auto)"))
                .addOption(flag("q", "quiet", "print no results and no progress"))
                .addOption(flag("h", "help", "this text"));
    }

    private static Option flag(@Nullable String letter, String name, String text) {
        return Option.builder(letter).longOpt(name).desc(text).get();
    }

    private static Path path(Optional<BatchEngine> engine, String text) throws UsageException, IOException {
        return engine.isPresent() && !text.isEmpty() ? engine.get().folder(text) : path(text);
    }

    private static Path path(String text) throws UsageException {
        if (text.isEmpty()) {
            throw new UsageException("the name of a folder is an empty word");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException(text + ": not a file name: " + e.getReason());
        }
    }

    private static void checkFolders(Path folder, Path out) throws UsageException, IOException {
        if (Files.notExists(folder)) {
            throw new IOException(folder + ": no such folder" + FileNames.remark(folder.toString()));
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": not a folder; espial analyze takes a single file");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new IOException(out + ": cannot be written: it is no folder");
        }
        Path cases = folder.toRealPath();
        Path reports =
                Files.exists(out) ? out.toRealPath() : out.toAbsolutePath().normalize();
        if (cases.equals(reports) || cases.startsWith(reports.resolve("cases"))) {
            throw new UsageException("--output " + out + ": the reports must lie elsewhere than the cases");
        }
    }

    private static List<ReportKind> reports(String list, Language language) throws UsageException {
        List<ReportKind> reports = new ArrayList<>();
        for (String ending : list.split(",", -1)) {
            ReportFormat format = ReportFormat.of("." + ending)
                    .filter(known -> ending.matches("\\w+"))
                    .orElseThrow(() -> new UsageException("--reports " + list + ": expected some of "
                            + String.join(",", ReportFormat.names()) + ", with commas between them"));
            if (reports.stream().noneMatch(report -> report.ending().equalsIgnoreCase(ending))) {
                reports.add(new ReportKind(format.ending(), language.code(), () -> format.writer(language)));
            }
        }
        return reports;
    }

    private static BatchOptions.Limits limits(CommandLine line) throws UsageException {
        BatchOptions.Limits usual = BatchOptions.Limits.USUAL;
        return new BatchOptions.Limits(
                AnalyzeOptions.time(line).orElse(usual.time()),
                AnalyzeOptions.size(line, "max-size").orElse(usual.octets()),
                AnalyzeOptions.limit(line));
    }

    private static long memory(CommandLine line) throws UsageException {
        long heap = Runtime.getRuntime().maxMemory();
        long memory = AnalyzeOptions.size(line, "memory").orElse(heap / 4 * 3);
        if (memory > heap) {
            throw new UsageException(
                    "--memory: the heap has " + (heap >> 20) + " MiB only; ESPIAL_OPTS=-Xmx4g gives it more");
        }
        return memory;
    }

    /** The words may stand together, as in {@code --fail-on new --fail-on warning}. */
    private static FailOn failOn(CommandLine line) throws UsageException {
        Severity least = Severity.ERROR;
        boolean isNewOnly = false;
        boolean isNothing = false;
        for (String word : AnalyzeOptions.values(line, "fail-on")) {
            switch (word) {
                case "error" -> least = Severity.ERROR;
                case "warning" -> least = Severity.WARNING;
                case "new" -> isNewOnly = true;
                case "nothing" -> isNothing = true;
                default -> throw new UsageException("--fail-on " + word + ": expected error, warning, new or nothing");
            }
        }
        return new FailOn(least, isNewOnly, isNothing);
    }

    private static boolean isSummary(String output) {
        return output.toLowerCase(Locale.ROOT).endsWith(SUMMARY);
    }

    private static List<String> only(CommandLine line) throws UsageException {
        List<String> only = AnalyzeOptions.values(line, "only");
        for (String id : only) {
            if (Checks.all().stream().map(Check::id).noneMatch(id::equals)) {
                throw new UsageException("--only " + id + ": there is no such finding (espial explain lists all)");
            }
        }
        return only;
    }
}
