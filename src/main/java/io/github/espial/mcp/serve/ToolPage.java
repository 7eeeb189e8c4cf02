package io.github.espial.mcp.serve;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of a tool, from the resource of its name.
 *
 * @param title for people
 * @param description for whoever chooses among tools
 * @param input JSON schema of its arguments
 * @param output JSON schema of its members; empty where its answer is a text
 */
record ToolPage(String title, String description, Map<String, Object> input, Map<String, Object> output) {
    private static final String FOLDER = "/io/github/espial/mcp/tool/";

    static ToolPage of(String tool) {
        try (InputStream page = Objects.requireNonNull(ToolPage.class.getResourceAsStream(FOLDER + tool + ".json"))) {
            Map<String, Object> members = new ObjectMapper().readValue(page, new TypeReference<>() {});
            return new ToolPage(
                    String.valueOf(members.get("title")),
                    String.valueOf(members.get("description")),
                    schema(members.get("input")),
                    schema(members.get("output")));
        } catch (IOException e) {
            throw new UncheckedIOException(tool + ": its page is in every jar", e);
        }
    }

    /** As the protocol shows it. All that can be asked reads only, and nothing beyond the folders served. */
    McpSchema.Tool tool(String name) {
        McpSchema.Tool.Builder tool = McpSchema.Tool.builder(name, input)
                .title(title)
                .description(description)
                .annotations(McpSchema.ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build());
        return output.isEmpty() ? tool.build() : tool.outputSchema(output).build();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> schema(@Nullable Object schema) {
        return schema == null ? Map.of() : (Map<String, Object>) schema;
    }
}
