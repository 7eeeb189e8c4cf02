package io.github.espial.context.libreswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A connection of which some lines have been read. */
final class WhackConnection {
    /** What stands on either side of the dots: network, address, then other things, mirrored on the right. */
    private static final Pattern SEPARATOR = Pattern.compile("===");

    private static final Pattern HOST = Pattern.compile("([0-9a-fA-F.:]+?)(?:<.*|\\[.*|:\\d+/.*|)");
    private static final Pattern CLIENT = Pattern.compile("([0-9a-fA-F.:]+/\\d{1,3})(?::(\\d+)/(\\d+|%any)|:.*)?");
    private static final Pattern SERVICE = Pattern.compile(".*:(\\d+)/(\\d+|%any)");

    private final int line;
    private final String name;
    private final End local;
    private final End remote;
    private final Standing standing;
    private Optional<SaMode> mode = Optional.empty();
    private Optional<Spi> spi = Optional.empty();
    private Optional<String> tunnelInterface = Optional.empty();
    private Optional<String> mark = Optional.empty();
    private boolean protects = true;

    private WhackConnection(int line, String name, End local, End remote, Standing standing) {
        this.line = line;
        this.name = name;
        this.local = local;
        this.remote = remote;
        this.standing = standing;
    }

    /** Reads {@code 10.1.0.0/16===192.0.2.10[@us]---192.0.2.1...198.51.100.20===10.20.0.0/16}. */
    static Optional<WhackConnection> of(int line, String name, String ends, Standing standing) {
        int dots = ends.indexOf("...");
        Optional<End> local = end(ends.substring(0, dots), true);
        Optional<End> remote = end(ends.substring(dots + 3), false);
        return local.flatMap(left -> remote.map(right -> new WhackConnection(line, name, left, right, standing)));
    }

    String name() {
        return name;
    }

    Optional<IpAddress> localHost() {
        return local.host();
    }

    Optional<IpAddress> remoteHost() {
        return remote.host();
    }

    void policy(String words) {
        if (words.contains("TUNNEL")) {
            mode = Optional.of(SaMode.TUNNEL);
        } else if (words.contains("TRANSPORT") || words.contains("ENCRYPT")) {
            mode = Optional.of(SaMode.TRANSPORT);
        }
        protects = !words.contains("PASS") && !words.contains("DROP") && !words.contains("REJECT");
    }

    void tunnelInterface(String word) {
        if (!word.equals("unset") && !word.equals("no")) {
            tunnelInterface = Optional.of(word);
        }
    }

    void mark(String word) {
        mark = Optional.of(word);
    }

    /** The SAs come in the order in which they were made: the last is the newest. */
    void spi(Optional<Spi> ofSa) {
        spi = ofSa.or(() -> spi);
    }

    void finish(ContextNotes notes) {
        if (!protects) {
            return;
        }
        notes.add(new PolicyEntry(
                line,
                new Selector(local.network(), remote.network(), local.protocol(), local.port(), remote.port()),
                Way.OUT,
                Action.PROTECT,
                new PolicyEntry.Template(local.host(), remote.host(), mode, spi),
                tunnelInterface,
                mark,
                standing));
    }

    private record End(Optional<IpAddress> host, IpPrefix network, OptionalInt protocol, OptionalInt port) {}

    /** The host stands next to the dots, apart from the routers; the network, if there is one, outside. */
    private static Optional<End> end(String text, boolean isLeft) {
        String[] parts = SEPARATOR.split(text, -1);
        String hosts = isLeft ? parts[parts.length - 1] : parts[0];
        String[] between = hosts.split("---", -1);
        String host = isLeft ? between[0] : between[between.length - 1];
        Matcher address = HOST.matcher(host);
        Optional<IpAddress> own = address.matches() ? Words.address(address.group(1)) : Optional.empty();
        if (parts.length == 1) {
            Matcher service = SERVICE.matcher(host);
            return service.matches()
                    ? own.map(
                            one -> new End(own, IpPrefix.host(one), number(service.group(1)), number(service.group(2))))
                    : own.map(one -> new End(own, IpPrefix.host(one), OptionalInt.empty(), OptionalInt.empty()));
        }
        Matcher client = CLIENT.matcher(isLeft ? parts[0] : parts[parts.length - 1]);
        if (!client.matches()) {
            return Optional.empty();
        }
        return Words.prefix(client.group(1))
                .map(network -> new End(own, network, number(client.group(2)), number(client.group(3))));
    }

    /** Zero, and no number, stand for any. */
    private static OptionalInt number(@Nullable String digits) {
        OptionalInt number = digits == null ? OptionalInt.empty() : Words.smallNumber(digits);
        return number.isPresent() && number.getAsInt() == 0 ? OptionalInt.empty() : number;
    }
}
