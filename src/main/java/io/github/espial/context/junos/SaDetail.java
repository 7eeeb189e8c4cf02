package io.github.espial.context.junos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show security ipsec security-associations detail}: ends, networks, and the interface that a tunnel is bound to. */
public final class SaDetail implements ContextParser {
    private static final Pattern BEGIN =
            Pattern.compile("\\s*ID: \\d+,? Virtual-system: .*|\\s*Virtual-system: \\S+.*, VPN Name: .*");
    private static final Pattern GATEWAYS =
            Pattern.compile("\\s*Local Gateway: ([0-9a-fA-F.:]+), Remote Gateway: ([0-9a-fA-F.:]+)\\s*");
    private static final Pattern IDENTITY = Pattern.compile(
            "\\s*(Local|Remote) Identity: (?:ipv[46]_subnet|ipv4)\\([^=]*=([0-9a-fA-F.:]+(?:/\\d{1,3})?)\\)\\s*|\\s*(Local|Remote) Identity: ([0-9a-fA-F.:]+/\\d{1,3})\\s*");
    private static final Pattern BOUND = Pattern.compile(".*\\bBind-interface: ([\\w./-]+).*");
    private static final Pattern OUTBOUND = Pattern.compile("\\s*Direction: outbound, SPI: (?:0x)?([0-9a-f]{1,8}),.*");

    @Override
    public String kind() {
        return "show security ipsec security-associations detail";
    }

    @Override
    public Platform platform() {
        return Platform.JUNOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return BEGIN.matcher(lines.peek()).matches()
                && (GATEWAYS.matcher(lines.peek(1)).matches()
                        || GATEWAYS.matcher(lines.peek(2)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int number = lines.number();
        Optional<IpAddress> local = Optional.empty();
        Optional<IpAddress> remote = Optional.empty();
        Optional<IpPrefix> source = Optional.empty();
        Optional<IpPrefix> destination = Optional.empty();
        Optional<String> device = Optional.empty();
        Optional<String> spi = Optional.empty();
        lines.next();
        while (!lines.peek().isBlank() && Character.isWhitespace(lines.peek().charAt(0)) && !recognises(lines)) {
            String line = lines.next();
            Matcher gateways = GATEWAYS.matcher(line);
            Matcher identity = IDENTITY.matcher(line);
            Matcher bound = BOUND.matcher(line);
            Matcher outbound = OUTBOUND.matcher(line);
            if (gateways.matches()) {
                local = Words.address(gateways.group(1));
                remote = Words.address(gateways.group(2));
            } else if (identity.matches()) {
                boolean isOld = identity.group(1) != null;
                Optional<IpPrefix> prefix = Words.prefix(identity.group(isOld ? 2 : 4));
                if (identity.group(isOld ? 1 : 3).equals("Local")) {
                    source = prefix;
                } else {
                    destination = prefix;
                }
            } else if (bound.matches()) {
                device = Optional.of(bound.group(1));
            } else if (outbound.matches()) {
                spi = Optional.of(outbound.group(1));
            }
        }
        if (source.isEmpty() || destination.isEmpty()) {
            notes.problem(number, "an SA without the networks of both ends");
            return;
        }
        local.ifPresent(notes::own);
        notes.add(new PolicyEntry(
                number,
                Selector.between(source.get(), destination.get()),
                Way.OUT,
                Action.PROTECT,
                new PolicyEntry.Template(local, remote, Optional.of(SaMode.TUNNEL), spi.flatMap(Words::spi)),
                device,
                Optional.empty(),
                Standing.ACTIVE));
    }
}
