package io.github.espial.mcp.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some rows of many, as many as fit an answer.
 *
 * @param rows from the first that was asked for
 * @param offset of the first, from 0
 * @param total of all that there are
 */
public record Rows(List<Map<String, Object>> rows, int offset, int total) {
    /** Characters of all rows together, about: clients refuse answers of more than 25,000 tokens. */
    static final int CHARACTERS = 16_000;

    public Rows {
        rows = List.copyOf(rows);
    }

    /**
     * From {@code offset} on, at most {@code limit} rows, and no more than fit; one at least, where there is one.
     *
     * @param all the rows that there are
     */
    public static Rows of(List<? extends Map<?, ?>> all, int offset, int limit) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int characters = 0;
        for (int at = offset; at < all.size() && rows.size() < limit; at++) {
            Map<String, Object> row = Bounded.row(all.get(at));
            characters += row.toString().length();
            if (characters > CHARACTERS && !rows.isEmpty()) {
                break;
            }
            rows.add(row);
        }
        return new Rows(rows, offset, all.size());
    }

    /** Members of an answer: the rows under {@code name}, how many there are, and where the next begin. */
    public Map<String, Object> members(String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(name, rows);
        members.put("offset", offset);
        members.put("total", total);
        if (offset + rows.size() < total) {
            members.put("next", offset + rows.size());
        }
        return members;
    }

    /** Which these are, such as {@code findings 0 to 4 of 12, more from offset 5}. */
    public String sentence(String name) {
        if (rows.isEmpty()) {
            return total == 0
                    ? "There are no " + name + "."
                    : "There are " + total + " " + name + ", none from " + offset + " on.";
        }
        int end = offset + rows.size();
        return "The " + name + " " + offset + " to " + (end - 1) + " of " + total
                + (end < total ? "; more from offset " + end + " on." : ".");
    }
}
