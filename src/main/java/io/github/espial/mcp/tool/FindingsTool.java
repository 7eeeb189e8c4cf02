package io.github.espial.mcp.tool;

import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.JsonTree;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.mcp.answer.Rows;
import io.github.espial.mcp.desk.Desk;
import io.github.espial.mcp.desk.OpenCase;
import io.github.espial.mcp.desk.Question;
import io.github.espial.store.ReadProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code findings}: findings with their evidence and remedies. */
final class FindingsTool implements Tool {
    private static final int USUAL = 3;
    private static final int MOST = 20;

    private final Desk desk;

    FindingsTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException, InterruptedException {
        Optional<String> id = arguments.text("id");
        Optional<String> peer = arguments.text("peer");
        int offset = arguments.number("offset", 0, Integer.MAX_VALUE, 0);
        int limit = arguments.number("limit", 1, MOST, USUAL);
        OpenCase open = desk.open(Question.of(arguments), progress);
        List<Map<String, Object>> findings = new ArrayList<>();
        int index = 0;
        for (Map<?, ?> finding : JsonTree.rows(open.published(), "findings")) {
            if (isAsked(finding, "id", id) && isAsked(finding, "peer", peer)) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("index", index);
                finding.forEach((name, value) -> row.put(String.valueOf(name), value));
                findings.add(row);
            }
            index++;
        }
        Rows rows = Rows.of(findings, offset, limit);
        return new Answer(rows.sentence("findings"), rows.members("findings"));
    }

    private static boolean isAsked(Map<?, ?> finding, String name, Optional<String> asked) {
        return asked.isEmpty() || asked.get().equals(finding.get(name));
    }
}
