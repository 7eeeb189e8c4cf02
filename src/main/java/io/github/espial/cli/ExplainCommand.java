package io.github.espial.cli;

import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.diagnose.check.Explanation;
import java.util.List;
import java.util.stream.Collectors;

/** {@code espial explain}: the page of one finding, or the list of them. */
final class ExplainCommand implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "What a finding means, how to confirm it and how to mend it; without a name, the list of findings.";
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal) throws UsageException {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            terminal.out().println("usage: espial explain [FINDING]");
            terminal.out().println(summary());
            return ExitStatus.CLEAN;
        }
        if (arguments.isEmpty()) {
            Checks.all().forEach(check -> terminal.out().printf("%-22s %s%n", check.id(), check.summary()));
            return ExitStatus.CLEAN;
        }
        String id = arguments.get(0);
        if (arguments.size() > 1) {
            throw new UsageException("explain takes one finding, not " + arguments.size());
        }
        if (Checks.all().stream().noneMatch(check -> check.id().equals(id))) {
            throw new UsageException("there is no finding \"" + id + "\"; there are "
                    + Checks.all().stream().map(Check::id).collect(Collectors.joining(", ")));
        }
        terminal.out().print(Explanation.of(id));
        return ExitStatus.CLEAN;
    }
}
