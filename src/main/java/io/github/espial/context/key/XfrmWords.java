package io.github.espial.context.key;

import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.Secret;
import io.github.espial.context.Selector;
import io.github.espial.context.UdpPorts;
import io.github.espial.context.Words;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The words that {@code ip xfrm state} shows an SA in, which are nearly those that {@code ip xfrm state add} takes
 * (ip-xfrm(8) of iproute2). What {@code -s} adds in parentheses is left out before.
 */
final class XfrmWords {
    private final SaDraft sa;
    private final List<String> words;
    private final int line;
    private int at;

    /** Words of one line, or of a whole command that begins at {@code line}. */
    XfrmWords(SaDraft sa, List<String> words, int line) {
        this.sa = sa;
        this.words = words;
        this.line = line;
    }

    /** Reads all words into the SA; those that say nothing of it are passed over. */
    void read() {
        while (at < words.size()) {
            word(take());
        }
    }

    private void word(String word) {
        switch (word) {
            case "src" -> sa.source = sa.address(line, take());
            case "dst" -> sa.destination = sa.address(line, take());
            case "proto" -> sa.protocol(take());
            case "spi" -> sa.spi(line, take());
            case "reqid" -> sa.reqid = Words.number(take());
            case "mode" -> sa.mode(take());
            case "replay-window" -> sa.replayWindow = Words.smallNumber(take());
            case "flag" -> sa.extendedSequenceNumbers = Optional.of(flags());
            case "auth" -> sa.integrity = algorithm(word);
            case "auth-trunc" -> sa.integrity = algorithmWithIcv(word);
            case "enc" -> sa.encryption = algorithm(word);
            case "aead" -> sa.encryption = algorithmWithIcv(word);
            case "encap" -> sa.encapsulation = encapsulation();
            case "sel" -> sa.selector = selector();
            default -> {
                // Counters, lifetimes, marks and devices: nothing that keys depend on.
            }
        }
    }

    private Optional<KeyedAlgorithm> algorithm(String what) {
        String name = take();
        return Optional.of(new KeyedAlgorithm(name, key(what), OptionalInt.empty()));
    }

    private Optional<KeyedAlgorithm> algorithmWithIcv(String what) {
        String name = take();
        Secret key = key(what);
        OptionalInt bits = Words.smallNumber(take());
        if (bits.isEmpty()) {
            sa.refuse(line, what + " states no length of the ICV");
        }
        return Optional.of(new KeyedAlgorithm(name, key, bits));
    }

    /** The null cipher has no key, and nothing is printed for it. */
    private Secret key(String what) {
        if (at == words.size()) {
            return Secret.of(new byte[0]);
        }
        if (words.get(at).startsWith("<<Keys")) {
            take();
            take();
            sa.hide(line);
            return Secret.of(new byte[0]);
        }
        if (words.get(at).isEmpty()) {
            take();
            return Secret.of(new byte[0]);
        }
        return sa.key(line, what, take());
    }

    /** What follows are flags up to the end of the line, of which one counts. */
    private boolean flags() {
        boolean extended = false;
        while (at < words.size() && isFlag(words.get(at))) {
            extended |= take().equals("esn");
        }
        return extended;
    }

    private static boolean isFlag(String word) {
        return switch (word) {
            case "noecn", "decap-dscp", "nopmtudisc", "wildrecv", "icmp", "af-unspec", "align4", "esn" -> true;
            default -> false;
        };
    }

    /** {@code encap type espinudp sport 4500 dport 4500 addr …} as shown, {@code encap espinudp 4500 4500 …} as given. */
    private Optional<UdpPorts> encapsulation() {
        boolean shown = peek().equals("type");
        if (shown) {
            take();
        }
        if (!take().startsWith("espinudp")) {
            sa.refuse(line, "an encapsulation other than UDP");
            return Optional.empty();
        }
        OptionalInt source = port(shown);
        OptionalInt destination = port(shown);
        return Optional.of(new UdpPorts(source.orElse(0), destination.orElse(0)));
    }

    private OptionalInt port(boolean named) {
        if (named) {
            take();
        }
        return Words.smallNumber(take());
    }

    private Optional<Selector> selector() {
        Optional<IpPrefix> source = Optional.empty();
        Optional<IpPrefix> destination = Optional.empty();
        OptionalInt protocol = OptionalInt.empty();
        OptionalInt sourcePort = OptionalInt.empty();
        OptionalInt destinationPort = OptionalInt.empty();
        while (isOfSelector(peek())) {
            String word = take();
            String value = take();
            switch (word) {
                case "src" -> source = Words.prefix(value);
                case "dst" -> destination = Words.prefix(value);
                case "proto" -> protocol = protocolNumber(value);
                case "sport" -> sourcePort = Words.smallNumber(value);
                case "dport" -> destinationPort = Words.smallNumber(value);
                default -> {
                    // A device or a user: not of the packet.
                }
            }
        }
        if (source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Selector(source.get(), destination.get(), protocol, sourcePort, destinationPort));
    }

    private static boolean isOfSelector(String word) {
        return switch (word) {
            case "src", "dst", "proto", "sport", "dport", "type", "code", "key", "dev", "uid" -> true;
            default -> false;
        };
    }

    /** A number, or one of the names that {@code ip} shows where /etc/protocols has them. */
    static OptionalInt protocolNumber(String word) {
        return switch (word) {
            case "icmp" -> OptionalInt.of(1);
            case "tcp" -> OptionalInt.of(6);
            case "udp" -> OptionalInt.of(17);
            case "gre" -> OptionalInt.of(47);
            case "ipv6-icmp", "icmp6" -> OptionalInt.of(58);
            case "l2tp" -> OptionalInt.of(115);
            default -> Words.smallNumber(word);
        };
    }

    private String peek() {
        return at < words.size() ? words.get(at) : "";
    }

    private String take() {
        return at < words.size() ? words.get(at++) : "";
    }
}
