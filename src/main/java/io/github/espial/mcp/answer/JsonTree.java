package io.github.espial.mcp.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is published as JSON, as a tree of maps and lists: answers are parts of it, with the same names. */
public final class JsonTree {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonTree() {}

    /** Writes JSON. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The object that {@code writer} writes. */
    public static Map<String, Object> of(Writer writer) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        writer.writeTo(octets);
        return MAPPER.readValue(octets.toByteArray(), new TypeReference<>() {});
    }

    /** The objects in a list of {@code object}; none where it has no such list. */
    public static List<Map<?, ?>> rows(Map<?, ?> object, String name) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (object.get(name) instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> row) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
