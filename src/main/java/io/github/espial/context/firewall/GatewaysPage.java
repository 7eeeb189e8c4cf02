package io.github.espial.context.firewall;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page Status > Gateways of pfSense, and System > Gateways of OPNsense, as copied text. Only what is marked as the
 * default gateway is one; of the others the page does not tell what is routed to them.
 */
public final class GatewaysPage implements ContextParser {
    /** Columns that both firewalls show; the deviation of the round trip time is called differently. */
    private static final List<String> HEADING = List.of("Name", "Gateway", "RTT", "Loss", "Status");

    private static final Pattern ROW = Pattern.compile("\\s*([\\w.-]+)(?:\\s+\\((default|active)[^)]*\\))?\\s+(\\S.*)");

    @Override
    public String kind() {
        return "gateways page";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return lines.peek().contains("RTT") && Words.of(lines.peek()).containsAll(HEADING) && isRow(lines.peek(1));
    }

    private static boolean isRow(String line) {
        Matcher row = ROW.matcher(line);
        return row.matches()
                && Words.of(row.group(3)).stream()
                        .anyMatch(word -> Words.address(word).isPresent());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        lines.next();
        while (isRow(lines.peek())) {
            int number = lines.number();
            Matcher row = ROW.matcher(lines.next());
            if (row.matches() && row.group(2) != null) {
                Words.of(row.group(3)).stream()
                        .flatMap(word -> Words.address(word).stream())
                        .findFirst()
                        .ifPresent(gateway -> notes.add(new InterfaceEntry(
                                number,
                                row.group(1),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(gateway))));
            }
        }
    }
}
