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
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show crypto session}, also with {@code detail}, of IOS: each flow is a policy, with {@code detail} counted. */
public final class CryptoSession implements ContextParser {
    private static final Pattern TITLE = Pattern.compile("\\s*Crypto session current status\\s*");
    private static final Pattern LEGEND = Pattern.compile("\\s*(?:Code: )?[A-Z] - [A-Za-z].*");
    private static final Pattern INTERFACE = Pattern.compile("\\s*Interface: (\\S+)\\s*");
    private static final Pattern STATUS = Pattern.compile("\\s*Session status: (\\S+).*");
    private static final Pattern PEER = Pattern.compile("\\s*Peer: ([0-9a-fA-F.:]+) port \\d+.*");
    private static final Pattern IKE = Pattern.compile("\\s*IKE(?:v[12])? SA: local ([0-9a-fA-F.:]+)/\\d+ remote .*");

    /** Protocol, then each end with its mask, or one host. */
    private static final Pattern FLOW = Pattern.compile(
            "\\s*IPSEC FLOW: permit (\\S+)\\s+(host [0-9a-fA-F.:]+|[0-9.]+/[0-9.]+|[0-9a-fA-F:]+/\\d{1,3})\\s+"
                    + "(host [0-9a-fA-F.:]+|[0-9.]+/[0-9.]+|[0-9a-fA-F:]+/\\d{1,3})\\s*");

    private static final Pattern ACTIVE = Pattern.compile("\\s*Active SAs: (\\d+),.*");
    private static final Pattern COUNT =
            Pattern.compile("\\s*(?:Inbound|Outbound):\\s+#pkts (dec|enc)'ed (\\d{1,18}) drop .*");

    @Override
    public String kind() {
        return "show crypto session";
    }

    @Override
    public Platform platform() {
        return Platform.CISCO;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return TITLE.matcher(lines.peek()).matches() || isSession(lines, 0);
    }

    private static boolean isSession(Lines lines, int ahead) throws IOException {
        if (!INTERFACE.matcher(lines.peek(ahead)).matches()) {
            return false;
        }
        for (int at = ahead + 1; at < ahead + 5; at++) {
            if (STATUS.matcher(lines.peek(at)).matches()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Session session = new Session("");
        while (isOfIt(lines)) {
            int number = lines.number();
            String line = lines.next();
            Matcher begin = INTERFACE.matcher(line);
            if (begin.matches()) {
                session.pair(notes);
                session = new Session(begin.group(1));
            } else {
                session.read(number, line, notes);
            }
        }
        session.pair(notes);
    }

    private static boolean isOfIt(Lines lines) throws IOException {
        int at = 0;
        while (at < 3 && lines.peek(at).isBlank()) {
            at++;
        }
        String line = lines.peek(at);
        return !line.isBlank()
                && (TITLE.matcher(line).matches()
                        || LEGEND.matcher(line).matches()
                        || isSession(lines, at)
                        || (at == 0 && isOfSession(line)));
    }

    private static boolean isOfSession(String line) {
        return Character.isWhitespace(line.charAt(0))
                || STATUS.matcher(line).matches()
                || line.startsWith("Peer: ")
                || line.startsWith("Uptime: ")
                || line.startsWith("Profile: ")
                || line.startsWith("Session ID: ")
                || line.startsWith("Username: ")
                || line.startsWith("Group: ")
                || line.startsWith("Assigned address: ");
    }

    /** The peers of one interface, and their flows. */
    private static final class Session {
        private final Optional<String> device;
        private Optional<IpAddress> local = Optional.empty();
        private Optional<IpAddress> peer = Optional.empty();
        private int line;
        private Optional<Selector> flow = Optional.empty();
        private Standing standing = Standing.UNSTATED;
        private OptionalLong in = OptionalLong.empty();
        private OptionalLong out = OptionalLong.empty();

        Session(String name) {
            device = Optional.of(name).filter(tunnel -> tunnel.startsWith("Tunnel"));
        }

        void read(int number, String text, ContextNotes notes) {
            Matcher ofPeer = PEER.matcher(text);
            Matcher ike = IKE.matcher(text);
            Matcher ofFlow = FLOW.matcher(text);
            Matcher active = ACTIVE.matcher(text);
            Matcher count = COUNT.matcher(text);
            if (ofPeer.matches()) {
                pair(notes);
                peer = Words.address(ofPeer.group(1));
            } else if (ike.matches()) {
                local = Words.address(ike.group(1));
                local.ifPresent(notes::own);
            } else if (ofFlow.matches()) {
                pair(notes);
                line = number;
                flow = flow(ofFlow);
                if (flow.isEmpty()) {
                    notes.problem(number, "a flow between what are no prefixes");
                }
            } else if (active.matches()) {
                standing = active.group(1).equals("0") ? Standing.DOWN : Standing.ACTIVE;
            } else if (count.matches()) {
                in = count.group(1).equals("dec") ? Words.number(count.group(2)) : in;
                out = count.group(1).equals("enc") ? Words.number(count.group(2)) : out;
            }
        }

        private static Optional<Selector> flow(Matcher ofFlow) {
            Optional<IpPrefix> source = prefix(ofFlow.group(2));
            Optional<IpPrefix> destination = prefix(ofFlow.group(3));
            OptionalInt protocol = Words.protocol(ofFlow.group(1));
            return source.isEmpty() || destination.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Selector(
                            source.get(), destination.get(), protocol, OptionalInt.empty(), OptionalInt.empty()));
        }

        private static Optional<IpPrefix> prefix(String end) {
            return end.startsWith("host ") ? Words.prefix(end.substring(5)) : Words.addresses(end);
        }

        /** Notes the flow that has been read, and makes room for the next. */
        void pair(ContextNotes notes) {
            if (flow.isPresent()) {
                Selector ends = flow.get();
                if (in.isPresent() && out.isPresent()) {
                    notes.add(new SaCount(
                            line, ends.source() + " > " + ends.destination(), local, peer, SaCount.PACKETS, in, out));
                }
                notes.add(PolicyEntry.outbound(line, ends, PolicyEntry.Template.tunnel(local, peer), device, standing));
            }
            flow = Optional.empty();
            standing = Standing.UNSTATED;
            in = OptionalLong.empty();
            out = OptionalLong.empty();
        }
    }
}
