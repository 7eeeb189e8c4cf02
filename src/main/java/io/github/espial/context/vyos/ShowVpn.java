package io.github.espial.context.vyos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaCount;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show vpn ipsec sa} and {@code show vpn ipsec connections} of VyOS: states, packets, and networks. */
public final class ShowVpn implements ContextParser {
    private static final Pattern HEADING =
            Pattern.compile("Connection\\s+State\\s+(?:Uptime|Type)\\s+.*Remote address.*");
    private static final Pattern RULE = Pattern.compile("-{3,}(?:\\s+-{3,})+\\s*");

    /** Name, state, uptime, octets and packets in and out, the far end. */
    private static final Pattern SA = Pattern.compile(
            "(\\S+)\\s+up\\s+\\S+\\s+\\S+/\\S+\\s+(\\d+(?:\\.\\d+)?[KMG]?)/(\\d+(?:\\.\\d+)?[KMG]?)\\s+([0-9a-fA-F.:]+)\\s+.*");

    /** Name, state, type, far end, networks of both ends, and what this end is called by. */
    private static final Pattern CONNECTION = Pattern.compile(
            "(\\S+)\\s+(up|down)\\s+IPsec\\s+([0-9a-fA-F.:]+)\\s+([0-9a-fA-F.:]+/\\d{1,3})\\s+([0-9a-fA-F.:]+/\\d{1,3})(?:\\s+(\\S+).*)?");

    /** What VyOS calls the SA of a peer with {@code vti bind}. */
    private static final Pattern OF_VTI = Pattern.compile(".*[-_]vti");

    private static final Pattern ROW = Pattern.compile("\\S+\\s+(?:up|down)\\s+\\S.*");

    @Override
    public String kind() {
        return "show vpn ipsec";
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
        lines.next();
        lines.take(RULE);
        while (ROW.matcher(lines.peek()).matches()) {
            int number = lines.number();
            String line = lines.next();
            Matcher sa = SA.matcher(line);
            Matcher connection = CONNECTION.matcher(line);
            if (connection.matches()) {
                addPolicy(number, connection, notes);
            } else if (sa.matches()) {
                notes.add(new SaCount(
                        number,
                        sa.group(1),
                        Optional.empty(),
                        Words.address(sa.group(4)),
                        SaCount.PACKETS,
                        Words.amount(sa.group(2)),
                        Words.amount(sa.group(3))));
                ofInterface(number, sa, notes);
            }
        }
    }

    /** That of a VTI takes whatever is routed into it; which interface it is, the configuration tells. */
    private static void ofInterface(int line, Matcher sa, ContextNotes notes) {
        Optional<IpAddress> peer = Words.address(sa.group(4));
        if (peer.isPresent() && OF_VTI.matcher(sa.group(1)).matches()) {
            IpPrefix all = IpPrefix.all(peer.get().version());
            notes.add(PolicyEntry.outbound(
                    line,
                    Selector.between(all, all),
                    PolicyEntry.Template.tunnel(Optional.empty(), peer),
                    Optional.empty(),
                    Standing.ACTIVE));
        }
    }

    private static void addPolicy(int line, Matcher connection, ContextNotes notes) {
        Optional<IpPrefix> source = Words.prefix(connection.group(4));
        Optional<IpPrefix> destination = Words.prefix(connection.group(5));
        if (source.isEmpty() || destination.isEmpty()) {
            notes.problem(line, "traffic selectors that are no prefixes");
            return;
        }
        Optional<IpAddress> local = Optional.ofNullable(connection.group(6)).flatMap(Words::address);
        notes.add(new PolicyEntry(
                line,
                Selector.between(source.get(), destination.get()),
                Way.OUT,
                Action.PROTECT,
                new PolicyEntry.Template(
                        local, Words.address(connection.group(3)), Optional.of(SaMode.TUNNEL), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                connection.group(2).equals("up") ? Standing.ACTIVE : Standing.DOWN));
    }
}
