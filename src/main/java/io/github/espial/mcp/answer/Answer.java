package io.github.espial.mcp.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a tool answers. The two parts do not say the same: each is read beside the other.
 *
 * @param text for a reader
 * @param members for a program, as the tool's output schema describes them; empty where the text is all
 */
public record Answer(String text, Map<String, Object> members) {
    public Answer {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** An answer that is a text. */
    public static Answer of(String text) {
        return new Answer(text, Map.of());
    }
}
