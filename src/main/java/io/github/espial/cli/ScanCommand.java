package io.github.espial.cli;

import io.github.espial.cases.CaseAnalysis;
import io.github.espial.cases.CaseFiles;
import io.github.espial.context.file.ContextFile;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.scan.ScansFile;
import io.github.espial.scan.TakenScans;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code espial scan}: writes what captures tell, to be judged elsewhere. */
final class ScanCommand implements Command {
    private static final String ENDING = ".scan";

    /** Options of {@code analyze} that hold for reading alone. */
    private static final Set<String> OF_READING =
            Set.of("quiet", "progress", "threads", "max-decompressed", RedactOption.NAME, "help");

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String summary() {
        return "Write what captures tell into a small file that analyze, batch and compare take in their place.";
    }

    @Override
    public String help() {
        return """
                usage: espial scan INPUT... -o FILE.scan [OPTION...]

                Scan captures where they lie, and judge them elsewhere: FILE.scan holds addresses, next hops, SAs, counts
                and times, no payload, in about a hundredth of the size. espial analyze, batch and compare take it in
                place of the captures, beside other captures, scans and words of the machine, and report the same.
                INPUT is a capture, a folder or ZIP archive of captures, an earlier scan, or - for standard input.
                What needs the frames again is left out: what is inside ESP (--keys, NULL encryption), frames on pages,
                espial extract, --from and --to.

                  -o, --output FILE.scan   where to write
                      --redact [KEYFILE], --threads N, --max-decompressed SIZE, --progress WHEN, -q, --quiet:
                                           as for espial analyze
                  -h, --help               this text

                Examples
                  espial scan eth0.pcap eth2.pcap -o server.scan    all captures of one case in one call
                  espial analyze server.scan ip-route.txt           the case, judged with its words

                Exit status: 0 written; 2 wrong command line; 3 unreadable input or unwritable output.
                """;
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        CommandLine line = AnalyzeOptions.commandLine(name(), options(), arguments);
        AnalyzeOptions options = AnalyzeOptions.of(line, List.of());
        if (options.inputs().isEmpty()) {
            throw new UsageException("no input: give a capture file (espial scan --help tells more)");
        }
        WholeFile file = output(line);
        CaseFiles files = CaseInputs.of(options, terminal);
        file.checkBefore(AnalyzeCommand.inputs(options, files.taken()));
        for (ContextFile words : files.contexts()) {
            terminal.error(words.name() + ": words of a machine are not in a scan: give them to analyze beside it");
        }
        if (files.captures().isEmpty()) {
            throw new IOException("no capture among the inputs: there is nothing to scan");
        }
        CaseAnalysis.holdNumber(files.captures());
        List<ByteBuffer> scans = scans(options, files, terminal);
        file.write(out -> ScansFile.write(out, Version.current(), files.isRedacted(), scans));
        return ExitStatus.CLEAN;
    }

    private static List<ByteBuffer> scans(AnalyzeOptions options, CaseFiles files, Terminal terminal)
            throws IOException, InterruptedException {
        boolean showProgress =
                !options.showing().quiet() && options.showing().progress().on(terminal.errIsTerminal());
        TakenScans taken = new TakenScans();
        try (ProgressLine progress = new ProgressLine(showProgress, terminal.err(), System::nanoTime)) {
            CaseScan.of(
                    files.captures(),
                    Reading.USUAL
                            .by(options.question().threads())
                            .keeping(taken)
                            .telling(progress));
        }
        return taken.scans();
    }

    private static WholeFile output(CommandLine line) throws UsageException {
        List<String> outputs = AnalyzeOptions.values(line, "output");
        if (outputs.size() != 1) {
            throw new UsageException((outputs.isEmpty() ? "no file for the scan" : "several files for one scan")
                    + ": give -o FILE.scan");
        }
        if (!outputs.get(0).endsWith(ENDING)) {
            throw new UsageException("--output " + outputs.get(0) + ": a scan ends in " + ENDING);
        }
        return WholeFile.parse(outputs.get(0));
    }

    @Override
    public Options options() {
        Options options = new Options();
        for (Option option : AnalyzeOptions.options().getOptions()) {
            if (OF_READING.contains(option.getLongOpt())) {
                options.addOption(option);
            }
        }
        return options.addOption(AnalyzeOptions.valued("o", "output", "FILE.scan", "where to write"));
    }
}
