package io.github.espial.context.fortios;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaCount;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code diagnose vpn tunnel list}: each pair of selectors is a policy for what leaves, of the tunnel interface that the
 * tunnel is called by. Its keys are not taken.
 */
public final class VpnTunnelList implements ContextParser {
    private static final Pattern TITLE = Pattern.compile("list (?:all )?ipsec tunnel.*");
    private static final Pattern BEGIN = Pattern.compile(
            "name=(\\S+) ver=\\d+ .*?\\b([0-9a-fA-F.:]*[0-9a-fA-F]):\\d+->([0-9a-fA-F.:]*[0-9a-fA-F]):\\d+\\b.*");
    private static final Pattern STATS = Pattern.compile("stat: rxp=(\\d{1,18}) txp=(\\d{1,18}) .*");
    private static final Pattern PROXY = Pattern.compile("proxyid=\\S+ .*\\bsa=(\\d+)\\b.*");
    private static final Pattern END =
            Pattern.compile("\\s+(src|dst): \\d+:([0-9a-fA-F.:]+)[/-]([0-9.]+|[0-9a-fA-F:]+):\\d+.*");
    private static final Pattern ENCRYPTING = Pattern.compile("\\s+enc: spi=([0-9a-f]{1,8}) .*");

    @Override
    public String kind() {
        return "diagnose vpn tunnel list";
    }

    @Override
    public Platform platform() {
        return Platform.FORTIOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return BEGIN.matcher(lines.peek()).matches()
                || (TITLE.matcher(lines.peek()).matches()
                        && BEGIN.matcher(lines.peek(2)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Tunnel tunnel = null;
        do {
            int number = lines.number();
            String line = lines.next();
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                finish(tunnel, notes);
                tunnel = new Tunnel(begin.group(1), Words.address(begin.group(2)), Words.address(begin.group(3)));
            } else if (tunnel != null) {
                tunnel.read(number, line, notes);
            }
        } while (isOfIt(lines));
        finish(tunnel, notes);
    }

    private static void finish(@Nullable Tunnel tunnel, ContextNotes notes) {
        if (tunnel != null) {
            tunnel.finish(notes);
        }
    }

    private static boolean isOfIt(Lines lines) throws IOException {
        String line = lines.peek();
        if (line.isBlank()) {
            String after = lines.peek(1);
            return after.startsWith("proxyid")
                    || after.startsWith("---")
                    || BEGIN.matcher(after).matches();
        }
        return Character.isWhitespace(line.charAt(0))
                || line.startsWith("---")
                || (line.indexOf('=') > 0 && line.indexOf('=') < 24 && line.indexOf('#') < 0)
                || line.startsWith("stat:")
                || line.startsWith("dpd:")
                || line.startsWith("natt:")
                || line.startsWith("run_tally");
    }

    /** One tunnel, and its pairs of selectors. */
    private static final class Tunnel {
        private final String name;
        private final Optional<IpAddress> local;
        private final Optional<IpAddress> remote;
        private final List<PolicyEntry> policies = new ArrayList<>();
        private boolean isInterface = true;
        private int line;
        private Standing standing = Standing.UNSTATED;
        private Optional<IpPrefix> source = Optional.empty();
        private Optional<IpPrefix> destination = Optional.empty();
        private Optional<Spi> spi = Optional.empty();

        Tunnel(String name, Optional<IpAddress> local, Optional<IpAddress> remote) {
            this.name = name;
            this.local = local;
            this.remote = remote;
        }

        void read(int number, String text, ContextNotes notes) {
            Matcher stats = STATS.matcher(text);
            Matcher proxy = PROXY.matcher(text);
            Matcher end = END.matcher(text);
            Matcher encrypting = ENCRYPTING.matcher(text);
            if (text.contains(" tun=tunnel/")) {
                isInterface = false;
            }
            if (stats.matches()) {
                notes.add(new SaCount(
                        number,
                        name,
                        local,
                        remote,
                        SaCount.PACKETS,
                        Words.number(stats.group(1)),
                        Words.number(stats.group(2))));
            } else if (proxy.matches()) {
                pair();
                line = number;
                standing = proxy.group(1).equals("0") ? Standing.DOWN : Standing.ACTIVE;
            } else if (end.matches()) {
                Optional<IpPrefix> prefix = prefix(text, end);
                if (prefix.isEmpty()) {
                    notes.problem(number, "selectors that are no prefix: " + end.group(2) + " " + end.group(3));
                } else if (end.group(1).equals("src")) {
                    source = prefix;
                } else {
                    destination = prefix;
                }
            } else if (encrypting.matches()) {
                spi = Words.spi(encrypting.group(1));
            }
        }

        private static Optional<IpPrefix> prefix(String text, Matcher end) {
            return Words.destination(end.group(2), end.group(3))
                    .or(() -> Words.addresses(end.group(2) + (text.contains("/") ? "/" : "-") + end.group(3)));
        }

        private void pair() {
            if (line > 0
                    && source.isPresent()
                    && destination.isPresent()
                    && source.get().address().version()
                            == destination.get().address().version()) {
                policies.add(new PolicyEntry(
                        line,
                        Selector.between(source.get(), destination.get()),
                        Way.OUT,
                        Action.PROTECT,
                        new PolicyEntry.Template(local, remote, Optional.of(SaMode.TUNNEL), spi),
                        isInterface ? Optional.of(name) : Optional.empty(),
                        Optional.empty(),
                        standing));
            }
            source = Optional.empty();
            destination = Optional.empty();
            spi = Optional.empty();
        }

        void finish(ContextNotes notes) {
            pair();
            local.ifPresent(notes::own);
            policies.forEach(notes::add);
        }
    }
}
