package io.github.espial.mcp.tool;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.Bounded;
import io.github.espial.mcp.answer.JsonTree;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.mcp.answer.Rows;
import io.github.espial.mcp.desk.Desk;
import io.github.espial.mcp.desk.OpenCase;
import io.github.espial.mcp.desk.Question;
import io.github.espial.report.lang.Language;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextReport;
import io.github.espial.store.ReadProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code analyze}: the verdict, why, what to do, and which findings there are. */
final class AnalyzeTool implements Tool {
    private static final int COLUMNS = 120;
    private static final int MOST_FINDINGS = 20;

    /** What tells findings apart; all else is told by {@code findings}. */
    private static final List<String> OF_FINDING = List.of(
            "id", "severity", "confidence", "title", "peer", "actualNextHop", "expectedNextHop", "frames", "ongoing");

    private static final List<String> OF_CAPTURE = List.of("file", "format", "frames", "first", "last");

    private final Desk desk;

    AnalyzeTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "analyze";
    }

    @Override
    public Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException, InterruptedException {
        OpenCase open = desk.open(Question.of(arguments), progress);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verdict", open.report().verdict().toString());
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Map<?, ?> finding : JsonTree.rows(open.published(), "findings")) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("index", findings.size());
            row.putAll(part(finding, OF_FINDING));
            findings.add(row);
        }
        members.putAll(Rows.of(findings, 0, MOST_FINDINGS).members("findings"));
        List<Map<String, Object>> captures = new ArrayList<>();
        for (Map<?, ?> capture : JsonTree.rows(open.published(), "captures")) {
            captures.add(part(capture, OF_CAPTURE));
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("captures", captures);
        rest.put("missing", open.report().judgment().missing());
        if (open.published().get("predicted") instanceof Map<?, ?> predicted) {
            rest.put("predicted", part(predicted, List.of("verdict", "confidence", "model")));
        }
        members.putAll(Bounded.row(rest));
        return new Answer(text(open.report()), members);
    }

    private static Map<String, Object> part(Map<?, ?> whole, List<String> names) {
        Map<String, Object> part = new LinkedHashMap<>();
        for (String name : names) {
            if (whole.containsKey(name)) {
                part.put(name, whole.get(name));
            }
        }
        return part;
    }

    private static String text(CaseReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TextReport(Palette.plain(), Language.ENGLISH.translation(), TextReport.Order.ANSWER_ONLY, COLUMNS)
                    .write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
