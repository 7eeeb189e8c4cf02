package io.github.espial.context.vyos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.SaCount;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show vpn ipsec sa} of Vyatta, early VyOS and EdgeOS: both ends, and octets of each tunnel between them. */
public final class VyattaSas implements ContextParser {
    private static final Pattern HEADING = Pattern.compile("Peer ID / IP\\s+Local ID / IP\\s*");
    private static final Pattern RULE = Pattern.compile("\\s*-{3,}(?:\\s+-{3,})+\\s*");
    private static final Pattern ENDS = Pattern.compile("([0-9a-fA-F.:]+)\\s+([0-9a-fA-F.:]+|any)\\s*");
    private static final Pattern COLUMNS =
            Pattern.compile("\\s+Tunnel\\s+State\\s+Bytes Out/In\\s+Encrypt\\s+Hash\\s+NAT-T\\s.*");
    private static final Pattern TUNNEL =
            Pattern.compile("\\s+(\\d+|vti)\\s+(up|down)\\s+(?:([\\d.]{1,12}[KMGT]?)/([\\d.]{1,12}[KMGT]?)|n/a)\\s+.*");
    private static final Pattern DESCRIPTION = Pattern.compile("\\s+Description: .*");

    @Override
    public String kind() {
        return "show vpn ipsec sa";
    }

    @Override
    public Platform platform() {
        return Platform.VYOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Optional<IpAddress> local = Optional.empty();
        Optional<IpAddress> peer = Optional.empty();
        do {
            int number = lines.number();
            String line = lines.next();
            Matcher ends = ENDS.matcher(line);
            Matcher tunnel = TUNNEL.matcher(line);
            if (ends.matches()) {
                peer = Words.address(ends.group(1));
                local = Words.address(ends.group(2)).filter(address -> !address.isUnspecified());
                local.ifPresent(notes::own);
            } else if (tunnel.matches() && tunnel.group(3) != null) {
                notes.add(new SaCount(
                        number,
                        "tunnel " + tunnel.group(1),
                        local,
                        peer,
                        SaCount.BYTES,
                        Words.amount(tunnel.group(4)),
                        Words.amount(tunnel.group(3))));
            }
        } while (isOfIt(lines));
    }

    private static boolean isOfIt(Lines lines) throws IOException {
        int at = 0;
        while (at < 3 && lines.peek(at).isBlank()) {
            at++;
        }
        String line = lines.peek(at);
        return HEADING.matcher(line).matches()
                || RULE.matcher(line).matches()
                || ENDS.matcher(line).matches()
                || COLUMNS.matcher(line).matches()
                || TUNNEL.matcher(line).matches()
                || DESCRIPTION.matcher(line).matches();
    }
}
