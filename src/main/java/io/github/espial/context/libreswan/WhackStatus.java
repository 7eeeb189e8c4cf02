package io.github.espial.context.libreswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.Spi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            + ":\\s+((?>[^\\s;]+?\\.\\.\\.)[^\\s;]++); [\\w -]+; (?:(?:eroute|routing) owner: #\\d+|my_ip=.*)\\s*");
    private static final Pattern POLICY = Pattern.compile(START + NAME + ":\\s+policy: ([^;]*);.*");
    private static final Pattern INTERFACE =
            Pattern.compile(START + NAME + ":.*[ ;](?:vti-iface|ipsec-interface): ?([^;\\s]+);.*");

    /** An SA: the SPI at the remote end, then that at this end. */
    private static final Pattern SA =
            Pattern.compile(START + "#\\d+: " + NAME + " (?:esp|ah)\\.([0-9a-f]{1,8})@\\S+ .*");

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
            Matcher sa = SA.matcher(line);
            if (connection.matches()) {
                Optional<WhackConnection> begun = WhackConnection.of(number, connection.group(1), connection.group(2));
                begun.ifPresentOrElse(
                        connections::add,
                        () -> notes.problem(number, "not a connection between prefixes: " + connection.group(2)));
            } else if (policy.matches()) {
                of(connections, policy.group(1)).forEach(known -> known.policy(policy.group(2)));
            } else if (ofInterface.matches()) {
                of(connections, ofInterface.group(1)).forEach(known -> known.tunnelInterface(ofInterface.group(2)));
            } else if (sa.matches()) {
                Optional<Spi> spi = Words.spi(sa.group(2));
                of(connections, sa.group(1)).forEach(known -> known.spi(spi));
            }
        }
        connections.forEach(connection -> connection.finish(notes));
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
