package io.github.espial.report.text;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.FindingGroup;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.lang.Translation;
import io.github.espial.report.words.AnswerWords;
import io.github.espial.report.words.AssociationTable;
import io.github.espial.report.words.CaptureList;
import io.github.espial.report.words.CaptureNames;
import io.github.espial.report.words.ContextList;
import io.github.espial.report.words.FlowTable;
import io.github.espial.report.words.GroupWords;
import io.github.espial.report.words.IkeList;
import io.github.espial.report.words.LookupTable;
import io.github.espial.report.words.ProvenWords;
import io.github.espial.report.words.ShapeTable;
import io.github.espial.report.words.StatementList;
import io.github.espial.report.words.Titles;
import io.github.espial.report.words.TunnelList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The report for a terminal, in UTF-8: the answer in a few lines, each finding with its evidence and remedy,
 * then what the captures hold. Its own words are ASCII; other characters come from captures and file names only.
 */
public final class TextReport implements ReportWriter {
    private static final int DETAIL = 4;

    /** Where details of IKE stand: there are many lines to each SA. */
    private static final int IKE_DETAIL = 6;

    private final Palette palette;
    private final Translation translation;
    private final Order order;
    private final int columns;

    /** What is shown, and in which order. */
    public enum Order {
        /** All, the answer first: for files and pipes. */
        ANSWER_FIRST,
        /** All, the answer where the eye is on a terminal. */
        ANSWER_LAST,
        /** Nothing else. */
        ANSWER_ONLY
    }

    /** All, as a file holds it. */
    public TextReport(Palette palette) {
        this(palette, Translation.NONE);
    }

    /** The same in another language. */
    public TextReport(Palette palette, Translation translation) {
        this(palette, translation, Order.ANSWER_FIRST, TextPage.WIDTH);
    }

    /**
     * For a terminal.
     *
     * @param columns its width
     */
    public TextReport(Palette palette, Translation translation, Order order, int columns) {
        this.palette = palette;
        this.translation = translation;
        this.order = order;
        this.columns = columns;
    }

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        TextPage page = new TextPage(palette, translation, columns);
        AnswerText answer = new AnswerText(page);
        if (order != Order.ANSWER_LAST) {
            answer.write(AnswerWords.of(report));
        }
        if (order != Order.ANSWER_ONLY) {
            details(page, report);
        }
        if (order == Order.ANSWER_LAST) {
            page.blank();
            answer.write(AnswerWords.of(report));
        }
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void details(TextPage page, CaseReport report) {
        proof(page, report);
        findings(page, report);
        missing(page, report.judgment().missing());
        tables(new TableText(page), report);
    }

    private static void proof(TextPage page, CaseReport report) {
        if (report.judgment().proof().isEmpty()) {
            return;
        }
        FindingText text = new FindingText(page);
        for (ProvenWords way : ProvenWords.of(report)) {
            page.blank();
            text.write(way);
        }
        String rest = ProvenWords.rest(report);
        if (!rest.isEmpty()) {
            page.line(0, rest);
        }
    }

    private static void findings(TextPage page, CaseReport report) {
        FindingText text = new FindingText(page);
        CaptureNames captures = new CaptureNames(report.inputs().captures());
        for (FindingGroup group : report.groups()) {
            page.blank();
            text.write(GroupWords.of(group, captures, report.inputs().timestampDigits()));
        }
    }

    static void missing(TextPage page, List<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, Titles.MISSING);
        for (String sentence : missing) {
            page.labelled(2, "-", 4, sentence);
        }
    }

    /** What there is nothing of is left out, and its words are not asked for: that loads fewer classes. */
    private static void tables(TableText text, CaseReport report) {
        text.write(AssociationTable.of(report.topology().associations()));
        if (!report.innerTraffic().flows().isEmpty()) {
            text.write(FlowTable.of(report.innerTraffic().flows()));
        }
        if (!report.innerTraffic().shapes().isEmpty()) {
            text.write(ShapeTable.of(report.innerTraffic().shapes()));
        }
        if (!report.negotiations().tunnels().isEmpty()) {
            text.write(TunnelList.of(report.negotiations().tunnels()), DETAIL);
        }
        if (!report.negotiations().ikeSas().isEmpty()) {
            text.write(IkeList.of(report.negotiations().ikeSas()), IKE_DETAIL);
        }
        if (!report.predictions().all().isEmpty()) {
            text.write(LookupTable.of(report.predictions()));
        }
        if (!report.inputs().statements().isEmpty()) {
            text.write(StatementList.of(report.inputs().statements()), DETAIL);
        }
        text.write(CaptureList.of(report.inputs().captures(), Integer.MAX_VALUE), DETAIL);
        if (!report.inputs().contexts().isEmpty()) {
            text.write(ContextList.of(report.inputs().contexts()), DETAIL);
        }
        if (!report.inputs().others().isEmpty()) {
            text.write(ContextList.others(report.inputs().others()), DETAIL);
        }
    }
}
