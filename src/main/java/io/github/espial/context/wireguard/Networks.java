package io.github.espial.context.wireguard;

import io.github.espial.context.WireGuardPeer;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How WireGuard writes networks and endpoints. */
final class Networks {
    private Networks() {}

    /** {@code 10.0.0.0/8, fd00::/8}, with commas or blanks between; what is no network is passed over. */
    static List<IpPrefix> of(String text) {
        List<IpPrefix> networks = new ArrayList<>();
        for (String word : Words.of(text.replace(',', ' '))) {
            Optional<IpPrefix> network = Words.prefix(word);
            if (network.isPresent() && networks.size() < WireGuardPeer.MOST_NETWORKS) {
                networks.add(network.get());
            }
        }
        return networks;
    }

    /** {@code 203.0.113.5:51820} or {@code [2001:db8::5]:51820}; empty for a name, and for none. */
    static Optional<IpAddress> endpoint(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        boolean isBracketed = host.startsWith("[") && host.endsWith("]");
        return Words.address(isBracketed ? host.substring(1, host.length() - 1) : host);
    }
}
