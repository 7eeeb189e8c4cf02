package io.github.espial.context.firewall;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.Locale;

/** A page of OPNsense or pfSense that was saved as HTML. It is not read, but what to do instead is said. */
public final class SavedPage implements ContextParser {
    /** How far into the page its title may stand. */
    private static final int TO_TITLE = 40;

    @Override
    public String kind() {
        return "saved web page";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        String first = lines.peek().strip().toLowerCase(Locale.ROOT);
        if (!first.startsWith("<!doctype html") && !first.startsWith("<html")) {
            return false;
        }
        for (int ahead = 0; ahead < TO_TITLE; ahead++) {
            String line = lines.peek(ahead);
            if (line.contains("pfSense") || line.contains("OPNsense")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        notes.problem(
                lines.number(),
                "a web page saved as HTML, which is not read: open it, copy its text into a file, or give the output of"
                        + " netstat -rn, arp -an and setkey -DP from the shell");
        boolean ended = false;
        while (!lines.atEnd() && !ended) {
            ended = lines.next().toLowerCase(Locale.ROOT).contains("</html>");
        }
    }
}
