package io.github.espial.context.fortios;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.SaCount;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code get vpn ipsec tunnel summary}: what went through each tunnel, in packets, and the tunnel interface of that name. Of a
 * tunnel without an interface no route has the name.
 */
public final class TunnelSummary implements ContextParser {
    private static final Pattern LINE =
            Pattern.compile("'([^']+)' ([0-9a-fA-F.:]+):\\d+\\s+selectors\\(total,up\\): \\d+/(\\d{1,9})"
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
                    Words.number(count.group(4)),
                    Words.number(count.group(5))));
            Words.address(count.group(2)).ifPresent(peer -> addPolicy(number, count, peer, notes));
        }
    }

    /** It takes what is routed into it: which networks its selectors name, the summary does not say. */
    private static void addPolicy(int line, Matcher tunnel, IpAddress peer, ContextNotes notes) {
        if (!peer.isUnspecified()) {
            IpPrefix all = IpPrefix.all(peer.version());
            notes.add(PolicyEntry.outbound(
                    line,
                    Selector.between(all, all),
                    PolicyEntry.Template.tunnel(Optional.empty(), Optional.of(peer)),
                    Optional.of(tunnel.group(1)),
                    tunnel.group(3).equals("0") ? Standing.DOWN : Standing.ACTIVE));
        }
    }
}
