package io.github.espial.context.cisco;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code show crypto ikev2 sa} with its child SAs, each of which is a policy for what leaves that machine, and
 * {@code show crypto isakmp sa}, which states nothing but who the peers are: it is recognised, and no more.
 */
public final class CryptoIkeSa implements ContextParser {
    private static final Pattern HEADING = Pattern.compile(
            "\\s*Tunnel-id\\s+Local\\s+Remote\\s+(?:fvrf/ivrf\\s+)?Status\\b.*|dst\\s+src\\s+state\\s+conn-id\\b.*|\\s*\\d+\\s+IKE Peer: \\S+\\s*");
    private static final Pattern TITLE = Pattern.compile("\\s*IPv[46] Crypto (?:IKEv2|ISAKMP)\\s+(?:SA|Session)\\s*");
    private static final String ENDS = "([0-9a-fA-F.:]+)";
    private static final Pattern IKEV2_SA =
            Pattern.compile("\\s*\\d+\\s+" + ENDS + "/\\d+\\s+" + ENDS + "/\\d+\\s+\\S.*");
    private static final Pattern ISAKMP_SA = Pattern.compile(ENDS + "\\s+" + ENDS + "\\s+[A-Z]+_[A-Z_]+\\s+\\d+\\b.*");
    private static final Pattern SELECTOR = Pattern.compile(
            "\\s*(?:Child sa: )?(local|remote) selector\\s+" + ENDS + "/(\\d+) - " + ENDS + "/(\\d+)\\s*");
    private static final Pattern SPIS =
            Pattern.compile("\\s*(?:ESP|AH) spi in/out: 0x[0-9a-fA-F]+/(0x[0-9a-fA-F]+)\\s*");

    @Override
    public String kind() {
        return "show crypto ikev2 sa";
    }

    @Override
    public Platform platform() {
        return Platform.CISCO;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches()
                || TITLE.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Optional<IpAddress> local = Optional.empty();
        Optional<IpAddress> remote = Optional.empty();
        Optional<IpPrefix> source = Optional.empty();
        Optional<IpPrefix> destination = Optional.empty();
        int line = lines.number();
        while (isOfIt(lines)) {
            Matcher sa = IKEV2_SA.matcher(lines.peek());
            Matcher selector = SELECTOR.matcher(lines.peek());
            Matcher spis = SPIS.matcher(lines.peek());
            if (sa.matches()) {
                local = Words.address(sa.group(1));
                remote = Words.address(sa.group(2));
            } else if (selector.matches()) {
                Optional<IpPrefix> range = range(selector);
                if (range.isEmpty()) {
                    notes.problem(
                            lines.number(),
                            "not a range of addresses that is a prefix: "
                                    + lines.peek().strip());
                }
                boolean isLocal = selector.group(1).equals("local");
                line = isLocal ? lines.number() : line;
                source = isLocal ? range : source;
                destination = isLocal ? Optional.empty() : range;
            } else if (spis.matches() && source.isPresent() && destination.isPresent()) {
                Selector both = Selector.between(source.get(), destination.get());
                Optional<Spi> spi = Words.spi(spis.group(1));
                notes.add(new PolicyEntry(
                        line,
                        both,
                        Way.OUT,
                        Action.PROTECT,
                        new PolicyEntry.Template(local, remote, Optional.empty(), spi),
                        Optional.empty(),
                        Optional.empty()));
                destination = Optional.empty();
            }
            lines.next();
        }
    }

    private static boolean isOfIt(Lines lines) throws IOException {
        String line = lines.peek();
        if (line.isBlank()) {
            String after = lines.peek(1);
            return HEADING.matcher(after).matches() || TITLE.matcher(after).matches();
        }
        return HEADING.matcher(line).matches()
                || TITLE.matcher(line).matches()
                || Character.isWhitespace(line.charAt(0))
                || SELECTOR.matcher(line).matches()
                || IKEV2_SA.matcher(line).matches()
                || ISAKMP_SA.matcher(line).matches();
    }

    /** A prefix, from its first address to its last; of ports, all: a policy for some is none for the network. */
    private static Optional<IpPrefix> range(Matcher selector) {
        Optional<IpAddress> first = Words.address(selector.group(2));
        Optional<IpAddress> last = Words.address(selector.group(4));
        if (first.isEmpty()
                || last.isEmpty()
                || first.get().version() != last.get().version()) {
            return Optional.empty();
        }
        int bits = first.get().version() == 4 ? 32 : 128;
        for (int length = 0; length <= bits; length++) {
            IpPrefix prefix = IpPrefix.holding(first.get(), length);
            boolean isSame = prefix.address().equals(first.get())
                    && prefix.contains(last.get())
                    && (length == bits
                            || !IpPrefix.holding(first.get(), length + 1).contains(last.get()))
                    && endsAt(prefix, last.get());
            if (isSame) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }

    /** Whether {@code last} has a one in every bit after the prefix. */
    private static boolean endsAt(IpPrefix prefix, IpAddress last) {
        int bits = last.version() == 4 ? 32 : 128;
        int ones = Long.bitCount(last.high() ^ prefix.address().high())
                + Long.bitCount(last.low() ^ prefix.address().low());
        return ones == bits - prefix.length();
    }
}
