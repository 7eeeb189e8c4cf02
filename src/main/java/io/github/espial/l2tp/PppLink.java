package io.github.espial.l2tp;

import io.github.espial.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * The PPP link that a session carries, as far as its negotiation was seen (RFC 1661).
 *
 * @param state how far LCP has come; empty where none was seen
 * @param authentication how an end proves who it is; empty where nothing was seen of it
 * @param addresses the addresses that the ends have on the link, by IPCP (RFC 1332)
 * @param encryption what encrypts or compresses its packets, such as {@code MPPE 128 bit}; empty where nothing is known to
 * @param packetFrames frames that carry an IP packet in the clear
 * @param opaqueFrames frames whose packet is encrypted or compressed, so that it cannot be looked into
 */
public record PppLink(
        Optional<LinkState> state,
        Optional<Authentication> authentication,
        List<LinkAddress> addresses,
        Optional<String> encryption,
        long packetFrames,
        long opaqueFrames) {
    public PppLink {
        addresses = List.copyOf(addresses);
    }

    /** How far LCP has come. */
    public enum LinkState {
        NEGOTIATING("negotiating"),
        UP("up"),
        TERMINATED("terminated");

        private final String text;

        LinkState(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * An address on the link.
     *
     * @param end whose it is: the address of that end of the tunnel
     * @param address by which it is known on the link
     */
    public record LinkAddress(IpAddress end, IpAddress address) {}

    /** Whether nothing is known of it. */
    public boolean isUnknown() {
        return state.isEmpty()
                && authentication.isEmpty()
                && addresses.isEmpty()
                && encryption.isEmpty()
                && packetFrames == 0
                && opaqueFrames == 0;
    }
}
