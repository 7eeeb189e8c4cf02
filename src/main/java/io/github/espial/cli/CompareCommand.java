package io.github.espial.cli;

import io.github.espial.cases.CaseFiles;
import io.github.espial.compare.Comparison;
import io.github.espial.compare.Outcome;
import io.github.espial.context.file.ContextFile;
import io.github.espial.report.ComparisonWriter;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextComparison;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code espial compare}: holds a case after a repair against the case before it. */
final class CompareCommand implements Command {
    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String summary() {
        return "Compare two cases, before and after a repair: what is mended, and what is not.";
    }

    @Override
    public String help() {
        return """
                usage: espial compare BEFORE AFTER [OPTION...]

                Compare two cases, before and after a repair: mended, partly mended, unchanged, worse, or cannot tell,
                with next hops, answers and loss of each peer, and of each network behind it where they are known.
                BEFORE and AFTER are each a capture, a folder or a ZIP archive with captures and words of the machine,
                or one of them - for a capture on standard input. Options hold for both cases.
                Exit status: 0 no finding of severity error in AFTER; 1 at least one; 4 it cannot tell.

                """ + AnalyzeHelp.options();
    }

    @Override
    public Options options() {
        return AnalyzeOptions.options();
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        AnalyzeOptions options = AnalyzeOptions.parse(name(), arguments);
        if (options.inputs().size() != 2) {
            throw new UsageException("compare takes two cases, BEFORE and AFTER, not "
                    + options.inputs().size() + "; put the files of one case into a folder");
        }
        List<ContextFile> keys = KeyFiles.read(options.keys(), options.deadline(), terminal);
        CaseFiles before = CaseInputs.of(options.inputs().subList(0, 1), keys, options, terminal);
        CaseFiles after = CaseInputs.of(options.inputs().subList(1, 2), keys, options, terminal);
        AnalyzeCommand.checkOutputs(options, before.taken());
        AnalyzeCommand.checkOutputs(options, after.taken());
        Comparison comparison = Comparison.of(
                AnalyzeCommand.report(options, before, terminal), AnalyzeCommand.report(options, after, terminal));
        if (!options.showing().quiet()) {
            ComparisonWriter writer = writer(options, terminal);
            terminal.print(out -> writer.write(comparison, out));
        }
        for (ReportOutput output : options.outputs()) {
            output.write(comparison, options.showing().language());
        }
        if (comparison.outcome() == Outcome.CANNOT_TELL) {
            return ExitStatus.CANNOT_TELL;
        }
        return comparison.after().hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private static ComparisonWriter writer(AnalyzeOptions options, Terminal terminal) {
        boolean isColored = options.showing().color().on(terminal.outIsTerminal() && terminal.allowsColor());
        return options.format() == ReportFormat.TEXT && isColored
                ? new TextComparison(
                        Palette.colored(), options.showing().language().translation())
                : options.format().comparisonWriter(options.showing().language());
    }
}
