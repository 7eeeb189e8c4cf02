package io.github.espial.context.fortios;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.SaCount;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code get vpn ipsec tunnel summary}: what went through each tunnel, in packets. */
public final class TunnelSummary implements ContextParser {
    private static final Pattern LINE =
            Pattern.compile("'([^']+)' ([0-9a-fA-F.:]+):\\d+\\s+selectors\\(total,up\\): \\d+/\\d+"
                    + "\\s+rx\\(pkt,err\\): (\\d{1,18})/\\d+\\s+tx\\(pkt,err\\): (\\d{1,18})/\\d+\\s*");

    @Override
    public String kind() {
        return "get vpn ipsec tunnel summary";
    }

    @Override
    public Platform platform() {
        return Platform.FORTIOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return LINE.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            Optional<Matcher> line = lines.take(LINE);
            if (line.isEmpty()) {
                return;
            }
            Matcher count = line.get();
            notes.add(new SaCount(
                    number,
                    count.group(1),
                    Optional.empty(),
                    Words.address(count.group(2)),
                    SaCount.PACKETS,
                    Words.number(count.group(3)),
                    Words.number(count.group(4))));
        }
    }
}
