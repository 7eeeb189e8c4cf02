package io.github.espial.context.bsd;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ifconfig} of FreeBSD, macOS and the other BSDs. */
public final class Ifconfig implements ContextParser {
    private static final Pattern INTERFACE =
            Pattern.compile("([\\w.-]+): flags=[0-9a-f]+<[A-Za-z0-9_,]*>(?: metric \\d+)? mtu (\\d+)\\s*");
    private static final Set<String> TUNNELS = Set.of("ipsec", "gif", "gre", "utun", "wg", "ppp", "ng", "l2tp", "tun");
    private static final Pattern HEXADECIMAL_MASK = Pattern.compile("0x[0-9a-fA-F]{8}");

    @Override
    public String kind() {
        return "ifconfig";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return INTERFACE.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            Matcher begin = INTERFACE.matcher(lines.peek());
            if (!begin.matches()) {
                return;
            }
            lines.next();
            Optional<MacAddress> mac = Optional.empty();
            List<OwnAddress> addresses = new ArrayList<>();
            Optional<List<String>> tunnel = Optional.empty();
            Optional<String> reqid = Optional.empty();
            while (!lines.peek().isBlank()
                    && Character.isWhitespace(lines.peek().charAt(0))) {
                List<String> words = Words.of(lines.next());
                if (words.get(0).equals("ether") || words.get(0).equals("lladdr")) {
                    mac = Words.after(words, words.get(0)).flatMap(Words::mac);
                } else if (words.get(0).equals("inet") || words.get(0).equals("inet6")) {
                    own(words).ifPresent(addresses::add);
                } else if (words.get(0).equals("tunnel") && words.contains("-->")) {
                    tunnel = Optional.of(words);
                } else if (words.get(0).equals("reqid:") && words.size() > 1) {
                    reqid = Optional.of("reqid " + words.get(1));
                }
            }
            notes.add(new InterfaceEntry(number, begin.group(1), Optional.empty(), mac, addresses, List.of())
                    .of(tunnel(begin, tunnel, reqid)));
        }
    }

    /** {@code tunnel inet 192.0.2.9 --> 198.51.100.4}, or what its name says. */
    private static Optional<TunnelDevice> tunnel(
            Matcher begin, Optional<List<String>> tunnel, Optional<String> binding) {
        String kind = begin.group(1).replaceFirst("\\d+$", "");
        OptionalInt mtu = Words.smallNumber(begin.group(2));
        if (tunnel.isEmpty()) {
            return TUNNELS.contains(kind)
                    ? Optional.of(new TunnelDevice(kind, Optional.empty(), Optional.empty(), binding, mtu))
                    : Optional.empty();
        }
        List<String> words = tunnel.get();
        int arrow = words.indexOf("-->");
        return Optional.of(new TunnelDevice(
                kind,
                Words.address(words.get(arrow - 1)),
                Words.after(words, "-->").flatMap(Words::address),
                binding,
                mtu));
    }

    private static Optional<OwnAddress> own(List<String> words) {
        Optional<IpPrefix> prefix = Words.after(words, words.get(0)).flatMap(Words::prefix);
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        String word = words.get(1);
        int slash = word.indexOf('/');
        Optional<IpAddress> address = Words.address(slash < 0 ? word : word.substring(0, slash));
        OptionalInt length =
                slash < 0 ? length(words) : OptionalInt.of(prefix.get().length());
        // Next to a peer's address the mask is that of a single one.
        boolean hasPeer = words.contains("-->");
        return address.map(own -> new OwnAddress(own, hasPeer ? OptionalInt.empty() : length));
    }

    private static OptionalInt length(List<String> words) {
        Optional<String> length = Words.after(words, "prefixlen");
        if (length.isPresent()) {
            return Words.smallNumber(length.get());
        }
        String mask = Words.after(words, "netmask").orElse("");
        return HEXADECIMAL_MASK.matcher(mask).matches()
                ? Words.netmask(IpAddress.ofIpv4((int) Long.parseLong(mask.substring(2), 16))
                        .toString())
                : Words.netmask(mask);
    }
}
