package io.github.espial.context.linux;

import io.github.espial.context.TunnelDevice;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines under an interface say of a tunnel: {@code ip -d link}, {@code ip -d addr} and {@code ip tunnel}. */
final class TunnelLines {
    private static final Set<String> KINDS = Set.of(
            "xfrm", "vti", "vti6", "gre", "gretap", "ip6gre", "ipip", "ip6tnl", "sit", "wireguard", "tun", "ppp");

    private static final String PPP = "link/ppp";

    private TunnelLines() {}

    /**
     * The tunnel that an interface is of; empty where its lines name none.
     *
     * @param mtu as its first line has it
     */
    static Optional<TunnelDevice> device(@Nullable String mtu, List<String> details) {
        Optional<TunnelDevice> device = Optional.empty();
        for (String detail : details) {
            List<String> words = Words.of(detail);
            if (!words.isEmpty() && KINDS.contains(words.get(0))) {
                return Optional.of(device(words.get(0), mtu, words));
            }
            if (!words.isEmpty() && words.get(0).equals(PPP)) {
                device = Optional.of(device("ppp", mtu, words));
            }
        }
        return device;
    }

    /** A tunnel of {@code kind} with what {@code words} say of it. */
    static TunnelDevice device(String kind, @Nullable String mtu, List<String> words) {
        return new TunnelDevice(
                kind,
                end(words, "local"),
                end(words, "remote"),
                Words.after(words, "if_id")
                        .map(id -> "if_id " + id)
                        .or(() -> mark(words, "okey"))
                        .or(() -> mark(words, "key")),
                Words.smallNumber(mtu == null ? "" : mtu));
    }

    private static Optional<IpAddress> end(List<String> words, String name) {
        return Words.after(words, name).flatMap(Words::address).filter(address -> !address.isUnspecified());
    }

    /** A key of a VTI is the mark of its policies; it is shown as a number or as if it were an address. */
    private static Optional<String> mark(List<String> words, String name) {
        return Words.after(words, name)
                .flatMap(word -> Words.address(word)
                        .map(IpAddress::low)
                        .or(() -> Words.number(word).stream().boxed().findFirst()))
                .map(number -> "mark 0x" + Long.toHexString(number));
    }
}
