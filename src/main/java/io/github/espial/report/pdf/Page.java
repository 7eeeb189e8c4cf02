package io.github.espial.report.pdf;

import io.github.espial.report.sheet.Strip;
import java.util.ArrayList;
import java.util.List;

/**
 * The strips of one A4 page.
 *
 * @param strips from top to bottom
 */
record Page(List<Strip> strips) {
    /** Of the sheet, in points. */
    static final float SHEET_WIDTH = 595.28f;

    static final float SHEET_HEIGHT = 841.89f;

    static final double MARGIN = 42;

    /** Above the strips, below the page's header. */
    static final double TOP = 50;

    /** Of the strips. */
    static final double WIDTH = SHEET_WIDTH - 2 * MARGIN;

    static final double HEIGHT = SHEET_HEIGHT - TOP - 48;

    Page {
        strips = List.copyOf(strips);
    }

    /** Breaks strips into pages; those that keep with the next move on with it, unless they fill a page by themselves. */
    static List<Page> of(List<Strip> strips) {
        List<Page> pages = new ArrayList<>();
        int start = 0;
        while (start < strips.size()) {
            int end = end(strips, start);
            pages.add(new Page(strips.subList(start, end)));
            start = end;
        }
        return pages;
    }

    /** Index after the last strip of the page that begins with {@code start}. */
    private static int end(List<Strip> strips, int start) {
        double room = HEIGHT;
        int end = start;
        while (end < strips.size() && strips.get(end).height() <= room) {
            room -= strips.get(end).height();
            end++;
        }
        if (end == strips.size()) {
            return end;
        }
        int kept = end;
        while (kept > start && strips.get(kept - 1).keepsWithNext()) {
            kept--;
        }
        // What is higher than a page stands on one alone, and runs over its edge.
        return kept > start ? kept : Math.max(end, start + 1);
    }
}
