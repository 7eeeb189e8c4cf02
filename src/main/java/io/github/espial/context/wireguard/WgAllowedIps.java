package io.github.espial.context.wireguard;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.WireGuardPeer;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code wg show all allowed-ips}, and of one interface, whose name it does not print: a line for each peer. */
public final class WgAllowedIps implements ContextParser {
    /** A key is 32 octets in Base64. */
    private static final Pattern LINE =
            Pattern.compile("(?:([\\w.@=+-]{1,15})\\s+)?[A-Za-z0-9+/]{43}=\\s+([0-9a-fA-F.:/ \\t]+)");

    @Override
    public String kind() {
        return "wg show allowed-ips";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        Matcher line = LINE.matcher(lines.peek());
        return line.matches() && !Networks.of(line.group(2)).isEmpty();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (recognises(lines)) {
            int number = lines.number();
            Matcher line = LINE.matcher(lines.next());
            if (line.matches()) {
                notes.add(new WireGuardPeer(
                        number, Optional.ofNullable(line.group(1)), Optional.empty(), Networks.of(line.group(2))));
            }
        }
    }
}
