package io.github.espial.report.summary;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.AssociationTable;
import io.github.espial.report.words.ContextList;
import io.github.espial.report.words.FlowTable;
import io.github.espial.report.words.IkeList;
import io.github.espial.report.words.Listing;
import io.github.espial.report.words.LookupTable;
import io.github.espial.report.words.ShapeTable;
import io.github.espial.report.words.StatementList;
import io.github.espial.report.words.Table;
import io.github.espial.report.words.TunnelList;
import java.util.ArrayList;
import java.util.List;

/** What a case holds beside its findings: tables and lists, for readers who look closer. */
public final class Details {
    private static final double BETWEEN = 10;
    private static final double INDENT = 14;
    private static final double AFTER_ROWS = 3;

    private final Styles styles;
    private final List<Block> blocks = new ArrayList<>();

    private Details(Styles styles) {
        this.styles = styles;
    }

    /** All that there is something of, in the order of the text report. */
    public static List<Block> of(CaseReport report, Typefaces fonts) {
        Details details = new Details(Styles.of(fonts));
        details.add(AssociationTable.of(report.topology().associations()));
        details.add(FlowTable.of(report.innerTraffic().flows()));
        details.add(ShapeTable.of(report.innerTraffic().shapes()));
        details.add(TunnelList.of(report.negotiations().tunnels()));
        details.add(IkeList.of(report.negotiations().ikeSas()));
        details.add(LookupTable.of(report.predictions()));
        details.add(StatementList.of(report.inputs().statements()));
        details.add(ContextList.of(report.inputs().contexts()));
        details.add(ContextList.others(report.inputs().others()));
        return List.copyOf(details.blocks);
    }

    private void add(Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        addTitle(table.title());
        blocks.add(new TableBlock(table, styles.faint(), styles.faint().colored(Palette.INK)));
        blocks.add(Block.gap(AFTER_ROWS));
        addIfAny(table.rest());
        addIfAny(table.note());
    }

    private void add(Listing listing) {
        if (listing.entries().isEmpty()) {
            return;
        }
        addTitle(listing.title());
        for (Listing.Entry entry : listing.entries()) {
            blocks.add(Paragraph.of(entry.text(), styles.body()));
            entry.details().forEach(detail -> blocks.add(detail(detail, styles).indented(INDENT)));
        }
        addIfAny(listing.rest());
    }

    static Paragraph detail(Listing.Detail detail, Styles styles) {
        String label = detail.kind().label();
        return Paragraph.of(label.isEmpty() ? detail.text() : label + ": " + detail.text(), styles.body());
    }

    private void addTitle(String title) {
        blocks.add(Block.gap(BETWEEN));
        blocks.add(styles.section(title));
        blocks.add(Summary.keptGap());
    }

    private void addIfAny(String text) {
        if (!text.isEmpty()) {
            blocks.add(Paragraph.of(text, styles.faint()));
        }
    }
}
