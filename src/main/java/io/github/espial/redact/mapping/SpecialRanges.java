package io.github.espial.redact.mapping;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;

/**
 * Ranges of addresses with a meaning of their own (IANA "Special-Purpose Address Registry"), which an address never leaves
 * or enters: no bit is flipped that leads to one. Those that nobody judges by are left out, since each tells something of
 * the addresses beside it.
 */
final class SpecialRanges {
    private static final IpPrefix[] IPV4 = {
        // "This network"; the unspecified address.
        IpPrefix.parse("0.0.0.0/8"),
        IpPrefix.parse("0.0.0.0/32"),
        // Private (RFC 1918), and shared between customers and their provider (RFC 6598).
        IpPrefix.parse("10.0.0.0/8"),
        IpPrefix.parse("172.16.0.0/12"),
        IpPrefix.parse("192.168.0.0/16"),
        IpPrefix.parse("100.64.0.0/10"),
        // Loopback, link-local.
        IpPrefix.parse("127.0.0.0/8"),
        IpPrefix.parse("169.254.0.0/16"),
        // Documentation (RFC 5737), benchmarks (RFC 2544).
        IpPrefix.parse("192.0.2.0/24"),
        IpPrefix.parse("198.51.100.0/24"),
        IpPrefix.parse("203.0.113.0/24"),
        IpPrefix.parse("198.18.0.0/15"),
        // Multicast, and in it the groups that hold an AS number (RFC 3180) or a prefix (RFC 6034).
        IpPrefix.parse("224.0.0.0/4"),
        IpPrefix.parse("233.0.0.0/8"),
        IpPrefix.parse("234.0.0.0/8"),
        // Reserved; limited broadcast.
        IpPrefix.parse("240.0.0.0/4"),
        IpPrefix.parse("255.255.255.255/32")
    };

    private static final IpPrefix[] IPV6 = {
        // Unspecified, loopback, and IPv4 addresses in several clothes (RFC 4291 §2.5.5, RFC 6052).
        IpPrefix.parse("::/96"),
        IpPrefix.parse("::ffff:0:0/96"),
        IpPrefix.parse("64:ff9b::/96"),
        // Documentation, 6to4.
        IpPrefix.parse("2001:db8::/32"),
        IpPrefix.parse("2002::/16"),
        // Unique local (RFC 4193) of both kinds, link-local, site-local, multicast.
        IpPrefix.parse("fc00::/8"),
        IpPrefix.parse("fd00::/8"),
        IpPrefix.parse("fe80::/10"),
        IpPrefix.parse("fec0::/10"),
        IpPrefix.parse("ff00::/8")
    };

    private SpecialRanges() {}

    /** How many bits at the beginning of an IPv4 address stay as they are: up to 32. */
    static int kept(int address) {
        int kept = 0;
        for (IpPrefix range : IPV4) {
            int shared =
                    Integer.numberOfLeadingZeros(address ^ (int) range.address().low());
            kept = Math.max(kept, Math.min(shared + 1, range.length()));
        }
        return kept;
    }

    /** How many bits at the beginning of an IPv6 address stay as they are: up to 96. */
    static int kept(long high, long low) {
        int kept = 0;
        for (IpPrefix range : IPV6) {
            IpAddress first = range.address();
            int shared = Long.numberOfLeadingZeros(high ^ first.high());
            if (shared == Long.SIZE) {
                shared += Long.numberOfLeadingZeros(low ^ first.low());
            }
            kept = Math.max(kept, Math.min(shared + 1, range.length()));
        }
        return kept;
    }
}
