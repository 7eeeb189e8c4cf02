package io.github.espial.context.cisco;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.CryptoMapAt;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaCount;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code show crypto ipsec sa} of IOS and ASA: each pair of identities is a policy for what leaves that machine. On a
 * {@code Tunnel} interface it is that of a routed tunnel.
 */
public final class CryptoIpsecSa implements ContextParser {
    private static final Pattern INTERFACE = Pattern.compile("\\s*interface: (\\S+)\\s*");
    private static final Pattern MAP = Pattern.compile("\\s*Crypto map tag: .*?, local addr:? ([0-9a-fA-F.:]+)\\s*");
    /** The routing table of the packets to protect, where it is not that of all. */
    private static final Pattern VRF = Pattern.compile("\\s*protected vrf: (\\S+).*");

    /** An interface of IOS that has a link of its own; ASA, where translation may choose the interface, has other names. */
    private static final Pattern CARD = Pattern.compile("(?!Tunnel|Virtual-|Loopback)[A-Z][A-Za-z-]{2,24}\\d[\\d/.:]*");

    private static final Pattern IDENTITY = Pattern.compile(
            "\\s*(local|remote)\\s+ident\\s*\\(addr/mask/prot/port\\):\\s*\\(([^/)]+)/([^/)]+)/(\\d+)/(\\d+)\\).*");
    private static final Pattern PEER = Pattern.compile("\\s*current_peer:? ([0-9a-fA-F.:]+)(?:[ ,/].*)?");
    private static final Pattern END_POINTS = Pattern.compile(
            "\\s*local crypto endpt\\.: ([0-9a-fA-F.:]+)(?:/\\d+)?, remote crypto endpt\\.: ([0-9a-fA-F.:]+)(?:/\\d+)?\\s*");
    private static final Pattern COUNT = Pattern.compile("\\s*#pkts (encaps|decaps): (\\d{1,18}),.*");
    private static final Pattern OUTBOUND =
            Pattern.compile("\\s*current outbound spi: (?:0x)?([0-9a-fA-F]{1,8})(?:\\s*\\(.*)?");
    private static final Pattern SETTINGS = Pattern.compile("\\s*in use settings ?=\\{([^}]*)\\}?.*");

    @Override
    public String kind() {
        return "show crypto ipsec sa";
    }

    @Override
    public Platform platform() {
        return Platform.CISCO;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return (INTERFACE.matcher(lines.peek()).matches()
                        && MAP.matcher(lines.peek(1)).matches())
                || IDENTITY.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Sa sa = new Sa("", Optional.empty(), false);
        while (isOfIt(lines)) {
            int number = lines.number();
            String line = lines.next();
            Matcher begin = INTERFACE.matcher(line);
            Matcher map = MAP.matcher(line);
            Matcher identity = IDENTITY.matcher(line);
            if (begin.matches()) {
                sa.finish(notes);
                sa = new Sa(begin.group(1), Optional.empty(), false);
            } else if (map.matches()) {
                sa.finish(notes);
                sa = new Sa(sa.device, Words.address(map.group(1)), false);
            } else if (identity.matches()) {
                if (identity.group(1).equals("local")) {
                    sa.finish(notes);
                    sa = new Sa(sa.device, sa.ofMap, sa.isNextOfVrf);
                }
                sa.identity(number, identity);
            } else {
                sa.read(line);
            }
        }
        sa.finish(notes);
    }

    /** Blank lines are within it, as long as what follows is indented or another interface. */
    private static boolean isOfIt(Lines lines) throws IOException {
        int at = 0;
        while (at < 3 && lines.peek(at).isBlank()) {
            at++;
        }
        String line = lines.peek(at);
        return !line.isBlank()
                && (Character.isWhitespace(line.charAt(0))
                        || INTERFACE.matcher(line).matches()
                        || IDENTITY.matcher(line).matches());
    }

    /** A pair of identities, and what stands under it. */
    private static final class Sa {
        private final String device;

        /** The address of the crypto map: that of this end, unless the end points are named. */
        private final Optional<IpAddress> ofMap;

        /** Whether another routing table than that of all decides on its packets. */
        private final boolean isOfVrf;

        /** The same of the next pair: the line of it stands before the identities. */
        private boolean isNextOfVrf;

        private int line;
        private Optional<IpAddress> local;
        private Optional<IpAddress> remote = Optional.empty();
        private Optional<IpPrefix> source = Optional.empty();
        private Optional<IpPrefix> destination = Optional.empty();
        private OptionalInt protocol = OptionalInt.empty();
        private OptionalInt sourcePort = OptionalInt.empty();
        private OptionalInt destinationPort = OptionalInt.empty();
        private Optional<Spi> spi = Optional.empty();
        private Optional<SaMode> mode = Optional.empty();
        private OptionalLong in = OptionalLong.empty();
        private OptionalLong out = OptionalLong.empty();

        Sa(String device, Optional<IpAddress> ofMap, boolean isOfVrf) {
            this.isOfVrf = isOfVrf;
            this.isNextOfVrf = isOfVrf;
            this.device = device;
            this.ofMap = ofMap;
            this.local = ofMap;
        }

        void identity(int number, Matcher identity) {
            Optional<IpPrefix> prefix = prefix(identity.group(2), identity.group(3));
            protocol = number(identity.group(4));
            if (identity.group(1).equals("local")) {
                line = number;
                source = prefix;
                sourcePort = number(identity.group(5));
            } else {
                line = line == 0 ? number : line;
                destination = prefix;
                destinationPort = number(identity.group(5));
            }
        }

        void read(String text) {
            Matcher peer = PEER.matcher(text);
            Matcher endPoints = END_POINTS.matcher(text);
            Matcher outbound = OUTBOUND.matcher(text);
            Matcher settings = SETTINGS.matcher(text);
            Matcher count = COUNT.matcher(text);
            Matcher vrf = VRF.matcher(text);
            if (vrf.matches()) {
                isNextOfVrf = !vrf.group(1).equals("(none)");
            } else if (peer.matches()) {
                remote = Words.address(peer.group(1));
            } else if (endPoints.matches()) {
                local = Words.address(endPoints.group(1));
                remote = Words.address(endPoints.group(2));
            } else if (count.matches()) {
                out = count.group(1).equals("encaps") ? Words.number(count.group(2)) : out;
                in = count.group(1).equals("decaps") ? Words.number(count.group(2)) : in;
            } else if (outbound.matches()) {
                spi = Words.spi(outbound.group(1));
            } else if (settings.matches() && settings.group(1).contains("Tunnel")) {
                mode = Optional.of(SaMode.TUNNEL);
            } else if (settings.matches() && settings.group(1).contains("Transport")) {
                mode = Optional.of(SaMode.TRANSPORT);
            }
        }

        void finish(ContextNotes notes) {
            if (line == 0) {
                return;
            }
            if (source.isEmpty() || destination.isEmpty()) {
                notes.problem(line, "not a pair of identities with their masks");
                return;
            }
            if (in.isPresent() && out.isPresent()) {
                notes.add(new SaCount(
                        line, source.get() + " > " + destination.get(), local, remote, SaCount.PACKETS, in, out));
            }
            if (CARD.matcher(device).matches() && !isOfVrf) {
                notes.add(new CryptoMapAt(line, destination.get(), device, out.orElse(0) > 0));
            }
            notes.add(new PolicyEntry(
                    line,
                    new Selector(source.get(), destination.get(), protocol, sourcePort, destinationPort),
                    Way.OUT,
                    Action.PROTECT,
                    new PolicyEntry.Template(local, remote.filter(address -> !address.isUnspecified()), mode, spi),
                    Optional.of(device).filter(name -> name.startsWith("Tunnel") || name.startsWith("Virtual-Access")),
                    Optional.empty()));
        }

        private static Optional<IpPrefix> prefix(String address, String mask) {
            OptionalInt length = mask.contains(".") ? Words.netmask(mask) : Words.smallNumber(mask);
            return length.isPresent() ? Words.prefix(address + "/" + length.getAsInt()) : Optional.empty();
        }

        /** Zero stands for any. */
        private static OptionalInt number(String digits) {
            OptionalInt number = Words.smallNumber(digits);
            return number.isPresent() && number.getAsInt() == 0 ? OptionalInt.empty() : number;
        }
    }
}
