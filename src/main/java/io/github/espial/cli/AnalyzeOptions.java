package io.github.espial.cli;

import io.github.espial.bytes.Deadline;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.cases.TimeBound;
import io.github.espial.infer.Breadth;
import io.github.espial.report.Printable;
import io.github.espial.report.lang.Language;
import io.github.espial.store.DecompressionLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks {@code espial analyze} for, or {@code espial compare}, which takes the same options.
 *
 * @param inputs captures, context files, folders and archives as typed, {@code -} for standard input
 * @param keys files with keys or policies, as typed
 * @param outputs reports to write
 * @param format what goes to standard output
 * @param question what is asked of the case
 * @param showing what the terminal shows
 * @param limit how large a capture may become when it is decompressed
 * @param deadline when the report is due, with what there is by then
 */
record AnalyzeOptions(
        List<String> inputs,
        List<String> keys,
        List<ReportOutput> outputs,
        ReportFormat format,
        CaseQuestion question,
        Showing showing,
        DecompressionLimit limit,
        Deadline deadline) {
    /**
     * What the terminal shows.
     *
     * @param quiet whether to print no report and no progress
     * @param color whether to color the report
     * @param progress whether to show progress
     * @param details whether to show more than the answer where a person reads it
     * @param all whether reports hold everything, however much that is
     * @param language of texts
     * @param redaction under which the case is redacted before it is read; empty where it is read as it is
     * @param called number or name of the case; empty where it is not told
     */
    record Showing(
            boolean quiet,
            Choice color,
            Choice progress,
            boolean details,
            boolean all,
            Language language,
            Optional<Redaction> redaction,
            String called) {}

    /** The option that names the language of texts. */
    static final String LANGUAGE = "lang";

    private static final int HELP_WIDTH = 100;
    private static final int MOST_THREADS = 256;
    private static final int MOST_SECONDS_DIGITS = 9;

    /** Whether to do what only suits a terminal. */
    enum Choice {
        AUTO,
        ALWAYS,
        NEVER;

        boolean on(boolean isTerminal) {
            return this == ALWAYS || (this == AUTO && isTerminal);
        }
    }

    /** Reads the arguments of {@code espial analyze}. */
    static AnalyzeOptions parse(List<String> arguments) throws UsageException {
        AnalyzeOptions options = parse("analyze", arguments);
        if (options.inputs().isEmpty()) {
            throw new UsageException(
                    "no input: give a capture file, or - for standard input (espial analyze --help tells more)");
        }
        return options;
    }

    /** Reads the arguments of {@code command}, with any number of inputs. */
    static AnalyzeOptions parse(String command, List<String> arguments) throws UsageException {
        CommandLine line = commandLine(command, options(), arguments);
        List<ReportOutput> outputs = new ArrayList<>();
        for (String output : values(line, "output")) {
            outputs.add(ReportOutput.parse(output));
        }
        return of(line, outputs);
    }

    /** What {@code line} says, with outputs that were read already. */
    static AnalyzeOptions of(CommandLine line, List<ReportOutput> outputs) throws UsageException {
        List<String> inputs = line.getArgList();
        if (inputs.stream().filter("-"::equals).count() > 1) {
            throw new UsageException("standard input (-) can be read only once");
        }
        Optional<Redaction> redaction = RedactOption.redaction(line);
        CaseQuestion question = new CaseQuestion(
                StatementOptions.parse(values(line, "server"), values(line, "gateway"), values(line, "next-hop")),
                bound(line, "from"),
                bound(line, "to"),
                threads(line),
                line.hasOption("all") ? Breadth.ALL : Breadth.BUSIEST);
        Showing showing = new Showing(
                line.hasOption("quiet"),
                choice(line, "color"),
                choice(line, "progress"),
                line.hasOption("details"),
                line.hasOption("all"),
                language(line),
                redaction,
                Printable.of(value(line, "case").orElse("")));
        return new AnalyzeOptions(
                List.copyOf(inputs),
                values(line, "keys"),
                outputs,
                format(line),
                redaction.isPresent() ? redaction.get().of(question) : question,
                showing,
                limit(line),
                deadline(line));
    }

    /** Appends a table of {@code options} to the help of a command. */
    static void appendOptions(StringBuilder text, Options options) {
        TextHelpAppendable page = new TextHelpAppendable(text);
        page.setMaxWidth(HELP_WIDTH);
        page.setLeftPad(0);
        HelpFormatter formatter = HelpFormatter.builder()
                .setShowSince(false)
                .setHelpAppendable(page)
                .get();
        try {
            formatter.printOptions(options);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail", e);
        }
    }

    /** The options and arguments that {@code command} was given. */
    static CommandLine commandLine(String command, Options options, List<String> arguments) throws UsageException {
        try {
            DefaultParser parser = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get();
            return parser.parse(options, RedactOption.placed(arguments).toArray(String[]::new));
        } catch (UnrecognizedOptionException e) {
            List<String> names = options.getOptions().stream()
                    .map(option -> "--" + option.getLongOpt())
                    .toList();
            throw new UsageException("unknown option " + e.getOption() + NearestName.remark(e.getOption(), names, "")
                    + " (espial " + command + " --help lists all)");
        } catch (MissingArgumentException e) {
            throw new UsageException("option --" + e.getOption().getLongOpt() + " needs a value: "
                    + e.getOption().getArgName());
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    static Options options() {
        return new Options()
                .addOption(valued("o", "output", "FILE", "write a report; its ending says which (repeatable)"))
                .addOption(valued(null, "case", "NUMBER", "number or name of the case, for its reports"))
                .addOption(valued("f", "format", "text|json", "what goes to standard output (default text)"))
                .addOption(valued(
                        "k",
                        "keys",
                        "FILE",
                        "SA keys and policies: ip xfrm state, ip xfrm policy, setkey -D, Wireshark's esp_sa, logs of"
                                + " strongSwan and libreswan with keys (repeatable)"))
                .addOption(valued(null, "server", "ADDRESS|MAC", "the failing machine (repeatable)"))
                .addOption(valued(null, "gateway", "ADDRESS[=MAC]", "its default gateway (repeatable)"))
                .addOption(valued(null, "next-hop", "PEER=ADDRESS[=MAC]", "the proper next hop of a peer (repeatable)"))
                .addOption(RedactOption.option())
                .addOption(valued(null, "from", "TIME", "only frames from here on: RFC 3339, or +90s from the start"))
                .addOption(valued(null, "to", "TIME", "only frames up to here"))
                .addOption(Option.builder("q")
                        .longOpt("quiet")
                        .desc("print no report and no progress")
                        .get())
                .addOption(Option.builder()
                        .longOpt("details")
                        .desc("on a terminal: everything, not only the answer")
                        .get())
                .addOption(Option.builder()
                        .longOpt("all")
                        .desc("judge and report everything, however many peers, SAs and findings there are")
                        .get())
                .addOption(valued(null, LANGUAGE, "en|de", "language of texts (default en)"))
                .addOption(valued(null, "color", "WHEN", "auto, always or never (default auto)"))
                .addOption(valued(null, "progress", "WHEN", "auto, always or never (default auto)"))
                .addOption(valued(null, "threads", "N", "captures to read at the same time (default: processors)"))
                .addOption(valued(
                        null,
                        "max-time",
                        "SECONDS",
                        "when it is over, captures are read to their end, and the report says what was not come to"))
                .addOption(valued(
                        null,
                        "max-decompressed",
                        "SIZE",
                        "most that a compressed capture may become, as 500M, 64G (default: 1G, or 1000 times its"
                                + " compressed size if that is more)"))
                .addOption(Option.builder("h").longOpt("help").desc("this text").get());
    }

    static Option valued(@Nullable String letter, String name, String value, String text) {
        return Option.builder(letter)
                .longOpt(name)
                .hasArg()
                .argName(value)
                .desc(text)
                .get();
    }

    static List<String> values(CommandLine line, String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /** The last value: scripts append options to override earlier ones. */
    static Optional<String> value(CommandLine line, String option) {
        List<String> values = values(line, option);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    static ReportFormat format(CommandLine line) throws UsageException {
        String format = value(line, "format").orElse("text");
        return switch (format) {
            case "text" -> ReportFormat.TEXT;
            case "json" -> ReportFormat.JSON;
            default -> throw new UsageException("--format " + format + ": expected text or json");
        };
    }

    static Optional<TimeBound> bound(CommandLine line, String option) throws UsageException {
        Optional<String> text = value(line, option);
        try {
            return text.map(TimeBound::parse);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + option + " " + e.getMessage());
        }
    }

    /** The value of {@code --lang}. */
    static Language language(CommandLine line) throws UsageException {
        String code = value(line, LANGUAGE).orElse(Language.ENGLISH.code());
        Optional<Language> language = Language.of(code);
        if (language.isEmpty()) {
            List<String> codes = new ArrayList<>();
            for (Language known : Language.values()) {
                codes.add(known.code());
            }
            throw new UsageException("--" + LANGUAGE + " " + code
                    + NearestName.remark(code, codes, ": expected " + String.join(" or ", codes)));
        }
        return language.get();
    }

    static Choice choice(CommandLine line, String option) throws UsageException {
        String choice = value(line, option).orElse("auto");
        return switch (choice) {
            case "auto" -> Choice.AUTO;
            case "always" -> Choice.ALWAYS;
            case "never" -> Choice.NEVER;
            default -> throw new UsageException("--" + option + " " + choice + ": expected auto, always or never");
        };
    }

    static int threads(CommandLine line) throws UsageException {
        Optional<String> text = value(line, "threads");
        if (text.isEmpty()) {
            return Runtime.getRuntime().availableProcessors();
        }
        boolean isNumber = text.get().matches("[1-9]\\d{0,2}");
        int threads = isNumber ? Integer.parseInt(text.get()) : 0;
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UsageException("--threads " + text.get() + ": expected a number from 1 to " + MOST_THREADS);
        }
        return threads;
    }

    private static Deadline deadline(CommandLine line) throws UsageException {
        Optional<Duration> time = time(line);
        return time.isPresent() ? Deadline.in(time.get(), System::nanoTime) : Deadline.NONE;
    }

    /** The value of {@code --max-time}. */
    static Optional<Duration> time(CommandLine line) throws UsageException {
        Optional<String> seconds = value(line, "max-time");
        if (seconds.isPresent() && !seconds.get().matches("[1-9]\\d{0," + (MOST_SECONDS_DIGITS - 1) + "}")) {
            throw new UsageException("--max-time " + seconds.get() + ": expected a number of seconds");
        }
        return seconds.map(Long::parseLong).map(Duration::ofSeconds);
    }

    static DecompressionLimit limit(CommandLine line) throws UsageException {
        OptionalLong octets = size(line, "max-decompressed");
        return octets.isEmpty() ? DecompressionLimit.USUAL : DecompressionLimit.of(octets.getAsLong());
    }

    /** A number of octets. */
    static OptionalLong size(CommandLine line, String option) throws UsageException {
        Optional<String> text = value(line, option);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong size = size(text.get());
        if (size.isEmpty()) {
            throw new UsageException("--" + option + " " + text.get()
                    + ": expected a number of octets, or of KiB, MiB, GiB, TiB with K, M, G, T after it, such as 64G");
        }
        return size;
    }

    /** The number of octets that {@code text} states, with or without a unit; empty where it states none. */
    static OptionalLong size(String text) {
        Matcher size = Pattern.compile("([1-9]\\d{0,8})([KMGT]?)").matcher(text);
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        int shift = size.group(2).isEmpty() ? 0 : 10 * (1 + "KMGT".indexOf(size.group(2)));
        long number = Long.parseLong(size.group(1));
        return OptionalLong.of(Math.min(number, Long.MAX_VALUE >> shift) << shift);
    }
}
