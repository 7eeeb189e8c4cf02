package io.github.espial.context.panos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show vpn ipsec-sa}: each SA is that of a tunnel into whose {@code tunnel} interface routes lead. */
public final class VpnIpsecSa implements ContextParser {
    private static final Pattern HEADING =
            Pattern.compile("GwID/client IP\\s+TnID\\s+Peer-Address\\s+Tunnel\\(Gateway\\).*");
    private static final Pattern RULE = Pattern.compile("-{3,}(?:\\s+-{3,})+\\s*");
    private static final Pattern ROW = Pattern.compile(
            "\\S+\\s+\\d+\\s+([0-9a-fA-F.:]+)\\s+(\\S+)\\((\\S+)\\)\\s+\\S+\\s+([0-9A-Fa-f]{1,8})\\s+([0-9A-Fa-f]{1,8})\\s+\\S.*");

    /** Of the interfaces that all such tunnels have. */
    private static final String TUNNEL = "tunnel";

    @Override
    public String kind() {
        return "show vpn ipsec-sa";
    }

    @Override
    public Platform platform() {
        return Platform.PANOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        lines.next();
        if (lines.peek().isBlank()) {
            lines.next();
        }
        lines.take(RULE);
        while (true) {
            int number = lines.number();
            Optional<Matcher> row = lines.take(ROW);
            if (row.isEmpty()) {
                return;
            }
            Optional<IpAddress> peer = Words.address(row.get().group(1));
            if (peer.isPresent()) {
                IpPrefix all = IpPrefix.all(peer.get().version());
                notes.add(new PolicyEntry(
                        number,
                        Selector.between(all, all),
                        Way.OUT,
                        Action.PROTECT,
                        new PolicyEntry.Template(
                                Optional.empty(),
                                peer,
                                Optional.of(SaMode.TUNNEL),
                                Words.spi(row.get().group(5))),
                        Optional.of(TUNNEL),
                        Optional.empty(),
                        Standing.ACTIVE));
            }
        }
    }
}
