package io.github.espial.report.words;

/** What a page says beside its report: of its parts, and of what can be done with them. */
public final class PageWords {
    public static final String SKIP = "To the report";
    public static final String PARTS = "Parts";
    public static final String PICTURES = "Pictures";
    public static final String FRAMES = "Frames";
    public static final String DETAILS = "Details";
    public static final String MEANINGS = "Meanings";
    public static final String TIME_LINE = "Time line";
    public static final String COPY = "Copy";
    public static final String FILTER = "Filter";

    /** Said when a command was copied. */
    public static final String COPIED = "Copied";

    /** Said where a browser keeps its clipboard to itself. */
    public static final String SELECTED = "Selected: press Ctrl+C";

    /** Between how many rows are shown and how many there are. */
    public static final String OF = "of";

    public static final String ZOOM_IN = "Zoom in";
    public static final String ZOOM_OUT = "Zoom out";

    /** Said before the pages of findings in a report of another language. */
    public static final String IN_ENGLISH = "The page itself is in English.";

    /** The heading of a column of what rows are, where the table gives none. */
    public static final String KIND = "kind";

    /** The heading of a column of what is compared. */
    public static final String WHAT = "what";

    private PageWords() {}

    /** The title of a time line. */
    public static String happened(String from, String to) {
        return "What happened when, " + from + " to " + to;
    }
}
