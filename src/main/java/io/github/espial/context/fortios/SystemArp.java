package io.github.espial.context.fortios;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code get system arp}. */
public final class SystemArp implements ContextParser {
    private static final Pattern HEADING = Pattern.compile("Address\\s+Age\\(min\\)\\s+Hardware Addr\\s+Interface\\s*");
    private static final Pattern ROW =
            Pattern.compile("([0-9.]+)\\s+(?:\\d+|-)\\s+([0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5})\\s+(\\S+)\\s*");

    @Override
    public String kind() {
        return "get system arp";
    }

    @Override
    public Platform platform() {
        return Platform.FORTIOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        lines.next();
        while (true) {
            int number = lines.number();
            Optional<Matcher> row = lines.take(ROW);
            if (row.isEmpty()) {
                return;
            }
            Matcher neighbor = row.get();
            notes.addNeighbor(
                    number,
                    neighbor.group(1),
                    Words.mac(neighbor.group(2)),
                    Optional.of(neighbor.group(3)),
                    Optional.empty());
        }
    }
}
