package io.github.espial.context.bsd;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code arp -a} of FreeBSD, macOS and Linux: {@code ? (192.0.2.1) at 00:1b:21:aa:00:01 on em0 …}. */
public final class UnixArp implements ContextParser {
    private static final Pattern ROW = Pattern.compile(
            "\\S+ \\((\\d{1,3}(?:\\.\\d{1,3}){3})\\) at (\\S+)(?: (?:\\[\\w+\\]|PERM|PUB)){0,4} on (\\S+)\\s*+((?:.*\\S)?)\\s*");

    @Override
    public String kind() {
        return "arp -a";
    }

    /** Linux prints it too. */
    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return ROW.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        for (Optional<Matcher> next = lines.take(ROW); next.isPresent(); next = lines.take(ROW)) {
            Matcher row = next.get();
            notes.addNeighbor(
                    lines.taken(),
                    row.group(1),
                    Words.mac(row.group(2)),
                    Optional.of(row.group(3)),
                    Optional.of(row.group(4)).filter(state -> !state.isEmpty()));
        }
    }
}
