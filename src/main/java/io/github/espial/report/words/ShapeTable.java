package io.github.espial.report.words;

import io.github.espial.correlate.shape.Carried;
import io.github.espial.correlate.shape.SaShape;
import java.util.ArrayList;
import java.util.List;

/** What SAs look like from outside, a row for each likeness. */
public final class ShapeTable {
    private static final int MOST = 20;
    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("SPI", 10),
            Table.Column.of("source > destination", 0),
            Table.Column.of("looks like", 0),
            new Table.Column("frames", true, 8),
            Table.Column.of("answered by", 10));

    private static final String NOTE =
            "Estimates, by lengths and times alone; where chance would show the same nothing is said.";

    private ShapeTable() {}

    /** The first {@value #MOST} rows. */
    public static Table of(List<SaShape> shapes) {
        return of(shapes, MOST);
    }

    /** The first {@code most} rows. */
    public static Table of(List<SaShape> shapes, int most) {
        List<List<String>> rows = new ArrayList<>();
        for (SaShape shape : shapes) {
            String answeredBy =
                    shape.answeredBy().isPresent() ? shape.answeredBy().get().toString() : "";
            if (shape.carries().isEmpty()) {
                rows.add(row(shape, "", "", answeredBy));
            }
            for (Carried one : shape.carries()) {
                String frames = Long.toString(one.span().frames());
                rows.add(row(shape, one.likeness().words(), frames, answeredBy));
            }
        }
        String rest = Numbers.rest(rows.size(), most, "");
        return new Table("What SAs look like", COLUMNS, rows.subList(0, Math.min(most, rows.size())), rest, NOTE);
    }

    private static List<String> row(SaShape shape, String likeness, String frames, String answeredBy) {
        String way = shape.sa().source() + " > " + shape.sa().destination();
        return List.of(shape.sa().spi().toString(), way, likeness, frames, answeredBy);
    }
}
