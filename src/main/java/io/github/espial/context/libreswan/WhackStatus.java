package io.github.espial.context.libreswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.SaCount;
import io.github.espial.context.Words;
import io.github.espial.net.Spi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ipsec whack --status}, {@code ipsec status} and {@code ipsec auto --status} of libreswan and Openswan: each
 * connection is a policy for what leaves. Mode and SPI stand in lines of their own, further down.
 */
public final class WhackStatus implements ContextParser {
    /** Until libreswan 5, each line begins with the number of a message. */
    private static final String START = "(?:000 )?";

    private static final String NAME = "(\"[^\"]+\"(?:\\[\\d+\\])?)(?: [0-9a-fA-F.:]+)?";
    private static final Pattern FIRST = Pattern.compile("000 using kernel interface: .*");
    private static final Pattern CONNECTION = Pattern.compile(START + NAME
            + ":\\s+((?>[^\\s;]+?\\.\\.\\.)[^\\s;]++); ([\\w -]+); (?:(?:eroute|routing) owner: #(\\d+)|my_ip=.*)\\s*");
    private static final Pattern POLICY = Pattern.compile(START + NAME + ":\\s+policy: ([^;]*);.*");
    private static final Pattern INTERFACE =
            Pattern.compile(START + NAME + ":.*[ ;](?:vti-iface|ipsec-interface): ?([^;\\s]+);.*");

    private static final Pattern MARK = Pattern.compile(START + NAME + ":.*[ ;]mark: ?(0x[0-9a-f]+|\\d+)[/,;].*");

    /** An SA: the SPI at the remote end, then that at this end. */
    private static final Pattern SA =
            Pattern.compile(START + "#\\d+: " + NAME + " (?:esp|ah)\\.([0-9a-f]{1,8})@\\S+ .*");

    /** An address of the machine: {@code interface eth0/eth0 192.0.2.10@4500}. */
    private static final Pattern OWN =
            Pattern.compile(START + "interface [^\\s/]+/\\S+ ([0-9a-fA-F.:]*?[0-9a-fA-F])(?:(?:@|:| )\\d+)?\\s*");

    /** What went through an SA. */
    private static final Pattern TRAFFIC =
            Pattern.compile(".* Traffic: [A-Z]+in=(\\d{1,15})([KMG]?)B [A-Z]+out=(\\d{1,15})([KMG]?)B.*");

    private static final Pattern ANY = Pattern.compile("000(?: .*|\\s*)|\"[^\"]+\".*|#\\d+: \".*");

    /** Connections that are waited for at most, and the lines that may tell more of them. */
    private static final int MOST = 10_000;

    @Override
    public String kind() {
        return "ipsec whack --status";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return FIRST.matcher(lines.peek()).matches()
                || CONNECTION.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        List<WhackConnection> connections = new ArrayList<>();
        while (ANY.matcher(lines.peek()).matches() && connections.size() < MOST) {
            int number = lines.number();
            String line = lines.next();
            Matcher connection = CONNECTION.matcher(line);
            Matcher policy = POLICY.matcher(line);
            Matcher ofInterface = INTERFACE.matcher(line);
            Matcher mark = MARK.matcher(line);
            if (mark.matches()) {
                of(connections, mark.group(1)).forEach(known -> known.mark(mark.group(2)));
            }
            Matcher sa = SA.matcher(line);
            Matcher own = OWN.matcher(line);
            if (connection.matches()) {
                Optional<WhackConnection> begun = WhackConnection.of(
                        number,
                        connection.group(1),
                        connection.group(2),
                        standing(connection.group(3), connection.group(4)));
                begun.ifPresentOrElse(
                        connections::add,
                        () -> notes.problem(number, "not a connection between prefixes: " + connection.group(2)));
            } else if (policy.matches()) {
                of(connections, policy.group(1)).forEach(known -> known.policy(policy.group(2)));
            } else if (ofInterface.matches()) {
                of(connections, ofInterface.group(1)).forEach(known -> known.tunnelInterface(ofInterface.group(2)));
            } else if (sa.matches()) {
                Optional<Spi> spi = Words.spi(sa.group(2));
                of(connections, sa.group(1)).forEach(known -> {
                    known.spi(spi);
                    count(number, known, TRAFFIC.matcher(line), notes);
                });
            } else if (own.matches()) {
                Words.address(own.group(1)).ifPresent(notes::own);
            }
        }
        connections.forEach(connection -> connection.finish(notes));
    }

    /** Whether there is an SA, by the word for its route in the kernel and the SA that owns it. */
    private static Standing standing(String route, @Nullable String owner) {
        if (route.startsWith("unrouted")) {
            return Standing.DOWN;
        }
        boolean waits = route.contains("hold")
                || route.contains("HOLD")
                || route.contains("prospective")
                || route.contains("ondemand");
        return waits || "0".equals(owner) ? Standing.HELD : Standing.ACTIVE;
    }

    private static void count(int line, WhackConnection known, Matcher traffic, ContextNotes notes) {
        if (traffic.matches()) {
            notes.add(new SaCount(
                    line,
                    known.name().replace("\"", ""),
                    known.localHost(),
                    known.remoteHost(),
                    SaCount.BYTES,
                    octets(traffic.group(1), traffic.group(2)),
                    octets(traffic.group(3), traffic.group(4))));
        }
    }

    private static OptionalLong octets(String number, String unit) {
        long scale = switch (unit) {
            case "K" -> 1L << 10;
            case "M" -> 1L << 20;
            case "G" -> 1L << 30;
            default -> 1;
        };
        return OptionalLong.of(Math.min(Long.parseLong(number), Long.MAX_VALUE >> 30) * scale);
    }

    /** What is said of a connection is said in the lines after it: the last of that name. */
    private static List<WhackConnection> of(List<WhackConnection> connections, String name) {
        for (int i = connections.size() - 1; i >= 0; i--) {
            if (connections.get(i).name().equals(name)) {
                return List.of(connections.get(i));
            }
        }
        return List.of();
    }
}
