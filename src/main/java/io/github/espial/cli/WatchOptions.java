package io.github.espial.cli;

import io.github.espial.live.Moment;
import io.github.espial.live.RecordedFiles;
import io.github.espial.live.device.DeviceSettings;
import io.github.espial.live.device.JudgingFilter;
import io.github.espial.live.device.ProcessCapture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * What the user asks {@code espial watch} for.
 *
 * @param usual what {@code analyze} has as well; inputs are {@code -} or a capture that grows, and files with words of machines
 * @param capturing where to capture; empty where the capture comes on standard input or in a file
 * @param time after which to stop
 * @param until once this is so, to stop
 * @param keep how much of the past is looked at
 * @param recorded where the capture is recorded
 * @param ring how files of the record take turns
 * @param besides what is to be done beside
 */
record WatchOptions(
        AnalyzeOptions usual,
        Optional<Capturing> capturing,
        Optional<Duration> time,
        Until until,
        Duration keep,
        Optional<WholeFile> recorded,
        Optional<RecordedFiles.Ring> ring,
        Besides besides) {
    /** Options of {@code analyze} that hold here too. */
    private static final Set<String> OF_ANALYZE = Set.of(
            "output", "format", "keys", "server", "gateway", "next-hop", "quiet", "all", "lang", "color", "help");

    /** As of tcpdump and dumpcap. */
    private static final int USUAL_SNAP_LENGTH = 262_144;

    /** Headers, and IKE's, through two VLAN tags and IPv6. */
    private static final int LEAST_SNAP_LENGTH = 128;

    /** Measured: with 2 MiB, frames are lost at 200,000 a second; with this, none. */
    private static final int USUAL_BUFFER = 64 << 20;

    private static final int LEAST_BUFFER = 1 << 16;
    private static final int MOST_BUFFER = 1 << 30;

    private static final Duration USUAL_KEEP = Duration.ofHours(8);
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,6})(s|m|h|d)");
    private static final Pattern RING = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,8}[KMGT]?)");

    /**
     * Where and how to capture.
     *
     * @param program that captures in place of libpcap
     */
    record Capturing(DeviceSettings settings, Optional<String> program) {}

    /** Once what to stop. */
    enum Until {
        /** Nothing. */
        NEVER,
        /** IPsec goes where it should. */
        HEALTHY,
        /** An error goes on. */
        FINDING;

        Predicate<Moment> isReached() {
            return switch (this) {
                case NEVER -> moment -> false;
                case HEALTHY -> Moment::isRight;
                case FINDING -> Moment::isWrong;
            };
        }
    }

    /** Whether the interfaces are to be listed, and nothing else is to be done. */
    static boolean asksForList(List<String> arguments) throws UsageException {
        return AnalyzeOptions.commandLine("watch", options(), arguments).hasOption("list");
    }

    static WatchOptions parse(List<String> arguments) throws UsageException {
        CommandLine line = AnalyzeOptions.commandLine("watch", options(), arguments);
        List<ReportOutput> outputs = new ArrayList<>();
        for (String output : AnalyzeOptions.values(line, "output")) {
            outputs.add(ReportOutput.parse(output));
        }
        Optional<String> metrics = AnalyzeOptions.value(line, "metrics");
        Optional<String> recorded = AnalyzeOptions.value(line, "write");
        Optional<RecordedFiles.Ring> ring = ring(line);
        if (ring.isPresent() && recorded.isEmpty()) {
            throw new UsageException("--ring needs a file to make names from: give -w FILE.pcapng too");
        }
        return new WatchOptions(
                AnalyzeOptions.of(line, outputs),
                capturing(line),
                duration(line, "for"),
                until(line),
                duration(line, "keep").orElse(USUAL_KEEP),
                recorded.isPresent() ? Optional.of(WholeFile.parse(recorded.get())) : Optional.empty(),
                ring,
                new Besides(
                        failsOnOngoing(line),
                        new WatchBesides.Wanted(
                                metrics.isPresent()
                                        ? Optional.of(WatchBesides.address(metrics.get()))
                                        : Optional.empty(),
                                line.hasOption("ask-machine"))));
    }

    /**
     * What is to be done beside.
     *
     * @param failsOnOngoing whether only what goes on counts for the exit status
     */
    record Besides(boolean failsOnOngoing, WatchBesides.Wanted wanted) {}

    static Options options() {
        Options options = new Options();
        for (Option option : AnalyzeOptions.options().getOptions()) {
            if (OF_ANALYZE.contains(option.getLongOpt())) {
                options.addOption(option);
            }
        }
        return options.addOption(AnalyzeOptions.valued("i", "interface", "NAME", "where to capture (repeatable)"))
                .addOption(flag("list", "the interfaces that there are"))
                .addOption(flag("promiscuous", "frames for others too"))
                .addOption(flag("light", "only what judgement needs, and a sample of the rest"))
                .addOption(AnalyzeOptions.valued(null, "filter", "EXPRESSION", "what the system passes"))
                .addOption(AnalyzeOptions.valued(null, "snap-length", "OCTETS", "of each frame"))
                .addOption(AnalyzeOptions.valued(null, "buffer", "SIZE", "of each interface"))
                .addOption(AnalyzeOptions.valued(null, "capture-with", "PROGRAM", "dumpcap or tcpdump"))
                .addOption(AnalyzeOptions.valued(null, "for", "TIME", "stop after so long, such as 60s"))
                .addOption(AnalyzeOptions.valued(null, "until", "healthy|finding", "stop once this is so"))
                .addOption(AnalyzeOptions.valued(null, "keep", "TIME", "how much of the past is looked at"))
                .addOption(AnalyzeOptions.valued("w", "write", "FILE.pcapng", "record the capture"))
                .addOption(AnalyzeOptions.valued(null, "ring", "FILESxSIZE", "record in files that take turns"))
                .addOption(flag("ask-machine", "the commands of espial ask, run here"))
                .addOption(AnalyzeOptions.valued(null, "metrics", "ADDRESS:PORT", "OpenMetrics on loopback"))
                .addOption(AnalyzeOptions.valued(null, "fail-on", "ongoing", "what counts for the exit status"));
    }

    private static Option flag(String name, String text) {
        return Option.builder().longOpt(name).desc(text).get();
    }

    private static Optional<Capturing> capturing(CommandLine line) throws UsageException {
        List<String> names = AnalyzeOptions.values(line, "interface");
        if (names.isEmpty()) {
            return Optional.empty();
        }
        if (line.hasOption("light") && line.hasOption("filter")) {
            throw new UsageException("--light is a filter of its own: give it, or --filter");
        }
        Optional<String> filter =
                line.hasOption("light") ? Optional.of(JudgingFilter.text()) : AnalyzeOptions.value(line, "filter");
        Optional<String> program = AnalyzeOptions.value(line, "capture-with");
        if (program.isPresent() && !ProcessCapture.isKnown(program.get())) {
            throw new UsageException(
                    "--capture-with " + program.get() + ": expected dumpcap or tcpdump, or a path to one");
        }
        if (program.isPresent() && names.size() > 1 && !ProcessCapture.capturesOnSeveral(program.get())) {
            throw new UsageException(
                    "--capture-with tcpdump: it captures on one interface only; give one -i, or --capture-with dumpcap");
        }
        DeviceSettings settings = new DeviceSettings(
                names,
                (int) octets(line, "snap-length", USUAL_SNAP_LENGTH, LEAST_SNAP_LENGTH, USUAL_SNAP_LENGTH),
                (int) octets(line, "buffer", USUAL_BUFFER, LEAST_BUFFER, MOST_BUFFER),
                line.hasOption("promiscuous"),
                filter);
        return Optional.of(new Capturing(settings, program));
    }

    private static long octets(CommandLine line, String option, long usual, long least, long most)
            throws UsageException {
        long octets = AnalyzeOptions.size(line, option).orElse(usual);
        if (octets < least || octets > most) {
            throw new UsageException("--" + option + " " + octets + ": expected " + least + " to " + most + " octets");
        }
        return octets;
    }

    private static Optional<Duration> duration(CommandLine line, String option) throws UsageException {
        Optional<String> text = AnalyzeOptions.value(line, option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher duration = DURATION.matcher(text.get());
        if (!duration.matches()) {
            throw new UsageException("--" + option + " " + text.get() + ": expected a time such as 60s, 10m, 8h or 7d");
        }
        long number = Long.parseLong(duration.group(1));
        return Optional.of(
                switch (duration.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    private static Until until(CommandLine line) throws UsageException {
        Optional<String> what = AnalyzeOptions.value(line, "until");
        if (what.isEmpty()) {
            return Until.NEVER;
        }
        return switch (what.get()) {
            case "healthy" -> Until.HEALTHY;
            case "finding" -> Until.FINDING;
            default ->
                throw new UsageException("--until " + what.get()
                        + NearestName.remark(
                                what.get(), List.of("healthy", "finding"), ": expected healthy or finding"));
        };
    }

    private static Optional<RecordedFiles.Ring> ring(CommandLine line) throws UsageException {
        Optional<String> text = AnalyzeOptions.value(line, "ring");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher ring = RING.matcher(text.get());
        OptionalLong octets = ring.matches() ? AnalyzeOptions.size(ring.group(2)) : OptionalLong.empty();
        if (octets.isEmpty()) {
            throw new UsageException("--ring " + text.get() + ": expected FILESxSIZE, such as 10x100M");
        }
        return Optional.of(new RecordedFiles.Ring(Integer.parseInt(ring.group(1)), octets.getAsLong()));
    }

    private static boolean failsOnOngoing(CommandLine line) throws UsageException {
        Optional<String> what = AnalyzeOptions.value(line, "fail-on");
        if (what.isPresent() && !what.get().equals("ongoing")) {
            throw new UsageException("--fail-on " + what.get() + ": expected ongoing");
        }
        return what.isPresent();
    }
}
