package io.github.espial.diagnose.remedy;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.Optional;

/**
 * A route that is to be set, in the words of commands: what the case does not tell is a word in capitals.
 *
 * @param network first address
 * @param mask netmask of IPv4; empty for IPv6
 * @param prefix network and prefix length
 * @param router where packets are to be handed to
 * @param isIpv6 which of the two
 * @param replaced the router of the route for the same prefix that is in the way
 */
record WantedRoute(
        String network, String mask, String prefix, String router, boolean isIpv6, Optional<String> replaced) {
    /** A route for a network that is known. */
    static WantedRoute of(IpPrefix prefix, String router, Optional<IpAddress> replaced) {
        boolean isIpv6 = prefix.address().version() == 6;
        String mask = isIpv6
                ? ""
                : IpAddress.ofIpv4(prefix.length() == 0 ? 0 : -1 << (Integer.SIZE - prefix.length()))
                        .toString();
        return new WantedRoute(
                prefix.address().toString(),
                mask,
                prefix.toString(),
                router,
                isIpv6,
                replaced.map(IpAddress::toString));
    }

    /** A route for a network that nobody told. */
    static WantedRoute unknown(String router, boolean isIpv6) {
        return new WantedRoute("INNER-NETWORK", "INNER-MASK", "INNER-NETWORK/LENGTH", router, isIpv6, Optional.empty());
    }
}
