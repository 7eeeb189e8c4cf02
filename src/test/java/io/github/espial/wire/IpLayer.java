package io.github.espial.wire;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import java.util.Optional;
import java.util.OptionalInt;

/** An IPv4 or IPv6 header of a test frame, with a fragment header where IPv6 needs one. */
final class IpLayer implements FrameLayer {
    private static final int IPV4_HEADER_LENGTH = 20;
    private static final int FRAGMENT_HEADER_LENGTH = 8;

    private final byte[] source;
    private final byte[] destination;
    private int ttl = 64;
    private int identification = 1;
    private int fragmentOffset;
    private boolean moreFragments;
    private byte[] options = {};
    private OptionalInt statedProtocol = OptionalInt.empty();

    IpLayer(String source, String destination) {
        this.source = OctetWriter.addressOctets(source);
        this.destination = OctetWriter.addressOctets(destination);
        if (this.source.length != this.destination.length) {
            throw new IllegalArgumentException("of two IP versions: " + source + " and " + destination);
        }
    }

    boolean isIpv4() {
        return source.length == Integer.BYTES;
    }

    void ttl(int hops) {
        ttl = hops;
    }

    void identification(int number) {
        identification = number;
    }

    void fragment(int offset, boolean more) {
        fragmentOffset = offset;
        moreFragments = more;
    }

    void options(byte[] octets) {
        options = octets;
    }

    void protocol(int number) {
        statedProtocol = OptionalInt.of(number);
    }

    @Override
    public int etherType() {
        return isIpv4() ? EtherTypes.IPV4 : EtherTypes.IPV6;
    }

    @Override
    public int protocol() {
        return isIpv4() ? IpProtocols.IPV4 : IpProtocols.IPV6;
    }

    @Override
    public byte[] enclose(byte[] payload, FrameLayer next, Optional<IpLayer> ip) {
        int nextProtocol = statedProtocol.orElse(next.protocol());
        return isIpv4() ? ipv4(payload, nextProtocol) : ipv6(payload, nextProtocol);
    }

    private byte[] ipv4(byte[] payload, int nextProtocol) {
        int headerLength = IPV4_HEADER_LENGTH + options.length;
        byte[] header = new OctetWriter()
                .u8(0x40 | headerLength / Integer.BYTES)
                .u8(0)
                .u16(headerLength + payload.length)
                .u16(identification)
                .u16((moreFragments ? 0x2000 : 0) | fragmentOffset / 8)
                .u8(ttl)
                .u8(nextProtocol)
                .u16(0)
                .octets(source)
                .octets(destination)
                .octets(options)
                .toOctets();
        int checksum = FrameLayer.checksum(new byte[0], header);
        header[10] = (byte) (checksum >>> 8);
        header[11] = (byte) checksum;
        return new OctetWriter().octets(header).octets(payload).toOctets();
    }

    private byte[] ipv6(byte[] payload, int nextProtocol) {
        boolean isFragment = fragmentOffset != 0 || moreFragments;
        OctetWriter packet = new OctetWriter()
                .u32(0x6000_0000L)
                .u16(payload.length + (isFragment ? FRAGMENT_HEADER_LENGTH : 0))
                .u8(isFragment ? IpProtocols.FRAGMENT : nextProtocol)
                .u8(ttl)
                .octets(source)
                .octets(destination);
        if (isFragment) {
            packet.u8(nextProtocol)
                    .u8(0)
                    .u16(fragmentOffset | (moreFragments ? 1 : 0))
                    .u32(identification);
        }
        return packet.octets(payload).toOctets();
    }

    /** What checksums of UDP, TCP and ICMPv6 cover besides (RFC 9293 §3.1, RFC 8200 §8.1). */
    byte[] pseudoHeader(int protocol, int length) {
        OctetWriter header = new OctetWriter().octets(source).octets(destination);
        return isIpv4()
                ? header.u8(0).u8(protocol).u16(length).toOctets()
                : header.u32(length).zeros(3).u8(protocol).toOctets();
    }
}
