package io.github.espial.report.page;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingGroup;
import io.github.espial.diagnose.explain.Explanation;
import io.github.espial.extract.tree.FrameTree;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.lang.Translation;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.Figure;
import io.github.espial.report.summary.Figures;
import io.github.espial.report.svg.SvgDrawing;
import io.github.espial.report.words.AnswerWords;
import io.github.espial.report.words.AssociationTable;
import io.github.espial.report.words.CaptureList;
import io.github.espial.report.words.CaptureNames;
import io.github.espial.report.words.ContextList;
import io.github.espial.report.words.FlowTable;
import io.github.espial.report.words.FrameWords;
import io.github.espial.report.words.GroupWords;
import io.github.espial.report.words.IkeList;
import io.github.espial.report.words.Listing;
import io.github.espial.report.words.LookupTable;
import io.github.espial.report.words.ProvenWords;
import io.github.espial.report.words.ShapeTable;
import io.github.espial.report.words.StatementList;
import io.github.espial.report.words.Table;
import io.github.espial.report.words.Titles;
import io.github.espial.report.words.TunnelList;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The report as a page that stands in one file and asks no network. */
public final class PageReport implements ReportWriter {
    /** Points that drawings are laid out for. */
    private static final double WIDTH = 720;

    /** Rows of a table: a browser lays out as many at once. JSON has all. */
    private static final int MOST_ROWS = 2000;

    /** Groups of findings that are told in full. */
    private static final int MOST_GROUPS = 100;

    private final String tool;
    private final Translation translation;

    private final List<FrameTree> frames;

    /** Reports that name the program and its version, {@code tool}. */
    public PageReport(String tool) {
        this(tool, List.of(), Translation.NONE);
    }

    /** The same, which show {@code frames} of the case. */
    public PageReport(String tool, List<FrameTree> frames) {
        this(tool, frames, Translation.NONE);
    }

    /** The same in another language. */
    public PageReport(String tool, List<FrameTree> frames, Translation translation) {
        this.tool = tool;
        this.frames = List.copyOf(frames);
        this.translation = translation;
    }

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        CasePage page = new CasePage(
                Page.of(Titles.of(report), tool, translation),
                AnswerWords.toHandOn(report),
                figures(report),
                TimeLine.of(report),
                findings(report),
                FrameWords.of(frames, report),
                details(report),
                meanings(report));
        Page.write("case.jte", page, translation, out);
    }

    private List<CasePage.SvgFigure> figures(CaseReport report) throws IOException {
        List<CasePage.SvgFigure> figures = new ArrayList<>();
        Typefaces fonts = Typefaces.load().in(translation);
        for (Figure figure : Figures.of(report, fonts)) {
            String title = fonts.translation().of(figure.title());
            String svg = SvgDrawing.of(figure.drawing(WIDTH), figure.name(), title);
            figures.add(new CasePage.SvgFigure(figure.name(), figure.title(), svg));
        }
        return figures;
    }

    private static CasePage.Findings findings(CaseReport report) {
        CaptureNames captures = new CaptureNames(report.inputs().captures());
        List<GroupWords> groups = new ArrayList<>();
        List<FindingGroup> all = report.groups();
        for (FindingGroup group : all.subList(0, Math.min(MOST_GROUPS, all.size()))) {
            groups.add(GroupWords.of(group, captures, report.inputs().timestampDigits()));
        }
        return new CasePage.Findings(
                groups,
                ProvenWords.of(report),
                ProvenWords.rest(report),
                AnswerWords.toHandOn(report).untold(report.judgment().missing()));
    }

    private static CasePage.Details details(CaseReport report) {
        List<Table> tables = new ArrayList<>();
        tables.add(AssociationTable.of(report.topology().associations(), MOST_ROWS));
        tables.add(FlowTable.of(report.innerTraffic().flows(), MOST_ROWS));
        tables.add(ShapeTable.of(report.innerTraffic().shapes(), MOST_ROWS));
        tables.add(LookupTable.of(report.predictions()));
        tables.removeIf(table -> table.rows().isEmpty());
        List<Listing> listings = new ArrayList<>();
        listings.add(TunnelList.of(report.negotiations().tunnels()));
        listings.add(IkeList.of(report.negotiations().ikeSas()));
        listings.add(StatementList.of(report.inputs().statements()));
        listings.add(CaptureList.of(report.inputs().captures(), Integer.MAX_VALUE));
        listings.add(ContextList.of(report.inputs().contexts()));
        listings.add(ContextList.others(report.inputs().others()));
        listings.removeIf(listing -> listing.entries().isEmpty());
        return new CasePage.Details(tables, listings);
    }

    private static List<Explanation> meanings(CaseReport report) {
        return report.findings().stream()
                .map(Finding::id)
                .distinct()
                .map(Explanation::of)
                .toList();
    }
}
