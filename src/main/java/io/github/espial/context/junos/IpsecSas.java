package io.github.espial.context.junos;

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

/**
 * {@code show security ipsec security-associations} and {@code show security ike security-associations}. The plain form
 * tells no networks: each outbound SA is that of a tunnel into whose {@code st0} interface routes lead.
 */
public final class IpsecSas implements ContextParser {
    private static final Pattern HEADING = Pattern.compile(
            "\\s*(?:Total active tunnels: \\d+.*|ID\\s+Algorithm\\s+SPI\\s+Life:sec/kb\\s+.*Gateway\\s*|Index\\s+State\\s+Initiator cookie\\s+.*)");
    private static final Pattern SA =
            Pattern.compile("\\s*([<>])\\d+\\s+(?:ESP|AH):\\S+\\s+([0-9a-f]{1,8})\\s+.*\\s([0-9a-fA-F.:]+)\\s*");
    private static final Pattern IKE =
            Pattern.compile("\\s*\\d+\\s+(?:UP|DOWN)\\s+[0-9a-f]{16}\\s+[0-9a-f]{16}\\s+\\S.*");

    /** Of the interface that all such tunnels are units of. */
    private static final String TUNNEL = "st0";

    @Override
    public String kind() {
        return "show security ipsec security-associations";
    }

    @Override
    public Platform platform() {
        return Platform.JUNOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches()
                || SA.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            String line = lines.peek();
            Matcher sa = SA.matcher(line);
            if (sa.matches()) {
                Optional<IpAddress> peer = Words.address(sa.group(3));
                if (sa.group(1).equals(">") && peer.isPresent()) {
                    IpPrefix all = IpPrefix.all(peer.get().version());
                    notes.add(new PolicyEntry(
                            number,
                            Selector.between(all, all),
                            Way.OUT,
                            Action.PROTECT,
                            new PolicyEntry.Template(
                                    Optional.empty(), peer, Optional.of(SaMode.TUNNEL), Words.spi(sa.group(2))),
                            Optional.of(TUNNEL),
                            Optional.empty(),
                            Standing.ACTIVE));
                }
            } else if (!HEADING.matcher(line).matches() && !IKE.matcher(line).matches()) {
                return;
            }
            lines.next();
        }
    }
}
