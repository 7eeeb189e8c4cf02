package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.MacAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ip neigh}. */
public final class IpNeigh implements ContextParser {
    private static final Pattern NEIGHBOR = Pattern.compile("[0-9a-fA-F.:]+ dev \\S+(?:\\s+lladdr\\s+\\S+)?"
            + "(?:\\s+(?:router|proxy|managed|offload|extern_learn|extern_valid|used\\s+\\S+|ref\\s+\\d+|probes\\s+\\d+)){0,12}"
            + "\\s+(PERMANENT|NOARP|REACHABLE|STALE|NONE|INCOMPLETE|DELAY|PROBE|FAILED)(?:\\s+proto\\s+\\S+)?\\s*");

    @Override
    public String kind() {
        return "ip neigh";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return isNeighbor(lines.peek());
    }

    static boolean isNeighbor(String line) {
        return NEIGHBOR.matcher(line).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            Matcher neighbor = NEIGHBOR.matcher(lines.peek());
            if (!neighbor.matches()) {
                return;
            }
            List<String> words = Words.of(lines.next());
            Optional<MacAddress> mac = Words.after(words, "lladdr").flatMap(Words::mac);
            notes.addNeighbor(number, words.get(0), mac, Optional.of(words.get(2)), Optional.of(neighbor.group(1)));
        }
    }
}
