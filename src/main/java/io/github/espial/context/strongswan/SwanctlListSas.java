package io.github.espial.context.strongswan;

import io.github.espial.context.BareIkeSa;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.SaCount;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code swanctl --list-sas}: each child SA is a policy for what leaves, from each of its local traffic selectors to
 * each of the remote ones.
 */
public final class SwanctlListSas implements ContextParser {
    private static final Pattern IKE_SA = Pattern.compile("\\S.*: #\\d+, ([A-Z_]+), IKEv[12], .*");
    private static final Pattern END_POINT =
            Pattern.compile("  (local|remote)\\s+'.*' @ ([0-9a-fA-F.:]+)(?:\\[\\d+\\].*|\\s*)");
    /** Before strongSwan 5.3, and so on EdgeOS, without the number that ties it to policies. */
    private static final Pattern CHILD_SA =
            Pattern.compile("  (\\S+): #\\d+, (?:reqid \\d+, )?([A-Z_]+), ([A-Z]+)\\S*, .*");

    private static final Pattern SELECTORS = Pattern.compile("    (local|remote)\\s+(\\S.*)");

    /** The SPI of what leaves, then mark and interface id, if the SA is for packets with such. */
    private static final Pattern OUTBOUND =
            Pattern.compile("    out ([0-9a-f]{8})(?: \\((\\S+)\\|(\\S+)\\))?\\s*(?:,.*)?");

    /** How much arrived or left, in octets. */
    private static final Pattern COUNT =
            Pattern.compile("    (in|out) ++[0-9a-f]{8}(?: \\(\\S+\\))?, ++(\\d{1,18}) bytes,.*");

    private static final String NONE = "-";

    /** The last line before those of SAs for packets: where it stands, all of the negotiation was pasted. */
    private static final String ESTABLISHED = "  established ";

    @Override
    public String kind() {
        return "swanctl --list-sas";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return IKE_SA.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int begin = lines.number();
        Matcher ikeSa = IKE_SA.matcher(lines.next());
        boolean isUp = ikeSa.matches() && ikeSa.group(1).equals("ESTABLISHED");
        boolean isWhole = false;
        boolean hasChild = false;
        Optional<IpAddress> local = Optional.empty();
        Optional<IpAddress> remote = Optional.empty();
        Optional<Tunnel> tunnel = Optional.empty();
        List<String> localSelectors = List.of();
        String name = "";
        OptionalLong in = OptionalLong.empty();
        while (lines.peek().startsWith("  ")) {
            String line = lines.peek();
            Matcher endPoint = END_POINT.matcher(line);
            Matcher child = CHILD_SA.matcher(line);
            Matcher outbound = OUTBOUND.matcher(line);
            Matcher selectors = SELECTORS.matcher(line);
            if (endPoint.matches()) {
                Optional<IpAddress> address = Words.address(endPoint.group(2));
                local = endPoint.group(1).equals("local") ? address : local;
                remote = endPoint.group(1).equals("remote") ? address : remote;
            } else if (child.matches()) {
                tunnel = Optional.of(new Tunnel(
                        lines.number(),
                        local,
                        remote,
                        Tunnel.mode(child.group(3)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Tunnel.standing(child.group(2))));
                name = child.group(1);
                in = OptionalLong.empty();
            } else if (outbound.matches()) {
                tunnel = tunnel.map(begun -> withSa(begun, outbound));
            } else if (selectors.matches() && selectors.group(1).equals("local")) {
                localSelectors = Words.of(selectors.group(2));
            } else if (selectors.matches() && tunnel.isPresent()) {
                tunnel.get().add(localSelectors, Words.of(selectors.group(2)), notes);
            }
            Matcher count = COUNT.matcher(line);
            if (count.matches() && count.group(1).equals("in")) {
                in = Words.number(count.group(2));
            } else if (count.matches()) {
                notes.add(new SaCount(
                        lines.number(), name, local, remote, SaCount.BYTES, in, Words.number(count.group(2))));
            }
            isWhole |= line.startsWith(ESTABLISHED);
            hasChild |= child.matches() || line.contains(", reqid ");
            lines.next();
        }
        if (isUp && isWhole && !hasChild) {
            notes.add(new BareIkeSa(begin, local, remote));
        }
    }

    private static Tunnel withSa(Tunnel tunnel, Matcher outbound) {
        Optional<String> mark = Optional.ofNullable(outbound.group(2)).filter(word -> !word.equals(NONE));
        Optional<String> interfaceId = Optional.ofNullable(outbound.group(3)).filter(word -> !word.equals(NONE));
        return new Tunnel(
                tunnel.line(),
                tunnel.local(),
                tunnel.remote(),
                tunnel.mode(),
                Words.spi(outbound.group(1)),
                interfaceId.map(id -> "if_id " + id),
                mark,
                tunnel.standing());
    }
}
