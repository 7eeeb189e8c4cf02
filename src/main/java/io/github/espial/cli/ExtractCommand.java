package io.github.espial.cli;

import io.github.espial.cases.CaseFiles;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.extract.EvidenceCapture;
import io.github.espial.extract.FilterFile;
import io.github.espial.extract.Selection;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.report.lang.Translation;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code espial extract}: writes the frames that prove findings, and filters that select them. */
final class ExtractCommand implements Command {
    private static final String EVIDENCE = ".pcapng";
    private static final String FILTERS = ".txt";

    @Override
    public String name() {
        return "extract";
    }

    @Override
    public String summary() {
        return "Write the frames that prove the findings, with comments, or filters that select them.";
    }

    @Override
    public String help() {
        return """
                usage: espial extract INPUT... -o EVIDENCE.pcapng [-o FILTERS.txt] [OPTION...]

                Write what proves the findings of a case. EVIDENCE.pcapng holds IPsec, IKE and L2TP, what resolves
                addresses, ICMP errors and the first frame of every other conversation, with the original time stamps
                and interfaces, and comments that say what a frame proves. An analysis of it finds the same.
                FILTERS.txt holds a display filter and a coloring rule for each piece of evidence, for Wireshark
                (View, Coloring Rules, Import). INPUT is as for espial analyze, but no standard input.

                  -o, --output FILE      .pcapng or .txt (repeatable)
                      --finding ID       only what proves this finding (repeatable)
                      --peer ADDRESS     only tunnels with this peer (repeatable)
                      --spi SPI          only ESP and AH of this SA, such as 0xc0c86871 (repeatable)
                  -k, --keys FILE, --server, --gateway, --next-hop, --threads, --max-decompressed, --progress,
                      --redact [KEYFILE], --lang en|de:
                                         as for espial analyze
                  -h, --help             this text

                Exit status: as of espial analyze.
                """;
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        CommandLine line = AnalyzeOptions.commandLine(name(), options(), arguments);
        AnalyzeOptions options = AnalyzeOptions.of(line, List.of());
        if (options.inputs().isEmpty()) {
            throw new UsageException("no input: give a capture file (espial extract --help tells more)");
        }
        List<String> outputs = AnalyzeOptions.values(line, "output");
        if (outputs.isEmpty()) {
            throw new UsageException("no file for the evidence: give -o EVIDENCE.pcapng");
        }
        Selection selection = selection(line, options.showing().redaction());
        CaseFiles files = CaseInputs.of(options, terminal);
        for (CaptureSource capture : files.captures()) {
            if (!capture.hasFrames()) {
                throw new UsageException(capture.name() + ": there is only a scan of it, without frames to extract;"
                        + " give the capture itself");
            }
            if (!capture.isRepeatable()) {
                throw new UsageException(capture.name() + ": is read twice, so it must be a file");
            }
        }
        List<Path> inputs = AnalyzeCommand.inputs(options, files.taken());
        for (String output : outputs) {
            if (!ending(output).equals(EVIDENCE) && !ending(output).equals(FILTERS)) {
                throw new UsageException(
                        "--output " + output + ": its ending tells what is written, and must be one of .pcapng .txt");
            }
            WholeFile.parse(output).checkBefore(inputs);
        }
        CaseReport report = AnalyzeCommand.report(options, files, terminal);
        Translation translation = options.showing().language().translation();
        for (String output : outputs) {
            WholeFile file = WholeFile.parse(output);
            if (ending(output).equals(FILTERS)) {
                byte[] filters =
                        FilterFile.of(report, selection, translation::of).getBytes(StandardCharsets.UTF_8);
                file.write(out -> out.write(filters));
            } else {
                String tool = "espial " + Version.current();
                file.write(
                        out -> EvidenceCapture.write(files.captures(), report, selection, tool, translation::of, out));
            }
        }
        return report.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private static String ending(String output) {
        int dot = output.lastIndexOf('.');
        return dot < 0 ? "" : output.substring(dot).toLowerCase(Locale.ROOT);
    }

    @Override
    public Options options() {
        // They are about a report, or would leave frames out that findings rest on.
        Set<String> ofAnalyzeOnly = Set.of("output", "format", "details", "color", "quiet", "from", "to", "case");
        Options options = new Options();
        for (Option option : AnalyzeOptions.options().getOptions()) {
            if (!ofAnalyzeOnly.contains(option.getLongOpt())) {
                options.addOption(option);
            }
        }
        return options.addOption(AnalyzeOptions.valued("o", "output", "FILE", "where to write"))
                .addOption(AnalyzeOptions.valued(null, "finding", "ID", "only of this finding"))
                .addOption(AnalyzeOptions.valued(null, "peer", "ADDRESS", "only of this peer"))
                .addOption(AnalyzeOptions.valued(null, "spi", "SPI", "only of this SA"));
    }

    private static Selection selection(CommandLine line, Optional<Redaction> redaction) throws UsageException {
        Set<String> findings = new HashSet<>();
        List<String> known = Checks.all().stream().map(Check::id).toList();
        for (String id : AnalyzeOptions.values(line, "finding")) {
            if (!known.contains(id)) {
                throw new UsageException("--finding " + id + ": there is no such finding"
                        + NearestName.remark(id, known, " (espial explain lists all)"));
            }
            findings.add(id);
        }
        Set<IpAddress> peers = new HashSet<>();
        for (String peer : AnalyzeOptions.values(line, "peer")) {
            try {
                IpAddress address = IpAddress.parse(peer);
                peers.add(redaction.isPresent() ? redaction.get().of(address) : address);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--peer " + peer + ": expected ADDRESS");
            }
        }
        Set<Spi> spis = new HashSet<>();
        for (String spi : AnalyzeOptions.values(line, "spi")) {
            if (!spi.matches("(?:0[xX])?[0-9a-fA-F]{1,8}")) {
                throw new UsageException("--spi " + spi + ": expected eight hexadecimal digits, such as 0xc0c86871");
            }
            spis.add(new Spi(Long.parseLong(spi.replaceFirst("^0[xX]", ""), 16)));
        }
        return new Selection(findings, peers, spis);
    }
}
