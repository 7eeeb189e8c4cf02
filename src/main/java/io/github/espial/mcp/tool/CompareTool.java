package io.github.espial.mcp.tool;

import io.github.espial.compare.Comparison;
import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.JsonTree;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.mcp.answer.Rows;
import io.github.espial.mcp.desk.Desk;
import io.github.espial.mcp.desk.Question;
import io.github.espial.report.json.JsonComparison;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code compare}: what changed between a case and the same after a repair. */
final class CompareTool implements Tool {
    private static final int USUAL = 10;
    private static final int MOST = 100;

    private final Desk desk;

    CompareTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException, InterruptedException {
        Question before = Question.plain(arguments, "before");
        Question after = Question.plain(arguments, "after");
        int offset = arguments.number("offset", 0, Integer.MAX_VALUE, 0);
        int limit = arguments.number("limit", 1, MOST, USUAL);
        Comparison comparison = Comparison.of(
                desk.open(before, progress).report(), desk.open(after, progress).report());
        Map<String, Object> published;
        try {
            published = JsonTree.of(out -> new JsonComparison(desk.terms().version()).write(comparison, out));
        } catch (IOException e) {
            throw new UncheckedIOException("JSON in memory cannot fail", e);
        }
        List<Map<?, ?>> changes = new ArrayList<>(JsonTree.rows(published, "peers"));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("outcome", comparison.outcome().toString());
        members.put("missing", comparison.missing());
        members.putAll(Rows.of(changes, offset, limit).members("peers"));
        return new Answer(comparison.conclusion(), members);
    }
}
