package io.github.espial.mcp.answer;

import io.github.espial.report.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of a report as they go into an answer: long lists and texts end early and say so, and nothing in them is invisible. */
public final class Bounded {
    /** Items of a list within a row. */
    static final int ITEMS = 20;

    /** Characters of a text. */
    static final int CHARACTERS = 2_000;

    private static final int DEEPEST = 12;

    private Bounded() {}

    /** A row with what fits; beside a list that was cut stands how many were left out, as {@code spisLeftOut}. */
    public static Map<String, Object> row(Map<?, ?> row) {
        return row(row, DEEPEST);
    }

    /** A text with what fits. */
    public static String text(String text) {
        String printable = Printable.of(text);
        return printable.length() <= CHARACTERS ? printable : printable.substring(0, CHARACTERS) + "...";
    }

    private static Map<String, Object> row(Map<?, ?> row, int depth) {
        Map<String, Object> bounded = new LinkedHashMap<>();
        row.forEach((key, value) -> {
            String name = text(String.valueOf(key));
            bounded.put(name, value(value, depth));
            if (value instanceof List<?> list && list.size() > ITEMS) {
                bounded.put(name + "LeftOut", list.size() - ITEMS);
            }
        });
        return bounded;
    }

    private static Object value(Object value, int depth) {
        if (depth == 0) {
            return "...";
        }
        if (value instanceof Map<?, ?> map) {
            return row(map, depth - 1);
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (Object item : list.subList(0, Math.min(ITEMS, list.size()))) {
                items.add(value(item, depth - 1));
            }
            return items;
        }
        return value instanceof String text ? text(text) : value;
    }
}
