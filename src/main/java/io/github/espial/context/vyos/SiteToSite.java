package io.github.espial.context.vyos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.Selector;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines {@code set vpn ipsec site-to-site peer}, of which each says one thing of a peer. Since VyOS 1.4 a peer has a name,
 * and its address in a line of its own; before, it is called by its address.
 */
final class SiteToSite {
    private static final Pattern LINE =
            Pattern.compile("set vpn ipsec site-to-site peer '?@?([\\w.:-]{1,128})'? (.*?)\\s*");
    private static final Pattern ADDRESS = Pattern.compile("(local|remote)-address '?([0-9a-fA-F.:]+)'?");
    private static final Pattern BIND = Pattern.compile("vti bind '?(\\w{1,32})'?");
    private static final Pattern PREFIX =
            Pattern.compile("tunnel (\\d{1,9}) (local|remote) prefix '?([0-9a-fA-F.:]+/\\d{1,3})'?");

    private final Map<String, Peer> peers = new LinkedHashMap<>();

    private static final class Peer {
        private final int line;
        private Optional<IpAddress> local = Optional.empty();
        private Optional<IpAddress> remote;
        private Optional<String> device = Optional.empty();
        private final Map<String, Pair> pairs = new LinkedHashMap<>();

        Peer(int line, String name) {
            this.line = line;
            this.remote = Words.address(name);
        }
    }

    /** The networks of one tunnel. */
    private static final class Pair {
        private final int line;
        private Optional<IpPrefix> local = Optional.empty();
        private Optional<IpPrefix> remote = Optional.empty();

        Pair(int line) {
            this.line = line;
        }
    }

    /** Takes a line, if it is one of these. */
    void take(int number, String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return;
        }
        Peer peer = peers.computeIfAbsent(line.group(1), name -> new Peer(number, name));
        Matcher address = ADDRESS.matcher(line.group(2));
        Matcher bind = BIND.matcher(line.group(2));
        Matcher prefix = PREFIX.matcher(line.group(2));
        if (address.matches()) {
            // A responder to any has "any", and a local address that is given anew may be 0.0.0.0: neither is an end.
            Optional<IpAddress> end = Words.address(address.group(2)).filter(one -> !one.isUnspecified());
            peer.local = address.group(1).equals("local") ? end : peer.local;
            peer.remote = address.group(1).equals("remote") ? end : peer.remote;
        } else if (bind.matches()) {
            peer.device = Optional.of(bind.group(1));
        } else if (prefix.matches()) {
            Pair pair = peer.pairs.computeIfAbsent(prefix.group(1), tunnel -> new Pair(number));
            Optional<IpPrefix> network = Words.prefix(prefix.group(3));
            pair.local = prefix.group(2).equals("local") ? network : pair.local;
            pair.remote = prefix.group(2).equals("remote") ? network : pair.remote;
        }
    }

    /** Notes what all lines together tell. */
    void finish(ContextNotes notes) {
        for (Peer peer : peers.values()) {
            peer.local.ifPresent(notes::own);
            PolicyEntry.Template template = PolicyEntry.Template.tunnel(peer.local, peer.remote);
            if (peer.device.isPresent() && peer.remote.isPresent()) {
                IpPrefix all = IpPrefix.all(peer.remote.get().version());
                notes.add(new InterfaceEntry(
                                peer.line, peer.device.get(), Optional.empty(), Optional.empty(), List.of(), List.of())
                        .of(Optional.of(new TunnelDevice(
                                "vti", peer.local, peer.remote, Optional.empty(), OptionalInt.empty()))));
                notes.add(PolicyEntry.outbound(
                        peer.line, Selector.between(all, all), template, peer.device, Standing.CONFIGURED));
            }
            for (Pair pair : peer.pairs.values()) {
                if (pair.local.isPresent()
                        && pair.remote.isPresent()
                        && pair.local.get().address().version()
                                == pair.remote.get().address().version()) {
                    notes.add(PolicyEntry.outbound(
                            pair.line,
                            Selector.between(pair.local.get(), pair.remote.get()),
                            template,
                            Optional.empty(),
                            Standing.CONFIGURED));
                }
            }
        }
    }
}
