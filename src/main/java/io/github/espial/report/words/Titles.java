package io.github.espial.report.words;

import io.github.espial.diagnose.CaseReport;

/** Titles of the parts of a report. */
public final class Titles {
    public static final String FINDINGS = "Findings";
    public static final String NO_FINDINGS = "Findings: none";
    public static final String MEANINGS = "What these findings mean";
    public static final String MISSING = "What is missing";
    public static final String EVIDENCE = "Evidence";
    public static final String WEIGHED_EVIDENCE = "Evidence (log-odds, which add up to the confidence)";
    public static final String FRAMES = "Frames that show it; what judgements rest on is marked";
    public static final String REMEDY = "Remedy";
    public static final String UNDO = "to undo:";

    /** Stands before a command. */
    public static final String CHECK = "To check it, capture again:";

    public static final String CASE = "Case";
    public static final String ANALYSED_BY = "Analysed by";
    public static final String COMPARED_BY = "Compared by";
    public static final String TOO_MUCH = "There is more than one picture holds: see the report as text, JSON or PDF";

    /** What a document is about. */
    public static final String SUBJECT = "Where IPsec traffic went, and where it should have gone";

    private Titles() {}

    /** Both from 1. */
    public static String page(int number, int count) {
        return "Page " + number + " of " + count;
    }

    /** A case in a few words, for titles of documents. */
    public static String of(CaseReport report) {
        return "Espial: " + report.verdict() + " · " + name(report);
    }

    /** What a case is called, the day that its captures begin, and the names of these. */
    public static String name(CaseReport report) {
        String called = report.inputs().called();
        String day = CaptureList.day(report.inputs().captures());
        return (called.isEmpty() ? "" : "case " + called + " · ")
                + (day.isEmpty() ? "" : day + " · ")
                + CaptureList.names(report.inputs().captures());
    }
}
