package io.github.espial.context.strongswan;

import io.github.espial.context.BareIkeSa;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.SaCount;
import io.github.espial.context.SaMode;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ipsec statusall} and {@code ipsec status} of strongSwan: connections, and the SAs that there are of them. */
public final class IpsecStatus implements ContextParser {
    private static final Pattern BEGIN = Pattern.compile(
            "Status of IKE charon daemon .*|Connections:\\s*|(?:Routed|Shunted) Connections:\\s*|Security Associations \\(\\d+ up, \\d+ connecting\\):\\s*");

    /** A line of some connection or SA: its name, then a number in brackets if it is an SA. */
    private static final Pattern DETAIL =
            Pattern.compile("\\s*([^\\s\\[\\]{}]+?)(\\[\\d+\\]|\\{\\d+\\})?:\\s+(\\S(?:.*\\S)?)\\s*");

    private static final Pattern CONNECTION = Pattern.compile("([^\\s,]+)\\.\\.\\.([^\\s,]+)\\s+IKEv.*");
    private static final Pattern CHILD =
            Pattern.compile("child:\\s++([^\\s=][^=]*) === (\\S.*?) ([A-Z]++)(?:_[A-Z]+)?(?:,.*)?");
    private static final Pattern IKE_SA =
            Pattern.compile("[A-Z]+ [^\\[]*, ([0-9a-fA-F.:]+)\\[.*\\]\\.\\.\\.([0-9a-fA-F.:]+)\\[.*\\]");
    private static final Pattern CHILD_SA = Pattern.compile(
            "([A-Z]+), ([A-Z]+)\\S*(?:, reqid \\d+)?(?:,.*?SPIs: [0-9a-f]+_i(?: \\S+)? ([0-9a-f]+)_o.*)?");
    /** Octets that arrived and that left. */
    private static final Pattern COUNT =
            Pattern.compile("(?:[^,]*+, )?(\\d{1,18}) bytes_i(?: \\([^)]*\\))?, (\\d{1,18}) bytes_o\\b.*");

    private static final String POOLS = "Virtual IP pools (";
    private static final String LISTENING = "Listening IP addresses:";
    private static final Pattern SELECTORS = Pattern.compile("(\\S.*?) === (\\S.*)");

    /** Connections whose ends are remembered: an end to the memory that a hostile file takes. */
    private static final int MOST = 10_000;

    @Override
    public String kind() {
        return "ipsec statusall";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        if (!BEGIN.matcher(lines.peek()).matches()) {
            return false;
        }
        return lines.peek().startsWith("S") || DETAIL.matcher(lines.peek(1)).matches();
    }

    /** An SA's end points and mode stand in lines of their own, before its traffic selectors. */
    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Reading reading = new Reading(notes);
        lines.next();
        boolean isListening = false;
        while (isOfIt(lines)) {
            int number = lines.number();
            String line = lines.next();
            Optional<IpAddress> own = isListening ? Words.address(line.strip()) : Optional.empty();
            own.ifPresent(notes::own);
            isListening = line.startsWith(LISTENING) || own.isPresent();
            Matcher detail = DETAIL.matcher(line);
            if (detail.matches()) {
                String serial = detail.group(2) == null ? "" : detail.group(2);
                reading.read(number, detail.group(1), serial, detail.group(3));
            }
        }
        reading.end();
    }

    private static boolean isOfIt(Lines lines) throws IOException {
        String line = lines.peek();
        return BEGIN.matcher(line).matches()
                || (!line.isBlank() && Character.isWhitespace(line.charAt(0)))
                || line.startsWith(LISTENING)
                || line.startsWith(POOLS)
                || (DETAIL.matcher(line).matches() && !line.contains("$ ") && !line.contains("# "));
    }

    private record Ends(Optional<IpAddress> local, Optional<IpAddress> remote) {}

    private static final class Reading {
        private final ContextNotes notes;
        private final Map<String, Ends> connections = new LinkedHashMap<>();
        private Ends ends = new Ends(Optional.empty(), Optional.empty());
        private boolean isOfIkeSa;
        private Optional<SaMode> mode = Optional.empty();
        private Optional<Spi> spi = Optional.empty();
        private Standing standing = Standing.UNSTATED;
        private Optional<BareIkeSa> bare = Optional.empty();

        Reading(ContextNotes notes) {
            this.notes = notes;
        }

        void read(int line, String name, String serial, String text) {
            Matcher connection = CONNECTION.matcher(text);
            Matcher child = CHILD.matcher(text);
            Matcher ikeSa = IKE_SA.matcher(text.endsWith("]") ? text : "");
            Matcher childSa = CHILD_SA.matcher(text);
            Matcher count = COUNT.matcher(text);
            Matcher selectors = SELECTORS.matcher(text);
            bare = serial.startsWith("{") ? Optional.empty() : bare;
            if (serial.isEmpty() && connection.matches()) {
                ends = new Ends(only(connection.group(1)), only(connection.group(2)));
                if (connections.size() < MOST) {
                    connections.put(name, ends);
                }
            } else if (serial.isEmpty() && child.matches()) {
                // Of one whose traffic passes or is dropped there is no tunnel.
                Optional<SaMode> configured = Tunnel.mode(child.group(3));
                if (configured.isPresent()) {
                    Tunnel.configured(line, ends.local(), ends.remote(), configured)
                            .add(Words.of(child.group(1)), Words.of(child.group(2)), notes);
                }
            } else if (serial.startsWith("[") && ikeSa.matches()) {
                end();
                ends = new Ends(only(ikeSa.group(1)), only(ikeSa.group(2)));
                isOfIkeSa = true;
                bare = text.startsWith("ESTABLISHED")
                        ? Optional.of(new BareIkeSa(line, ends.local(), ends.remote()))
                        : Optional.empty();
            } else if (serial.startsWith("{") && childSa.matches()) {
                standing = Tunnel.standing(childSa.group(1));
                mode = Tunnel.mode(childSa.group(2));
                spi = Optional.ofNullable(childSa.group(3)).flatMap(Words::spi);
            } else if (serial.startsWith("{") && count.matches()) {
                Ends own = ends(name);
                notes.add(new SaCount(
                        line,
                        name,
                        own.local(),
                        own.remote(),
                        SaCount.BYTES,
                        Words.number(count.group(1)),
                        Words.number(count.group(2))));
            } else if (serial.startsWith("{") && selectors.matches() && mode.isPresent()) {
                Ends own = ends(name);
                new Tunnel(line, own.local(), own.remote(), mode, spi, Optional.empty(), Optional.empty(), standing)
                        .add(Words.of(selectors.group(1)), Words.of(selectors.group(2)), notes);
            }
        }

        /** No more is said of the last negotiation. */
        void end() {
            bare.ifPresent(notes::add);
            bare = Optional.empty();
        }

        private Ends ends(String name) {
            return isOfIkeSa ? ends : connections.getOrDefault(name, new Ends(Optional.empty(), Optional.empty()));
        }

        private static Optional<IpAddress> only(String word) {
            return Words.address(word).filter(address -> !address.isUnspecified());
        }
    }
}
