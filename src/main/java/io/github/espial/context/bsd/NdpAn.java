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

/** {@code ndp -an} of FreeBSD and macOS. */
public final class NdpAn implements ContextParser {
    private static final Pattern HEADING = Pattern.compile("Neighbor\\s+Linklayer Address\\s+Netif\\s+Expire\\b.*");
    private static final Pattern ROW = Pattern.compile(
            "((?=[0-9a-fA-F.]*+:)[0-9a-fA-F.:]++)(?:%\\S+)?\\s+([0-9a-fA-F:]+|\\(incomplete\\))\\s+(\\S+)\\s+(\\S+)\\b.*");

    @Override
    public String kind() {
        return "ndp -an";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        lines.next();
        for (Optional<Matcher> next = lines.take(ROW); next.isPresent(); next = lines.take(ROW)) {
            Matcher row = next.get();
            notes.addNeighbor(
                    lines.taken(),
                    row.group(1),
                    Words.mac(row.group(2)),
                    Optional.of(row.group(3)),
                    Optional.of(row.group(4)));
        }
    }
}
