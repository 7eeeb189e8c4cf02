package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.NeighbourEntry;
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
    private static final Pattern NEIGHBOUR = Pattern.compile("[0-9a-fA-F.:]+ dev \\S+(?:\\s+lladdr\\s+\\S+)?"
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
        return isNeighbour(lines.peek());
    }

    static boolean isNeighbour(String line) {
        return NEIGHBOUR.matcher(line).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            Matcher neighbour = NEIGHBOUR.matcher(lines.peek());
            if (!neighbour.matches()) {
                return;
            }
            List<String> words = Words.of(lines.next());
            var address = Words.address(words.get(0));
            if (address.isEmpty()) {
                notes.problem(number, "not an address: " + words.get(0));
                continue;
            }
            Optional<MacAddress> mac = Words.after(words, "lladdr").flatMap(Words::mac);
            notes.add(new NeighbourEntry(
                    number, address.get(), mac, Optional.of(words.get(2)), Optional.of(neighbour.group(1))));
        }
    }
}
