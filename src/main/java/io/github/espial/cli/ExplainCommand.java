package io.github.espial.cli;

import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.diagnose.explain.Explanation;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextExplanation;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
            throw new UsageException("there is no finding \"" + id + "\"" + suggestion(id) + " There are "
                    + Checks.all().stream().map(Check::id).collect(Collectors.joining(", ")));
        }
        return TextExplanation.of(Explanation.of(id), palette);
    }

    /** The finding whose id is nearly {@code text}; empty where none is. */
    private static String suggestion(String text) {
        // Beyond a third, what is left of a name is no likeness.
        int most = text.length() / 3;
        return Checks.all().stream()
                .map(Check::id)
                .filter(id -> Math.abs(id.length() - text.length()) <= most && edits(text, id) <= most)
                .min(Comparator.comparingInt(id -> edits(text, id)))
                .map(id -> ": did you mean " + id + "?")
                .orElse(".");
    }

    /** Letters to insert, delete or replace to make one text of the other (Levenshtein, 1966), in any case. */
    private static int edits(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        int[] above = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
