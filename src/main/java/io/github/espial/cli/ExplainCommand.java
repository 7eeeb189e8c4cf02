package io.github.espial.cli;

import io.github.espial.cases.CaseFiles;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.diagnose.explain.CaseAddresses;
import io.github.espial.diagnose.explain.Explanation;
import io.github.espial.report.lang.Language;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextExplanation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.cli.Options;

/** {@code espial explain}: the page of one finding, or the list of them. */
final class ExplainCommand implements Command {
    private static final int COLUMN = 22;

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "What a finding means, how to confirm it and how to mend it; without a name, the list of findings.";
    }

    @Override
    public String help() {
        return """
                usage: espial explain [FINDING [INPUT... [OPTION...]]]

                %s
                With inputs of a case, its commands and filters have the addresses of that case, ready to paste; words
                in capitals stand for what the case does not tell. Inputs and options are as for espial analyze.
                """.formatted(summary());
    }

    @Override
    public Options options() {
        return AnalyzeOptions.options();
    }

    @Override
    public List<String> firstWords() {
        return Checks.all().stream().map(Check::id).toList();
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        boolean isColored = terminal.outIsTerminal() && terminal.allowsColor();
        Palette palette = isColored ? Palette.colored() : Palette.plain();
        if (arguments.isEmpty()) {
            terminal.print(list());
            return ExitStatus.CLEAN;
        }
        Explanation page = page(arguments.get(0));
        Language language = Language.ENGLISH;
        if (arguments.size() > 1) {
            AnalyzeOptions options = AnalyzeOptions.parse(name(), arguments.subList(1, arguments.size()));
            language = options.showing().language();
            if (!options.inputs().isEmpty()) {
                page = inCase(page, options, terminal);
            }
        }
        terminal.print(TextExplanation.of(page, palette, language.translation()));
        return ExitStatus.CLEAN;
    }

    private static String list() {
        return Checks.all().stream()
                .map(check -> check.id()
                        + " ".repeat(Math.max(1, COLUMN + 1 - check.id().length())) + check.summary() + "\n")
                .collect(Collectors.joining());
    }

    /** The page with the addresses of a case, as far as it has such a finding. */
    private static Explanation inCase(Explanation page, AnalyzeOptions options, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        CaseFiles files = CaseInputs.of(options, terminal);
        CaseReport report = AnalyzeCommand.report(options, files, terminal);
        Optional<Finding> finding = report.findings().stream()
                .filter(one -> one.id().equals(page.id()))
                .findFirst();
        if (finding.isEmpty()) {
            terminal.error("the case has no finding " + page.id() + ", so the addresses are those of the laboratory");
            return page;
        }
        Optional<Explanation> own = CaseAddresses.in(page, report, finding.get());
        if (own.isEmpty()) {
            terminal.error(
                    "the peer has an address of IPv6, and the page commands for IPv4, so its addresses are those of"
                            + " the laboratory; the remedy of the report has the case's");
        }
        return own.orElse(page);
    }

    private static Explanation page(String id) throws UsageException {
        if (id.startsWith("-")) {
            throw new UsageException("unknown option " + id + "; usage: espial explain [FINDING]");
        }
        if (Checks.all().stream().noneMatch(check -> check.id().equals(id))) {
            throw new UsageException("there is no finding \"" + id + "\""
                    + NearestName.remark(
                            id, Checks.all().stream().map(Check::id).toList(), ".") + " There are "
                    + Checks.all().stream().map(Check::id).collect(Collectors.joining(", ")));
        }
        return Explanation.of(id);
    }
}
