package io.github.espial.context.cisco;

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

/** {@code show vpn-sessiondb l2l}, also with {@code detail}, of ASA: octets of each far end, and of each pair of networks. */
public final class VpnSessions implements ContextParser {
    private static final Pattern TITLE = Pattern.compile("\\s*Session Type: LAN-to-LAN(?: Detailed)?\\s*");
    private static final Pattern CONNECTION = Pattern.compile("\\s*Connection\\s+: (\\S+)\\s*");
    private static final Pattern ADDRESS = Pattern.compile("\\s*Index\\s+: \\d+\\s+IP Addr\\s+: ([0-9a-fA-F.:]+)\\s*");
    private static final Pattern BYTES =
            Pattern.compile("\\s*Bytes Tx\\s+: (\\d{1,18})\\s+Bytes Rx\\s+: (\\d{1,18})\\s*");
    private static final Pattern NETWORK =
            Pattern.compile("\\s*(Local|Remote) Addr\\s+: ([0-9a-fA-F.:]+)/([0-9.]+|\\d{1,3})/\\d+/\\d+\\s*");
    private static final Pattern LABELLED =
            Pattern.compile("\\s*\\p{L}[\\w ./()-]{1,24}: \\S.*|\\s*(?:IKEv[12]|IPsec(?:OverNatT)?|ID|TCP):\\s*");

    @Override
    public String kind() {
        return "show vpn-sessiondb";
    }

    @Override
    public Platform platform() {
        return Platform.CISCO;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return TITLE.matcher(lines.peek()).matches()
                || (CONNECTION.matcher(lines.peek()).matches()
                        && ADDRESS.matcher(lines.peek(1)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        String name = "";
        Optional<IpAddress> peer = Optional.empty();
        Optional<IpPrefix> local = Optional.empty();
        boolean isCounted = false;
        do {
            int number = lines.number();
            String line = lines.next();
            Matcher connection = CONNECTION.matcher(line);
            Matcher address = ADDRESS.matcher(line);
            Matcher bytes = BYTES.matcher(line);
            Matcher network = NETWORK.matcher(line);
            if (connection.matches()) {
                name = connection.group(1);
                peer = Words.address(name);
                isCounted = false;
            } else if (address.matches()) {
                peer = Words.address(address.group(1));
            } else if (bytes.matches() && !isCounted) {
                // The first are of the whole session; what follows repeats it by tunnels.
                isCounted = true;
                notes.add(new SaCount(
                        number,
                        name,
                        Optional.empty(),
                        peer,
                        SaCount.BYTES,
                        Words.number(bytes.group(2)),
                        Words.number(bytes.group(1))));
            } else if (network.matches()) {
                Optional<IpPrefix> prefix = Words.addresses(network.group(2) + "/" + network.group(3));
                if (network.group(1).equals("Local")) {
                    local = prefix;
                } else if (local.isPresent() && prefix.isPresent()) {
                    notes.add(PolicyEntry.outbound(
                            number,
                            Selector.between(local.get(), prefix.get()),
                            PolicyEntry.Template.tunnel(Optional.empty(), peer),
                            Optional.empty(),
                            Standing.ACTIVE));
                }
            }
        } while (isOfIt(lines));
    }

    private static boolean isOfIt(Lines lines) throws IOException {
        int at = 0;
        while (at < 3 && lines.peek(at).isBlank()) {
            at++;
        }
        return LABELLED.matcher(lines.peek(at)).matches();
    }
}
