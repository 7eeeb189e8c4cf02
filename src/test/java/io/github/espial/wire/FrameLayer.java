package io.github.espial.wire;

import io.github.espial.net.IpProtocols;
import java.util.Optional;

/** One header of a test frame; it knows how the header before it announces it. */
interface FrameLayer {
    /** In place of an EtherType: the layer is LLC, and announced by its length. */
    int ANNOUNCED_BY_LENGTH = -1;

    /** EtherType for local experiments (IEEE 802 clause 9.2.4): of layers that Ethernet does not carry. */
    int EXPERIMENTAL_ETHER_TYPE = 0x88b5;

    /** IP protocol number for experiments (RFC 3692 §2.1): of layers that IP does not carry. */
    int EXPERIMENTAL_PROTOCOL = 253;

    /** Octets of this header and of {@code payload}, whose first header is {@code next}, inside of {@code ip}. */
    byte[] enclose(byte[] payload, FrameLayer next, Optional<IpLayer> ip);

    /** How Ethernet, VLAN tags and cooked headers announce this layer. */
    default int etherType() {
        return EXPERIMENTAL_ETHER_TYPE;
    }

    /** How IP and AH announce this layer. */
    default int protocol() {
        return EXPERIMENTAL_PROTOCOL;
    }

    /** A layer that Ethernet carries. */
    record OverEthernet(int etherType, FrameLayer layer) implements FrameLayer {
        @Override
        public byte[] enclose(byte[] payload, FrameLayer next, Optional<IpLayer> ip) {
            return layer.enclose(payload, next, ip);
        }
    }

    /** A layer that IP carries. */
    record OverIp(int protocol, FrameLayer layer) implements FrameLayer {
        @Override
        public byte[] enclose(byte[] payload, FrameLayer next, Optional<IpLayer> ip) {
            return layer.enclose(payload, next, ip);
        }
    }

    /** A layer that IP carries, with the Internet checksum of RFC 1071 over itself, its payload and a pseudo header. */
    record Checksummed(int protocol, int checksumOffset, boolean hasPseudoHeader, FrameLayer layer)
            implements FrameLayer {
        @Override
        public byte[] enclose(byte[] payload, FrameLayer next, Optional<IpLayer> ip) {
            byte[] octets = layer.enclose(payload, next, ip);
            byte[] pseudoHeader = hasPseudoHeader
                    ? ip.map(outer -> outer.pseudoHeader(protocol, octets.length))
                            .orElse(new byte[0])
                    : new byte[0];
            int sum = checksum(pseudoHeader, octets);
            // UDP says "no checksum" with 0, and sends the other zero of ones' complement instead (RFC 768).
            int checksum = sum == 0 && protocol == IpProtocols.UDP ? 0xffff : sum;
            octets[checksumOffset] = (byte) (checksum >>> 8);
            octets[checksumOffset + 1] = (byte) checksum;
            return octets;
        }
    }

    /** Internet checksum over {@code first}, of even length, and {@code second} (RFC 1071). */
    static int checksum(byte[] first, byte[] second) {
        long sum = sum(first) + sum(second);
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) ~sum & 0xffff;
    }

    private static long sum(byte[] octets) {
        long sum = 0;
        for (int i = 0; i < octets.length; i++) {
            sum += (octets[i] & 0xffL) << (i % 2 == 0 ? 8 : 0);
        }
        return sum;
    }
}
