package io.github.espial.context.wireguard;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.WireGuardPeer;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code wg show}: interfaces, and under each its peers. Never their keys. */
public final class WgShow implements ContextParser {
    private static final Pattern INTERFACE = Pattern.compile("interface: ([\\w.@=+-]{1,15})\\s*");
    private static final Pattern OF_INTERFACE =
            Pattern.compile("\\s+(?:public key|private key|listening port|fwmark): .*");
    private static final Pattern PEER = Pattern.compile("peer: \\S+\\s*");
    private static final Pattern OF_PEER = Pattern.compile(
            "\\s+(endpoint|allowed ips|preshared key|latest handshake|transfer|persistent keepalive): (\\S.*?)\\s*");

    @Override
    public String kind() {
        return "wg show";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        String after = lines.peek(1);
        return INTERFACE.matcher(lines.peek()).matches()
                && (OF_INTERFACE.matcher(after).matches()
                        || after.isBlank()
                        || PEER.matcher(after).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Matcher begin = INTERFACE.matcher(lines.peek());
        String device = begin.matches() ? begin.group(1) : "";
        notes.add(new InterfaceEntry(lines.number(), device, Optional.empty(), Optional.empty(), List.of(), List.of())
                .of(Optional.of(new TunnelDevice(
                        "wireguard", Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty()))));
        lines.next();
        while (OF_INTERFACE.matcher(lines.peek()).matches()) {
            lines.next();
        }
        while (isPeer(lines)) {
            while (lines.peek().isBlank()) {
                lines.next();
            }
            peer(lines, device, notes);
        }
    }

    /** A blank line is before each peer, and before the next interface. */
    private static boolean isPeer(Lines lines) throws IOException {
        int ahead = 0;
        while (ahead < 2 && !lines.atEnd() && lines.peek(ahead).isBlank()) {
            ahead++;
        }
        return PEER.matcher(lines.peek(ahead)).matches();
    }

    private static void peer(Lines lines, String device, ContextNotes notes) throws IOException {
        int number = lines.number();
        lines.next();
        Optional<IpAddress> endpoint = Optional.empty();
        List<IpPrefix> allowed = List.of();
        for (Matcher of = OF_PEER.matcher(lines.peek()); of.matches(); of = OF_PEER.matcher(lines.peek())) {
            if (of.group(1).equals("endpoint")) {
                endpoint = Networks.endpoint(of.group(2));
            } else if (of.group(1).equals("allowed ips")) {
                allowed = Networks.of(of.group(2));
            }
            lines.next();
        }
        notes.add(new WireGuardPeer(number, Optional.of(device), endpoint, allowed));
    }
}
