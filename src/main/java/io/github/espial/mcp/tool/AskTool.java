package io.github.espial.mcp.tool;

import io.github.espial.diagnose.ask.Questionnaire;
import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.store.ReadProgress;
import java.util.Optional;

/** {@code ask}: which commands to run on the failing machine, which change nothing there. */
final class AskTool implements Tool {
    @Override
    public String name() {
        return "ask";
    }

    @Override
    public Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException {
        Optional<String> platform = arguments.text("platform");
        String names = String.join(", ", Questionnaire.names());
        if (platform.isEmpty()) {
            return Answer.of("Platforms: " + names);
        }
        return Answer.of(Questionnaire.named(platform.get())
                .orElseThrow(() -> new RefusedException(
                        "there is no platform " + Arguments.shown(platform.get()) + "; there are " + names))
                .text());
    }
}
