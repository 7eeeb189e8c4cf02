package io.github.espial.context.sophos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * {@code system ipsec_route show} and {@code system route_precedence show}. The first tells what the firewall itself sends
 * into a tunnel, the second which of its tables come first, as {@code ip rule} does: nothing is taken from either.
 */
public final class ConsoleOutput implements ContextParser {
    private static final Pattern HEADING = Pattern.compile("\\s*tunnelname\\s+host/network\\s+netmask\\s*");
    private static final Pattern ROW = Pattern.compile("\\s*\\S+\\s+\\d+(?:\\.\\d+){3}\\s+\\d+(?:\\.\\d+){3}\\s*");
    private static final Pattern PRECEDENCE = Pattern.compile("\\s*Routing Precedence:?\\s*");
    private static final Pattern PLACE = Pattern.compile("\\s*\\d\\.\\s+(?:Policy|VPN|Static|SD-WAN)\\b.{0,40}");

    @Override
    public String kind() {
        return "system ipsec_route|route_precedence show";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches()
                || (PRECEDENCE.matcher(lines.peek()).matches()
                        && PLACE.matcher(lines.peek(1)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        boolean isOfTunnels = HEADING.matcher(lines.next()).matches();
        while (lines.take(isOfTunnels ? ROW : PLACE).isPresent()) {
            // Nothing that a lookup depends on.
        }
    }
}
