package io.github.espial.context.checkpoint;

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
import io.github.espial.net.Spi;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code vpn tu tlist}: the networks of both ends of each tunnel. */
public final class TunnelList implements ContextParser {
    private static final Pattern PEER = Pattern.compile("\\| Peer: ([0-9a-fA-F.:]+)(?: - .*?)?\\s*\\|.*");
    private static final Pattern SELECTOR = Pattern.compile("\\| (My|Peer) TS:\\s+([0-9a-fA-F.:]+(?:/\\d{1,3})?)\\s.*");
    private static final Pattern OUTBOUND = Pattern.compile("\\|.*\\bOut SPI: ([0-9a-f]{1,8})\\s.*");

    @Override
    public String kind() {
        return "vpn tu tlist";
    }

    @Override
    public Platform platform() {
        return Platform.CHECKPOINT;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return PEER.matcher(lines.peek()).matches()
                || (lines.peek().startsWith("+--")
                        && PEER.matcher(lines.peek(1)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int number = lines.number();
        Optional<IpAddress> peer = Optional.empty();
        Optional<IpPrefix> source = Optional.empty();
        Optional<IpPrefix> destination = Optional.empty();
        Optional<Spi> spi = Optional.empty();
        while (lines.peek().startsWith("|") || lines.peek().startsWith("+--")) {
            int line = lines.number();
            String text = lines.next();
            Matcher begin = PEER.matcher(text);
            Matcher selector = SELECTOR.matcher(text);
            Matcher outbound = OUTBOUND.matcher(text);
            if (begin.matches()) {
                add(number, peer, source, destination, spi, notes);
                number = line;
                peer = Words.address(begin.group(1));
                source = Optional.empty();
                destination = Optional.empty();
                spi = Optional.empty();
            } else if (selector.matches()) {
                if (selector.group(1).equals("My")) {
                    source = Words.prefix(selector.group(2));
                } else {
                    destination = Words.prefix(selector.group(2));
                }
            } else if (outbound.matches()) {
                spi = Words.spi(outbound.group(1));
            }
        }
        add(number, peer, source, destination, spi, notes);
    }

    private static void add(
            int line,
            Optional<IpAddress> peer,
            Optional<IpPrefix> source,
            Optional<IpPrefix> destination,
            Optional<Spi> spi,
            ContextNotes notes) {
        if (peer.isPresent() && source.isPresent() && destination.isPresent()) {
            notes.add(new PolicyEntry(
                    line,
                    Selector.between(source.get(), destination.get()),
                    Way.OUT,
                    Action.PROTECT,
                    new PolicyEntry.Template(Optional.empty(), peer, Optional.of(SaMode.TUNNEL), spi),
                    Optional.empty(),
                    Optional.empty(),
                    spi.isPresent() ? Standing.ACTIVE : Standing.UNSTATED));
        }
    }
}
