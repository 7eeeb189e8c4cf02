package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Found;
import io.github.espial.diagnose.Severity;
import io.github.espial.report.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A batch in a few lines, for a chat or a mail: how many, what is new, and which cases failed. */
public final class SummaryText {
    /** Cases that are named of each kind; the index has all. */
    private static final int NAMED = 20;

    private static final String NEW = "New since the last run";

    private SummaryText() {}

    /** All lines, each with a line feed. */
    public static String of(BatchResult result) {
        StringBuilder text = new StringBuilder();
        line(text, sum(result.rows()));
        line(text, "Run of " + result.began() + since(result.earlier()));
        List<String> fresh = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (CaseRow row : result.rows()) {
            if (row.failed().isPresent()) {
                failed.add(row.name().called() + ": " + reason(row)
                        + (result.earlier().isNewlyFailed(row) ? " (new)" : ""));
            }
            if (isNewlyWrong(result, row)) {
                fresh.add(row.name().called() + ": " + row.verdict() + ": " + row.conclusion());
            }
        }
        list(text, result.earlier().ended().isEmpty() ? "Errors (there is no earlier run)" : NEW, fresh);
        list(text, "Failed", failed);
        return text.toString();
    }

    /** {@code 3 cases: 1 healthy, 2 misrouted}. */
    public static String sum(List<CaseRow> rows) {
        Map<String, Long> verdicts =
                rows.stream().collect(Collectors.groupingBy(CaseRow::verdict, TreeMap::new, Collectors.counting()));
        String parts = verdicts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return rows.size() + (rows.size() == 1 ? " case" : " cases") + (parts.isEmpty() ? "" : ": " + parts);
    }

    private static String since(EarlierRun earlier) {
        return earlier.ended().isEmpty() ? "" : "; the run before ended at " + earlier.ended();
    }

    private static boolean isNewlyWrong(BatchResult result, CaseRow row) {
        List<Found> findings =
                row.diagnosed().map(diagnosed -> diagnosed.findings()).orElse(List.of());
        return findings.stream()
                .anyMatch(found ->
                        found.severity() == Severity.ERROR && result.earlier().isNew(row, found));
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line(text, "");
        line(text, title + " (" + lines.size() + "):");
        lines.stream().limit(NAMED).forEach(one -> line(text, "- " + one));
        if (lines.size() > NAMED) {
            line(text, "- and " + (lines.size() - NAMED) + " more; the index has all");
        }
    }

    /** Without the name of the case before it, which is told. */
    private static String reason(CaseRow row) {
        String begin = row.name().id() + ": ";
        String reason = row.conclusion();
        return reason.startsWith(begin) ? reason.substring(begin.length()) : reason;
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.of(line)).append('\n');
    }
}
