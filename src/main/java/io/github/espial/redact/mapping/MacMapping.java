package io.github.espial.redact.mapping;

import io.github.espial.net.MacAddress;

/**
 * MACs under a key. The vendor's 24 bits stay, the 24 bits below are permuted. Of a locally administered address, which
 * has no vendor and may hold an IPv4 address (02:42 of Docker, 02:bf of load balancers), only the first octet stays. Kept as
 * they are: the broadcast address, groups that stand for protocols, addresses that routers share (VRRP, CARP, HSRP, GLBP),
 * and none. Not thread-safe.
 */
public final class MacMapping {
    private static final int SUFFIX_BITS = 24;
    private static final long SUFFIX = (1L << SUFFIX_BITS) - 1;
    private static final int LOCAL_BITS = 40;
    private static final long LOCAL_BIT = 1L << 41;

    /** Locally administered, and known by all to be QEMU's and KVM's. */
    private static final long QEMU = 0x525400;

    private static final int GROUP_BITS = 32;
    private static final long IPV6_PREFIX = 0x3333;
    /** Groups of protocols lie below (IANA "IPv6 Multicast Address Space Registry"). */
    private static final long ASSIGNED_GROUPS = 0x00020000L;

    private static final long SOLICITED = 0x3333ffL;
    /** Groups of load balancers, with an IPv4 address in the lower four octets. */
    private static final long BALANCER_PREFIX = 0x03bf;

    /** What a MAC is, which it stays. */
    private enum Kind {
        KEPT,
        VENDOR,
        LOCAL,
        IPV6_SOLICITED,
        IPV6_GROUP,
        BALANCER
    }

    private final KeyedPermutation permutation;

    MacMapping(RedactionKey key) {
        permutation = new KeyedPermutation(key.derived("MAC addresses"));
    }

    public MacAddress of(MacAddress mac) {
        return new MacAddress(of(mac.octets()));
    }

    /** The same of the low 48 bits; {@link MacAddress#NONE} stays. */
    public long of(long mac) {
        Kind kind = kind(mac);
        // What would become one of another kind goes on until it is of its own: so no two become one.
        long mapped = mac;
        do {
            mapped = step(kind, mapped);
        } while (kind(mapped) != kind);
        return mapped;
    }

    /** The same of a MAC that an interface identifier was made of, where a group cannot stand. */
    long inIdentifier(long mac) {
        return new MacAddress(mac).isGroup() ? step(Kind.LOCAL, mac) : of(mac);
    }

    /** What becomes of the lower 24 bits of an address in its solicited-node group (RFC 4291 §2.7.1). */
    long solicited(long suffix) {
        return permutation.of(suffix, SUFFIX_BITS, SOLICITED);
    }

    private long step(Kind kind, long mac) {
        return switch (kind) {
            case KEPT -> mac;
            case VENDOR -> permuted(mac, SUFFIX_BITS);
            case LOCAL -> permuted(mac, LOCAL_BITS);
            case IPV6_SOLICITED -> SOLICITED << SUFFIX_BITS | solicited(mac & SUFFIX);
            case IPV6_GROUP, BALANCER -> permuted(mac, GROUP_BITS);
        };
    }

    private long permuted(long mac, int bits) {
        long prefix = mac >>> bits;
        return prefix << bits | permutation.of(mac & (1L << bits) - 1, bits, prefix);
    }

    private static Kind kind(long mac) {
        if (mac == MacAddress.NONE || mac == 0 || MacAddress.isVirtualRouter(mac)) {
            return Kind.KEPT;
        }
        if (new MacAddress(mac).isGroup()) {
            return kindOfGroup(mac);
        }
        return (mac & LOCAL_BIT) == 0 || mac >>> SUFFIX_BITS == QEMU ? Kind.VENDOR : Kind.LOCAL;
    }

    private static Kind kindOfGroup(long mac) {
        long prefix = mac >>> GROUP_BITS;
        if (prefix == BALANCER_PREFIX) {
            return Kind.BALANCER;
        }
        if (prefix != IPV6_PREFIX || (mac & (1L << GROUP_BITS) - 1) < ASSIGNED_GROUPS) {
            return Kind.KEPT;
        }
        return mac >>> SUFFIX_BITS == SOLICITED ? Kind.IPV6_SOLICITED : Kind.IPV6_GROUP;
    }
}
