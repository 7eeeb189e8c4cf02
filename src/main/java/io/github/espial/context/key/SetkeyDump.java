package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.UdpPorts;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SAs of a KAME kernel, as {@code setkey -D} prints them: FreeBSD, NetBSD, macOS, and ipsec-tools of Linux. */
public final class SetkeyDump implements ContextParser {
    private static final Pattern ADDRESSES =
            Pattern.compile("([0-9a-fA-F.:%\\w]+)(?:\\[(\\d+)\\])?\\s+([0-9a-fA-F.:%\\w]+)(?:\\[(\\d+)\\])?\\s*");
    private static final Pattern SA = Pattern.compile(
            "\\s+(\\S+)\\s+mode=(\\w+)\\s+spi=(\\d+)\\(0x[0-9a-fA-F]+\\)(?:\\s+reqid=(\\d+)\\(0x[0-9a-fA-F]+\\))?.*");
    private static final Pattern ALGORITHM = Pattern.compile("\\s+([EA]):\\s+(\\S+)\\s*+((?:.*\\S)?)\\s*");
    private static final Pattern REPLAY = Pattern.compile(".*\\breplay=(\\d+)\\b.*");

    private static final Pattern OCTETS = Pattern.compile("\\s+current: (\\d{1,18})\\(bytes\\)\\s.*");

    /** Packets that the SA was used for. */
    private static final Pattern PACKETS = Pattern.compile("\\s+allocated: (\\d{1,18})\\s.*");

    @Override
    public String kind() {
        return "setkey -D";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return ADDRESSES.matcher(lines.peek()).matches()
                && SA.matcher(lines.peek(1)).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (recognises(lines)) {
            SaDraft sa = new SaDraft(KeyDialect.SETKEY, lines.number(), notes);
            CountOfSa count = new CountOfSa(lines.number());
            addresses(sa, lines);
            identity(sa, lines);
            while (!lines.peek().isBlank()
                    && Character.isWhitespace(lines.peek().charAt(0))) {
                count(count, lines.peek());
                detail(sa, lines.number(), lines.next());
            }
            sa.finish();
            if (sa.isOfPackets()) {
                count.add(notes, sa.exactly(sa.source), sa.exactly(sa.destination), false);
            }
        }
    }

    private static void count(CountOfSa count, String line) {
        Matcher octets = OCTETS.matcher(line);
        Matcher packets = PACKETS.matcher(line);
        if (octets.matches()) {
            count.bytes(Words.number(octets.group(1)));
        } else if (packets.matches()) {
            count.packets(Words.number(packets.group(1)));
        }
    }

    private static void addresses(SaDraft sa, Lines lines) throws IOException {
        int line = lines.number();
        Matcher addresses = ADDRESSES.matcher(lines.next());
        if (addresses.matches()) {
            sa.source = sa.address(line, addresses.group(1));
            sa.destination = sa.address(line, addresses.group(3));
            if (addresses.group(2) != null && addresses.group(4) != null) {
                sa.encapsulation = Optional.of(new UdpPorts(port(addresses.group(2)), port(addresses.group(4))));
            }
        }
    }

    private static int port(String digits) {
        return Words.smallNumber(digits).orElse(0);
    }

    private static void identity(SaDraft sa, Lines lines) throws IOException {
        int line = lines.number();
        Matcher identity = SA.matcher(lines.next());
        if (identity.matches()) {
            sa.protocol(identity.group(1));
            sa.mode(identity.group(2));
            sa.spi(line, identity.group(3));
            if (identity.group(4) != null) {
                sa.reqid = Words.number(identity.group(4));
            }
            boolean isEncapsulated = identity.group(1).endsWith("-udp");
            if (!isEncapsulated) {
                sa.encapsulation = Optional.empty();
            } else if (sa.encapsulation.isEmpty()) {
                sa.encapsulation = Optional.of(new UdpPorts(0, 0));
            }
        }
    }

    private static void detail(SaDraft sa, int line, String text) {
        Matcher algorithm = ALGORITHM.matcher(text);
        if (algorithm.matches()) {
            boolean encrypts = algorithm.group(1).equals("E");
            String digits = String.join("", Words.of(algorithm.group(3)));
            KeyedAlgorithm keyed = new KeyedAlgorithm(
                    algorithm.group(2),
                    sa.hexadecimalKey(line, encrypts ? "encryption" : "integrity", digits),
                    OptionalInt.empty());
            if (encrypts) {
                sa.encryption = Optional.of(keyed);
            } else {
                sa.integrity = Optional.of(keyed);
            }
            return;
        }
        Matcher replay = REPLAY.matcher(text);
        if (replay.matches()) {
            sa.replayWindow = Words.smallNumber(replay.group(1));
        }
    }
}
