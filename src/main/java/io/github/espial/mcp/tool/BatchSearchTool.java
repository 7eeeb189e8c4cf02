package io.github.espial.mcp.tool;

import io.github.espial.batch.index.IndexSearch;
import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.mcp.answer.Rows;
import io.github.espial.mcp.desk.Desk;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code batch_search}: cases of a batch, by its {@code index.sqlite}. */
final class BatchSearchTool implements Tool {
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final String INDEX = "index.sqlite";

    private final Desk desk;

    BatchSearchTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "batch_search";
    }

    @Override
    public Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException {
        if (desk.terms().redaction().isPresent()) {
            throw new RefusedException(
                    "an index has addresses and names as the batch wrote them, and this server redacts;"
                            + " run the batch with --redact, and search its index with a server that does not");
        }
        String index = arguments.required("index");
        int offset = arguments.number("offset", 0, Integer.MAX_VALUE, 0);
        int limit = arguments.number("limit", 1, MOST, USUAL);
        IndexSearch search = new IndexSearch(
                arguments.text("text"),
                arguments.text("verdict"),
                arguments.text("finding"),
                arguments.text("address"));
        Path file = desk.roots().resolve(index);
        if (Files.isDirectory(file)) {
            file = desk.roots().resolve(file.resolve(INDEX).toString());
        }
        try {
            IndexSearch.Hits hits = search.in(file, offset, limit);
            Rows rows = Rows.of(hits.cases().stream().map(BatchSearchTool::row).toList(), 0, limit);
            return answer(rows, offset, hits.total());
        } catch (IOException e) {
            throw new RefusedException(index + ": " + e.getMessage());
        }
    }

    private static Answer answer(Rows page, int offset, int total) {
        Rows rows = new Rows(page.rows(), offset, total);
        return new Answer(rows.sentence("cases"), rows.members("cases"));
    }

    private static Map<String, Object> row(IndexSearch.Hit hit) {
        Map<String, Object> row = new LinkedHashMap<>(hit.columns());
        row.put("findings", List.copyOf(hit.findings()));
        return row;
    }
}
