package io.github.espial.context.windows;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ipconfig /all}: a line per value, with dots between its name and a colon, below the name of its adapter. */
public final class IpconfigAll implements ContextParser {
    private static final Pattern VALUE = Pattern.compile("\\s+(\\S.*?)[ .]*:\\s?(.*?)\\s*");
    private static final Pattern DOTTED = Pattern.compile("\\s+\\S.*\\. \\..*:.*");
    private static final Pattern ADAPTER = Pattern.compile("(\\S.*?)\\s?:\\s*");
    private static final Pattern MORE_VALUE = Pattern.compile("\\s{20,}(\\S+.*?)\\s*");

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
        if (DOTTED.matcher(lines.peek()).matches()) {
            return true;
        }
        return isTitle(lines) && hasValues(lines, 1);
    }

    private static boolean isTitle(Lines lines) throws IOException {
        String line = lines.peek();
        return !line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !RouteRow.isPrompt(line);
    }

    /** Whether a value comes soon; the first of an adapter may have no dots, for its name is long. */
    private static boolean hasValues(Lines lines, int ahead) throws IOException {
        int first = lines.peek(ahead).isBlank() ? ahead + 1 : ahead;
        return isValue(lines, first) || (VALUE.matcher(lines.peek(first)).matches() && isValue(lines, first + 1));
    }

    private static boolean isValue(Lines lines, int ahead) throws IOException {
        return DOTTED.matcher(lines.peek(ahead)).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Matcher title = ADAPTER.matcher(lines.peek());
        AdapterDraft adapter = new AdapterDraft(lines.number(), title.matches() ? title.group(1) : "");
        boolean named = title.matches();
        if (!DOTTED.matcher(lines.peek()).matches()) {
            lines.next();
        }
        if (lines.peek().isBlank()) {
            lines.next();
        }
        while (true) {
            Matcher value = VALUE.matcher(lines.peek());
            Matcher more = MORE_VALUE.matcher(lines.peek());
            if (more.matches() && !DOTTED.matcher(lines.peek()).matches()) {
                adapter.moreValue(more.group(1));
            } else if (value.matches()) {
                adapter.value(value.group(1), value.group(2));
            } else {
                break;
            }
            lines.next();
        }
        if (named) {
            adapter.finish(notes);
        }
    }
}
