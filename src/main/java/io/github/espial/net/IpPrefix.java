package io.github.espial.net;

import java.util.Optional;

/**
 * The addresses that share their first bits (RFC 4632 §3.1, RFC 4291 §2.3).
 *
 * @param address the first of them: all bits after the prefix are zero
 * @param length bits that are shared, 0 to 32 or 128
 */
public record IpPrefix(IpAddress address, int length) implements Comparable<IpPrefix> {
    public IpPrefix {
        if (length < 0 || length > bits(address)) {
            throw new IllegalArgumentException("not a prefix length of IPv" + address.version() + ": " + length);
        }
        if (!address.equals(firstOf(address, length))) {
            throw new IllegalArgumentException("bits are set after the prefix: " + address + "/" + length);
        }
    }

    /** The prefix of {@code length} bits that holds {@code address}. */
    public static IpPrefix holding(IpAddress address, int length) {
        if (length < 0 || length > bits(address)) {
            throw new IllegalArgumentException("not a prefix length of IPv" + address.version() + ": " + length);
        }
        return new IpPrefix(firstOf(address, length), length);
    }

    /** The prefix that holds {@code address} alone. */
    public static IpPrefix host(IpAddress address) {
        return new IpPrefix(address, bits(address));
    }

    /** All addresses of IP version 4 or 6: the destination of a default route. */
    public static IpPrefix all(int version) {
        return new IpPrefix(new IpAddress(version, 0, 0), 0);
    }

    /** The prefix that holds all addresses from {@code first} to {@code last} and no others; empty if none does. */
    public static Optional<IpPrefix> between(IpAddress first, IpAddress last) {
        if (first.version() != last.version()) {
            return Optional.empty();
        }
        int shared = Long.numberOfLeadingZeros(first.high() ^ last.high());
        if (shared == 64) {
            shared += Long.numberOfLeadingZeros(first.low() ^ last.low());
        }
        int length = first.version() == 4 ? shared - 96 : shared;
        IpPrefix prefix = holding(first, length);
        return prefix.address.equals(first) && prefix.last().equals(last) ? Optional.of(prefix) : Optional.empty();
    }

    /** Reads {@code 10.1.0.0/16}, or an address alone; throws IllegalArgumentException otherwise. */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return host(IpAddress.parse(text));
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash));
        try {
            return holding(address, Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a prefix: " + text, e);
        }
    }

    /** Bits of an IPv4 netmask such as 255.255.0.0 (RFC 950); throws IllegalArgumentException where it has gaps. */
    public static int lengthOfNetmask(IpAddress mask) {
        int ones = Integer.bitCount((int) mask.low());
        if (mask.version() != 4 || mask.low() != (0xffffffffL << (32 - ones) & 0xffffffffL)) {
            throw new IllegalArgumentException("not a netmask: " + mask);
        }
        return ones;
    }

    /** Whether the prefix holds every address of its IP version. */
    public boolean isDefault() {
        return length == 0;
    }

    public boolean contains(IpAddress other) {
        return address.sharesPrefix(other, length);
    }

    /** Whether every address of {@code other} is one of these. */
    public boolean contains(IpPrefix other) {
        return other.length >= length && contains(other.address);
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof IpPrefix prefix && prefix.address.equals(address) && prefix.length == length;
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + length;
    }

    /** By first address, then the longer prefix after the shorter. */
    @Override
    public int compareTo(IpPrefix other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }

    private IpAddress last() {
        return address.version() == 4
                ? new IpAddress(4, 0, address.low() | (0xffffffffL & ~upper(length + 32)))
                : new IpAddress(6, address.high() | ~upper(Math.min(length, 64)), address.low() | ~upper(length - 64));
    }

    private static int bits(IpAddress address) {
        return address.version() == 4 ? 32 : 128;
    }

    private static IpAddress firstOf(IpAddress address, int length) {
        if (address.version() == 4) {
            return new IpAddress(4, 0, address.low() & upper(length + 32));
        }
        return new IpAddress(6, address.high() & upper(Math.min(length, 64)), address.low() & upper(length - 64));
    }

    /** The upper {@code count} of 64 bits; none where it is negative. */
    private static long upper(int count) {
        return count <= 0 ? 0 : -1L << (64 - count);
    }
}
