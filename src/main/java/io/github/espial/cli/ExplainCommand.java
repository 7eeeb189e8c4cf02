package io.github.espial.cli;

import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.diagnose.explain.Explanation;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextExplanation;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

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
        return "usage: espial explain [FINDING]\n\n" + summary() + "\n";
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal) throws UsageException, IOException {
        if (arguments.size() > 1) {
            throw new UsageException("explain takes one finding, not " + arguments.size());
        }
        boolean isColored = terminal.outIsTerminal() && terminal.allowsColor();
        Palette palette = isColored ? Palette.colored() : Palette.plain();
        terminal.print(arguments.isEmpty() ? list() : page(arguments.get(0), palette));
        return ExitStatus.CLEAN;
    }

    private static String list() {
        return Checks.all().stream()
                .map(check -> check.id()
                        + " ".repeat(Math.max(1, COLUMN + 1 - check.id().length())) + check.summary() + "\n")
                .collect(Collectors.joining());
    }

    private static String page(String id, Palette palette) throws UsageException {
        if (id.startsWith("-")) {
            throw new UsageException("unknown option " + id + "; usage: espial explain [FINDING]");
        }
        if (Checks.all().stream().noneMatch(check -> check.id().equals(id))) {
            throw new UsageException("there is no finding \"" + id + "\""
                    + NearestName.remark(
                            id, Checks.all().stream().map(Check::id).toList(), ".") + " There are "
                    + Checks.all().stream().map(Check::id).collect(Collectors.joining(", ")));
        }
        return TextExplanation.of(Explanation.of(id), palette);
    }
}
