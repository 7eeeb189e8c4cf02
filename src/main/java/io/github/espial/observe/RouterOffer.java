package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;

/**
 * A route that a server or router on the link tells a host to use.
 *
 * @param kind how it is told
 * @param mac DHCP: the client it is told to; router advertisement: the router itself
 * @param gateway the router to use
 * @param destination first address of the prefix the route is for; the unspecified address for a default route
 * @param prefixLength length of that prefix in bits
 * @param span when
 */
public record RouterOffer(
        Kind kind, MacAddress mac, IpAddress gateway, IpAddress destination, int prefixLength, Span span) {
    /** How a route is told. */
    public enum Kind {
        /** DHCP option 3 (RFC 2132 §3.5). */
        DHCP_ROUTER,
        /** DHCP option 121 (RFC 3442), or 249, which Windows uses for the same. */
        DHCP_ROUTE,
        /** Router advertisement with a lifetime (RFC 4861 §4.2). */
        ROUTER_ADVERTISEMENT;

        private static final Kind[] ALL = values();

        static Kind of(long ordinal) {
            return ALL[(int) ordinal];
        }
    }

    public boolean isDefault() {
        return prefixLength == 0;
    }
}
