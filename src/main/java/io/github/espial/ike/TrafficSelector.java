package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.IpProtocols;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One end of the packets that a child SA is for (RFC 7296 §3.13.1).
 *
 * @param first the lowest address
 * @param last the highest address, of the same IP version and not below the first
 * @param protocol IP protocol number, 0 for any
 * @param firstPort the lowest port
 * @param lastPort the highest port
 */
public record TrafficSelector(IpAddress first, IpAddress last, int protocol, int firstPort, int lastPort) {
    private static final int GREATEST_PORT = 0xffff;

    public TrafficSelector {
        if (first.version() != last.version() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("no range of addresses: " + first + " to " + last);
        }
    }

    /** Every port of every protocol. */
    static TrafficSelector of(IpAddress first, IpAddress last) {
        return new TrafficSelector(first, last, 0, 0, GREATEST_PORT);
    }

    /** The fewest prefixes that hold these addresses and no other, in order. */
    public List<IpPrefix> prefixes() {
        int bits = first.version() == 4 ? Integer.SIZE : 2 * Long.SIZE;
        BigInteger at = number(first);
        BigInteger end = number(last);
        List<IpPrefix> prefixes = new ArrayList<>();
        while (at.compareTo(end) <= 0) {
            int free = at.signum() == 0 ? bits : Math.min(bits, at.getLowestSetBit());
            int most = end.subtract(at).add(BigInteger.ONE).bitLength() - 1;
            int host = Math.min(free, most);
            prefixes.add(new IpPrefix(address(at, first.version()), bits - host));
            at = at.add(BigInteger.ONE.shiftLeft(host));
        }
        return prefixes;
    }

    private static BigInteger number(IpAddress address) {
        byte[] octets = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(address.high())
                .putLong(address.low())
                .array();
        return new BigInteger(1, octets);
    }

    private static IpAddress address(BigInteger number, int version) {
        return new IpAddress(version, number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }

    /** {@code 10.20.0.0/16}, with protocol and ports where these are not any: {@code 192.0.2.10/32 udp 1701}. */
    @Override
    public String toString() {
        List<IpPrefix> prefixes = prefixes();
        String addresses = prefixes.size() == 1 ? prefixes.get(0).toString() : first + "-" + last;
        boolean isAnyPort = firstPort == 0 && lastPort == GREATEST_PORT;
        String ports = isAnyPort ? "" : " " + (firstPort == lastPort ? firstPort : firstPort + "-" + lastPort);
        return addresses + (protocol == 0 ? "" : " " + IpProtocols.name(protocol)) + ports;
    }
}
