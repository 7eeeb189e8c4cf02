package io.github.espial.context.windows;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.HostName;
import io.github.espial.context.LabelledLine;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Prompt;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code ipconfig /all}: a line per value, with dots between its name and a colon, below the name of its adapter. The
 * machine's own part comes first, and its own name first in it.
 */
public final class IpconfigAll implements ContextParser {
    private static final Pattern MORE_VALUE = Pattern.compile("\\s{20,}\\S.*");
    private static final Pattern NAME = Pattern.compile("[^\\s:]{1,255}");
    private static final String WINDOWS = "Windows";

    @Override
    public String kind() {
        return "ipconfig /all";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    /** The name of an adapter, or of the machine's own part, with values below it. */
    @Override
    public boolean recognises(Lines lines) throws IOException {
        return (LabelledLine.isDotted(lines.peek()) && isValue(lines.peek()))
                || (isTitle(lines.peek()) && hasValues(lines));
    }

    private static boolean isTitle(String line) {
        return !line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !Prompt.isAt(line);
    }

    /** Whether a value comes soon; the first of an adapter may have no dots, for its name is long. */
    private static boolean hasValues(Lines lines) throws IOException {
        int first = lines.peek(1).isBlank() ? 2 : 1;
        String line = lines.peek(first);
        return LabelledLine.isDotted(line) || (isValue(line) && LabelledLine.isDotted(lines.peek(first + 1)));
    }

    private static boolean isValue(String line) {
        return !line.isEmpty()
                && Character.isWhitespace(line.charAt(0))
                && LabelledLine.of(line).isPresent();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        String title = LabelledLine.isDotted(lines.peek()) ? "" : lines.peek().strip();
        Optional<String> name = LabelledLine.of(title).map(LabelledLine::label);
        AdapterDraft adapter = new AdapterDraft(lines.number(), name.orElse(""));
        if (!title.isEmpty()) {
            lines.next();
        }
        if (lines.peek().isBlank()) {
            lines.next();
        }
        boolean isHostNext = name.isEmpty() && title.contains(WINDOWS);
        while (isValue(lines.peek()) || MORE_VALUE.matcher(lines.peek()).matches()) {
            int number = lines.number();
            String line = lines.next();
            Optional<LabelledLine> value = LabelledLine.of(line);
            if (value.isEmpty() || isMoreValue(line)) {
                adapter.moreValue(line.strip());
            } else {
                if (isHostNext && NAME.matcher(value.get().value()).matches()) {
                    notes.add(new HostName(number, value.get().value()));
                }
                isHostNext = false;
                adapter.value(value.get());
            }
        }
        if (name.isPresent()) {
            adapter.finish(notes);
        }
    }

    private static boolean isMoreValue(String line) {
        return !LabelledLine.isDotted(line) && MORE_VALUE.matcher(line).matches();
    }
}
