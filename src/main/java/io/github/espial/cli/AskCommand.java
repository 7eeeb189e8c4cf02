package io.github.espial.cli;

import io.github.espial.diagnose.ask.Questionnaire;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code espial ask}: the commands whose outputs Espial reads, for a machine of one kind, or the list of kinds. */
final class AskCommand implements Command {
    @Override
    public String name() {
        return "ask";
    }

    @Override
    public String summary() {
        return "The commands to run on the failing machine, ready to paste; without a platform, the list of them.";
    }

    @Override
    public String help() {
        return """
                usage: espial ask [PLATFORM]

                %s
                The commands change nothing and show no secrets. Give what they print to espial analyze, all in one file
                or each in its own; what a line with a # or ! before it says is what the commands after it answer.
                """.formatted(summary());
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public List<String> firstWords() {
        return Questionnaire.names();
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal) throws UsageException, IOException {
        if (arguments.isEmpty()) {
            terminal.print(String.join("\n", Questionnaire.names()) + "\n");
            return ExitStatus.CLEAN;
        }
        if (arguments.size() > 1) {
            throw new UsageException("one platform at a time; usage: espial ask [PLATFORM]");
        }
        String name = arguments.get(0);
        Questionnaire questions = Questionnaire.named(name)
                .orElseThrow(() -> new UsageException("there is no platform \"" + name + "\""
                        + NearestName.remark(name, Questionnaire.names(), ".") + " There are "
                        + String.join(", ", Questionnaire.names())));
        terminal.print(questions.text());
        return ExitStatus.CLEAN;
    }
}
