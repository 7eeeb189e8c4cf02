package io.github.espial.mcp.serve;

import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import java.util.List;
import java.util.Map;

/** Ready questions: what to do with a case, and how to write to whom it belongs. */
final class Prompts {
    private static final String CASE = "case";
    private static final String LANGUAGE = "language";

    private static final String TRIAGE = """
            Diagnose the case below with the tools of this server. Call analyze with it as the only input. Then:
            - If the verdict is misrouted: call findings, and give the peer, the next hop that was taken, the proper one, the
              evidence with frame numbers, the commands for the machine's platform with their undo, and how to see that it
              worked. Give only commands that an answer has; where none fits the platform, say so.
            - If it is healthy: say what proves it, and that this tells of the captured time only.
            - If it is undetermined: say what is missing, and give the commands of the tool ask for its platform.
            - If it is no-ipsec: say what was captured instead, and where to capture.
            Tell what was seen from what was inferred, with the confidence. Guess nothing: ask evidence, rows or lookup.

            Case: %s
            """;

    private static final String MAIL = """
            Write a mail of at most 200 words, in %s, to the administrator of the machine in the case below. Call analyze and
            findings first, and use nothing else. Say in one sentence what is wrong, what proves it (frames by number), the
            commands to run with their undo, and ask for a new capture to be held against the old one. No blame, no jargon
            beyond what the commands need. If the verdict is not misrouted, ask instead for what the answer says is missing.

            Case: %s
            """;

    private Prompts() {}

    static List<SyncPromptSpecification> all() {
        return List.of(
                prompt(
                        "triage",
                        "What is wrong with a case, and what mends it",
                        List.of(argument(CASE, "Path of a capture or folder below a served folder", true)),
                        given -> TRIAGE.formatted(given.getOrDefault(CASE, "(not named)"))),
                prompt(
                        "customer_mail",
                        "A mail to the administrator of the failing machine",
                        List.of(
                                argument(CASE, "Path of a capture or folder below a served folder", true),
                                argument(LANGUAGE, "Language of the mail; English where not given", false)),
                        given -> MAIL.formatted(
                                given.getOrDefault(LANGUAGE, "English"), given.getOrDefault(CASE, "(not named)"))));
    }

    /** Puts arguments into a text. */
    @FunctionalInterface
    private interface Text {
        String of(Map<String, Object> given);
    }

    private static PromptArgument argument(String name, String description, boolean isRequired) {
        return PromptArgument.builder(name)
                .description(description)
                .required(isRequired)
                .build();
    }

    private static SyncPromptSpecification prompt(
            String name, String description, List<PromptArgument> arguments, Text text) {
        McpSchema.Prompt prompt = McpSchema.Prompt.builder(name)
                .description(description)
                .arguments(arguments)
                .build();
        return new SyncPromptSpecification(prompt, (exchange, request) -> {
            Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
            McpSchema.Content content =
                    McpSchema.TextContent.builder(text.of(given)).build();
            return McpSchema.GetPromptResult.builder(
                            List.of(McpSchema.PromptMessage.builder(McpSchema.Role.USER, content)
                                    .build()))
                    .description(description)
                    .build();
        });
    }
}
