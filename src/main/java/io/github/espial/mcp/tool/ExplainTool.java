package io.github.espial.mcp.tool;

import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.diagnose.explain.Explanation;
import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.report.lang.Language;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextExplanation;
import io.github.espial.store.ReadProgress;
import java.util.Optional;

/** {@code explain}: what a finding means, or which there are. */
public final class ExplainTool implements Tool {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException {
        Optional<String> finding = arguments.text("finding");
        return Answer.of(finding.isPresent() ? page(finding.get()) : list());
    }

    /** The page of a finding. */
    public static String page(String finding) throws RefusedException {
        if (Checks.all().stream().noneMatch(check -> check.id().equals(finding))) {
            throw new RefusedException(
                    "there is no finding " + Arguments.shown(finding) + "; without one, explain lists all");
        }
        return TextExplanation.of(Explanation.of(finding), Palette.plain(), Language.ENGLISH.translation());
    }

    private static String list() {
        StringBuilder list = new StringBuilder();
        for (Check check : Checks.all()) {
            list.append(check.id()).append(": ").append(check.summary()).append('\n');
        }
        return list.toString();
    }
}
