package io.github.espial.report.text;

import io.github.espial.diagnose.CaseContext;
import io.github.espial.diagnose.CaseReport;
import java.util.List;
import java.util.stream.Collectors;

/** The files that were given beside the captures: what was recognised in them, and which nothing is read from. */
final class ContextList {
    private static final int INDENT = 2;
    private static final int DETAIL_INDENT = 4;
    /** Files, and problems of one, at the most; JSON has all. */
    private static final int MOST = 20;

    private ContextList() {}

    static void write(TextPage page, CaseReport report) {
        if (!report.inputs().contexts().isEmpty()) {
            page.blank();
            page.line(0, Tone.HEADING, "Words of the machine");
            report.inputs().contexts().stream().limit(MOST).forEach(context -> context(page, context));
            more(page, report.inputs().contexts().size(), "files");
        }
        if (!report.inputs().others().isEmpty()) {
            page.blank();
            page.line(0, Tone.HEADING, "Not recognised");
            report.inputs().others().stream().limit(MOST).forEach(reason -> page.paragraph(INDENT, reason));
            more(page, report.inputs().others().size(), "files");
        }
    }

    private static void context(TextPage page, CaseContext context) {
        String kinds = context.outputs().stream()
                .map(CaseContext.Output::kind)
                .distinct()
                .collect(Collectors.joining(", "));
        page.paragraph(INDENT, context.name() + ": " + (kinds.isEmpty() ? "nothing recognised" : kinds));
        List<String> problems = context.problems();
        problems.stream()
                .limit(MOST)
                .forEach(problem -> page.labelled(DETAIL_INDENT, Tone.DOUBTFUL, "problem", DETAIL_INDENT + 9, problem));
        more(page, problems.size(), "problems");
    }

    private static void more(TextPage page, int count, String what) {
        if (count > MOST) {
            page.line(INDENT, "and " + (count - MOST) + " more " + what + "; the JSON report has all");
        }
    }
}
