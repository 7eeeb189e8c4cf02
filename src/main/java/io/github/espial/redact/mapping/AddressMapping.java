package io.github.espial.redact.mapping;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;

/**
 * IP addresses under a key: those that share n bits share n bits afterwards, no two become one, and those of a special
 * range stay in it. An interface identifier that was made of a MAC (RFC 4291 appendix A) follows the MAC, and so does not
 * have the second part of that property; all others have. Not thread-safe.
 */
public final class AddressMapping {
    private static final long IPV4_MAPPED = 0xffff;
    private static final long NAT64 = 0x0064ff9b00000000L;
    private static final int SIX_TO_FOUR = 0x2002;
    private static final long LINK_LOCAL = 0xfe80L >>> 6;
    private static final int GROUP = 0xff;
    /** Bits of a group's address that tell its kind and scope (RFC 4291 §2.7). */
    private static final int GROUP_KIND_BITS = 16;

    private static final long ALL_ON_LINK = 0xff02L << 48;
    private static final long SOLICITED = 0x1ff;
    private static final long NAME_ASKED = 0x2ff;

    /** What stands between the halves of a MAC in an interface identifier, and where. */
    private static final int MAC_MARK = 0xfffe;

    private static final int MAC_MARK_BIT = 88;
    private static final int MAC_MARK_BITS = 16;
    private static final long UNIVERSAL_BIT = 1L << 41;
    private static final long SUFFIX = 0xffffff;
    private static final long IPV4 = 0xffffffffL;

    private final CryptoPan ipv4;
    private final CryptoPan ipv6;
    private final MacMapping macs;

    AddressMapping(RedactionKey key, MacMapping macs) {
        this.ipv4 = new CryptoPan(key.derived("IPv4 addresses"));
        this.ipv6 = new CryptoPan(key.derived("IPv6 addresses"));
        this.macs = macs;
    }

    public IpAddress of(IpAddress address) {
        return address.version() == 4
                ? IpAddress.ofIpv4(of((int) address.low()))
                : IpAddress.ofIpv6(high(address.high(), address.low()), low(address.high(), address.low()));
    }

    /** The prefix that holds what becomes of the addresses of {@code prefix}. */
    public IpPrefix of(IpPrefix prefix) {
        return IpPrefix.holding(of(prefix.address()), prefix.length());
    }

    /** Of an IPv4 address. */
    public int of(int address) {
        int first = address >>> 24;
        boolean isGroup = first >= 224 && first < 240 && first != 233 && first != 234;
        if (first == 127 || isGroup) {
            return address;
        }
        int kept = SpecialRanges.kept(address);
        return kept == Integer.SIZE ? address : address ^ (ipv4.flips(address) & (-1 >>> kept));
    }

    /** The upper half of what becomes of an IPv6 address. */
    public long high(long high, long low) {
        if (isLinkLocal(high) || holdsIpv4(high, low)) {
            return high;
        }
        if (isGroup(high)) {
            return isAssigned(high) ? high : high ^ (ipv6.flipsHigh(high) & ~CryptoPan.ones(GROUP_KIND_BITS));
        }
        long mapped = high ^ (ipv6.flipsHigh(high) & ~CryptoPan.ones(SpecialRanges.kept(high, low)));
        if (high >>> 48 == SIX_TO_FOUR) {
            long inside = Integer.toUnsignedLong(of((int) (high >>> 16)));
            return (long) SIX_TO_FOUR << 48 | inside << 16 | (mapped & 0xffff);
        }
        return mapped;
    }

    /** The lower half of what becomes of an IPv6 address. */
    public long low(long high, long low) {
        if (holdsIpv4(high, low)) {
            return (low & ~IPV4) | Integer.toUnsignedLong(of((int) low));
        }
        if (isGroup(high)) {
            return isAssigned(high) ? assigned(high, low) : low ^ ipv6.flipsLow(high, low);
        }
        int mark = (int) (low >>> 24) & 0xffff;
        if (high != 0 && mark == MAC_MARK) {
            long mac = (low >>> 40 << 24 | (low & SUFFIX)) ^ UNIVERSAL_BIT;
            long mapped = macs.inIdentifier(mac) ^ UNIVERSAL_BIT;
            return mapped >>> 24 << 40 | (long) MAC_MARK << 24 | (mapped & SUFFIX);
        }
        long flips = ipv6.flipsLow(high, low) & ~CryptoPan.ones(SpecialRanges.kept(high, low) - Long.SIZE);
        if (high != 0) {
            // What was not made of a MAC does not become what looks as if it were.
            int shared = Integer.numberOfLeadingZeros(mark ^ MAC_MARK) - MAC_MARK_BITS;
            flips &= ~(CryptoPan.ones(Math.min(shared + 1, MAC_MARK_BITS)) >>> (MAC_MARK_BIT - Long.SIZE));
        }
        return low ^ flips;
    }

    private long assigned(long high, long low) {
        long kind = low >>> 24;
        boolean endsAsAddress = high == ALL_ON_LINK && (kind == SOLICITED || kind == NAME_ASKED);
        return endsAsAddress ? (low & ~SUFFIX) | macs.solicited(low & SUFFIX) : low;
    }

    /** Whether the lower 32 bits are an IPv4 address; the unspecified and the loopback address are among those. */
    private static boolean holdsIpv4(long high, long low) {
        long middle = low >>> 32;
        return (high == 0 && (middle == 0 || middle == IPV4_MAPPED)) || (high == NAT64 && middle == 0);
    }

    private static boolean isLinkLocal(long high) {
        return high >>> 54 == LINK_LOCAL;
    }

    private static boolean isGroup(long high) {
        return high >>> 56 == GROUP;
    }

    /** Whether a registry or a standard chose the group, and no user of it. */
    private static boolean isAssigned(long high) {
        return (high >>> 52 & 0xf) == 0;
    }
}
