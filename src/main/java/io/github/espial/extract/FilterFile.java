package io.github.espial.extract;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.infer.Evidence;
import java.util.function.UnaryOperator;

/**
 * Display filters and coloring rules in one text: Wireshark takes it by "Import" under View, Coloring Rules, and passes over
 * the lines that begin with a number sign, which a person reads.
 */
public final class FilterFile {
    private static final String ERROR = "[65535,50372,50372][26214,0,0]";
    private static final String WARNING = "[65535,60909,46003][20560,12336,0]";
    private static final String NOTE = "[52428,61166,52428][0,16448,0]";

    private FilterFile() {}

    /**
     * The filters of all evidence that is asked for.
     *
     * @param wording puts what a person reads into the language that it is read in
     */
    public static String of(CaseReport report, Selection selection, UnaryOperator<String> wording) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "# "
                        + wording.apply(
                                "Display filters and coloring rules of a case. Wireshark: View, Coloring Rules, Import."));
        line(
                text,
                "# "
                        + oneLine(wording.apply(
                                report.verdict() + ": " + report.judgment().sentence())));
        if (report.inputs().isRedacted()) {
            line(text, "# " + wording.apply("redacted: for the redacted capture, whose addresses stand for others"));
        }
        for (Finding finding : report.findings()) {
            if (selection.takes(finding)) {
                line(text, "");
                line(text, "# " + oneLine(wording.apply(finding.severity() + ": " + finding.title())));
                for (Evidence evidence : finding.proof().evidence()) {
                    if (evidence.displayFilter().isPresent()) {
                        rule(
                                text,
                                finding,
                                evidence,
                                oneLine(evidence.displayFilter().get()),
                                wording);
                    }
                }
            }
        }
        return text.toString();
    }

    private static void rule(
            StringBuilder text, Finding finding, Evidence evidence, String filter, UnaryOperator<String> wording) {
        line(text, "#   " + oneLine(wording.apply(evidence.text())));
        line(text, "#   " + filter);
        String color = evidence.weight() != 0
                ? NOTE
                : switch (finding.severity()) {
                    case ERROR -> ERROR;
                    case WARNING -> WARNING;
                    case INFO -> NOTE;
                };
        line(text, "@" + finding.id() + " " + evidence.kind() + "@" + filter + "@" + color);
    }

    /** A line break would begin a rule, and the sign ends the parts of one. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").replace('@', ' ');
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
