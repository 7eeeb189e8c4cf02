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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code rows}: the tables of a report by page: flows, SAs, next hops, peers and whatever else it lists. */
final class RowsTool implements Tool {
    private static final int USUAL = 20;
    private static final int MOST = 200;

    /** Names in answers, and the members of a report that they are. */
    static final Map<String, String> TABLES = tables();

    private final Desk desk;

    RowsTool(Desk desk) {
        this.desk = desk;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("flows", "flows");
        tables.put("sas", "securityAssociations");
        tables.put("next-hops", "nextHops");
        tables.put("peers", "peers");
        tables.put("servers", "servers");
        tables.put("negotiations", "ikeSas");
        tables.put("l2tp-tunnels", "l2tpTunnels");
        tables.put("captures", "captures");
        tables.put("words", "contexts");
        tables.put("groups", "groups");
        return tables;
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException, InterruptedException {
        String table = arguments.required("table");
        String member = TABLES.get(table);
        if (member == null) {
            throw new RefusedException("\"table\": there is no " + Arguments.shown(table) + "; there are "
                    + String.join(", ", TABLES.keySet()));
        }
        Optional<String> holding = arguments.text("holding").map(text -> text.toLowerCase(Locale.ROOT));
        int offset = arguments.number("offset", 0, Integer.MAX_VALUE, 0);
        int limit = arguments.number("limit", 1, MOST, USUAL);
        OpenCase open = desk.open(Question.of(arguments), progress);
        List<Map<?, ?>> asked = new ArrayList<>();
        for (Map<?, ?> row : JsonTree.rows(open.published(), member)) {
            if (holding.isEmpty() || holds(row.values(), holding.get())) {
                asked.add(row);
            }
        }
        Rows rows = Rows.of(asked, offset, limit);
        return new Answer(rows.sentence(table), rows.members("rows"));
    }

    private static boolean holds(Iterable<?> values, String asked) {
        for (Object value : values) {
            boolean isHeld = value instanceof Map<?, ?> map
                    ? holds(map.values(), asked)
                    : value instanceof List<?> list
                            ? holds(list, asked)
                            : String.valueOf(value).toLowerCase(Locale.ROOT).contains(asked);
            if (isHeld) {
                return true;
            }
        }
        return false;
    }
}
