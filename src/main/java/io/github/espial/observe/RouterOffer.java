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
        DHCP_ROUTER(0),
        /** DHCP option 121 (RFC 3442), or 249, which Windows uses for the same. */
        DHCP_ROUTE(1),
        /** Router advertisement with a lifetime (RFC 4861 §4.2). */
        ROUTER_ADVERTISEMENT(2);

        private static final Kind[] BY_CODE = values();

        /** How many values there are. */
        public static final int COUNT = BY_CODE.length;

        /** Its place among the values: what keys of tables hold. */
        public final int code;

        Kind(int code) {
            this.code = code;
        }

        public static Kind of(int code) {
            return BY_CODE[code];
        }
    }

    public boolean isDefault() {
        return prefixLength == 0;
    }
}
