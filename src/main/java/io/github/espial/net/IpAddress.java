package io.github.espial.net;

import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv6.IPv6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An IPv4 or IPv6 address.
 *
 * @param version 4 or 6
 * @param high the upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low the lower 64 bits, or an IPv4 address in the low 32
 */
public record IpAddress(int version, long high, long low) implements Comparable<IpAddress> {
    public IpAddress {
        if (!isOne(version, high, low)) {
            throw new IllegalArgumentException("not an address of IP version " + version);
        }
    }

    /** Whether these are an address. */
    public static boolean isOne(int version, long high, long low) {
        return version == 6 || (version == 4 && high == 0 && low >>> 32 == 0);
    }

    public static IpAddress ofIpv4(int address) {
        return new IpAddress(4, 0, Integer.toUnsignedLong(address));
    }

    public static IpAddress ofIpv6(long high, long low) {
        return new IpAddress(6, high, low);
    }

    /** Reads one address, without prefix length or zone; throws IllegalArgumentException otherwise. */
    public static IpAddress parse(String text) {
        IPAddress address = new IPAddressString(text, Strict.ONE_ADDRESS).getAddress();
        if (address == null) {
            throw new IllegalArgumentException("not an IP address: " + text);
        }
        ByteBuffer octets = ByteBuffer.wrap(address.getBytes());
        return address.isIPv4() ? ofIpv4(octets.getInt()) : ofIpv6(octets.getLong(), octets.getLong());
    }

    /** Whether packets to it may reach many hosts (RFC 1112 §4, RFC 4291 §2.7), limited broadcast included. */
    public boolean isMulticast() {
        return version == 4 ? (low >>> 28 == 0xe || low == 0xffffffffL) : high >>> 56 == 0xff;
    }

    /** Whether it stands for "no address yet" (RFC 1122 §3.2.1.3, RFC 4291 §2.5.2). */
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    /** Whether it is valid on its own link only (RFC 3927, RFC 4291 §2.5.6). */
    public boolean isLinkLocal() {
        return version == 4 ? low >>> 16 == 0xa9fe : high >>> 54 == 0x3fa;
    }

    /** Whether both lie in one prefix of {@code prefixLength} bits. */
    public boolean sharesPrefix(IpAddress other, int prefixLength) {
        if (version != other.version) {
            return false;
        }
        if (version == 4) {
            return prefixLength == 0 || (low ^ other.low) >>> (32 - prefixLength) == 0;
        }
        if (prefixLength <= 64) {
            return prefixLength == 0 || (high ^ other.high) >>> (64 - prefixLength) == 0;
        }
        return high == other.high && (low ^ other.low) >>> (128 - prefixLength) == 0;
    }

    /** IPv4 before IPv6, then by unsigned value. */
    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address
                && address.version == version
                && address.high == high
                && address.low == low;
    }

    @Override
    public int hashCode() {
        return Scattered.hash(low + 31L * Scattered.hash(high) + version);
    }

    @Override
    public int compareTo(IpAddress other) {
        int byVersion = Integer.compare(version, other.version);
        int byHigh = byVersion != 0 ? byVersion : Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Dotted decimal, or the canonical text of RFC 5952. */
    @Override
    public String toString() {
        // The address library takes tens of milliseconds to load; captures with IPv4 only need not pay for it.
        return version == 4
                ? dottedDecimal()
                : new IPv6Address(octets(16).putLong(high).putLong(low).array()).toCanonicalString();
    }

    private String dottedDecimal() {
        try {
            return InetAddress.getByAddress(octets(4).putInt((int) low).array()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an IPv4 address", e);
        }
    }

    private static ByteBuffer octets(int count) {
        return ByteBuffer.allocate(count);
    }

    /** Loaded when the first address is read, for the library takes its time. */
    private static final class Strict {
        /** The library takes prefixes, ranges, "192.0.2" and much else for addresses unless it is told not to. */
        static final IPAddressStringParameters ONE_ADDRESS = parameters();

        private static IPAddressStringParameters parameters() {
            IPAddressStringParameters.Builder builder = new IPAddressStringParameters.Builder()
                    .allowEmpty(false)
                    .allowAll(false)
                    .allowSingleSegment(false)
                    .allowPrefix(false)
                    .allowMask(false)
                    .allowWildcardedSeparator(false)
                    .setRangeOptions(AddressStringParameters.RangeParameters.NO_RANGE)
                    .allow_inet_aton(false);
            builder.getIPv4AddressParametersBuilder().allowLeadingZeros(false).allowBinary(false);
            builder.getIPv6AddressParametersBuilder()
                    .allowZone(false)
                    .allowBase85(false)
                    .allowBinary(false);
            return builder.toParams();
        }
    }
}
