package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Prompt;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ip route show table NAME} that printed nothing: another prompt, or the end, follows the command. */
public final class EmptyTable implements ContextParser {
    private static final Pattern COMMAND = Pattern.compile(
            "(?:sudo )?ip (?:-[46] )?r(?:o(?:ute)?)? (?:s(?:h(?:ow)?)?|l(?:ist|s)?) t(?:able)? ([\\w.-]+)");

    @Override
    public String kind() {
        return "ip route";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return table(lines.peek()).isPresent() && (lines.peek(1).isBlank() || Prompt.isAt(lines.peek(1)));
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        table(lines.next()).ifPresent(notes::emptyTable);
    }

    private static Optional<String> table(String line) {
        if (line.indexOf("ip ") < 0) {
            return Optional.empty();
        }
        String command = Prompt.of(line)
                .map(Prompt::command)
                .orElseGet(() -> line.strip().replaceFirst("^[#$] ", ""));
        Matcher asked = COMMAND.matcher(command.strip());
        return asked.matches() ? Optional.of(asked.group(1)) : Optional.empty();
    }
}
