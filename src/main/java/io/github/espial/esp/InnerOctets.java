package io.github.espial.esp;

import static io.github.espial.esp.Plausibility.CONVINCING;
import static io.github.espial.esp.Plausibility.IMPLAUSIBLE;
import static io.github.espial.esp.Plausibility.POSSIBLE;

import io.github.espial.net.IpProtocols;
import io.github.espial.wire.Ipv4View;
import io.github.espial.wire.Ipv6View;
import io.github.espial.wire.TcpView;
import io.github.espial.wire.UdpView;
import java.nio.ByteBuffer;

/**
 * Judges whether octets are a packet, where no ICV vouches for them (RFC 5879 §8): a wrong key gives random octets.
 * Not thread-safe.
 */
final class InnerOctets {
    private static final int IGMP = 2;
    private static final int EIGRP = 88;
    private static final int OSPF = 89;
    private static final int ETHERIP = 97;
    private static final int PIM = 103;
    private static final int SCTP = 132;
    private static final int UDP_LITE = 136;
    private static final int ETHERNET = 143;
    private static final int AGGFRAG = 144;

    private static final int ICMP_HEADER_LENGTH = 8;
    private static final int GRE_HEADER_LENGTH = 4;

    /** Checksum, key and sequence number present are flags; the rest is reserved (RFC 2784 §2.1, RFC 2890 §2). */
    private static final int GRE_RESERVED = 0x4f78;

    private static final int GRE_VERSION = 0x0007;
    private static final int TCP_FLAGS = 13;
    private static final int TCP_RESERVED = 0x0e;
    private static final int TCP_URGENT_POINTER = 18;
    private static final int URG = 0x20;

    private final Ipv4View ipv4 = new Ipv4View();
    private final Ipv6View ipv6 = new Ipv6View();
    private final TcpView tcp = new TcpView();
    private final UdpView udp = new UdpView();

    /** Judges {@code length} octets that follow each other in big-endian {@code octets}. */
    Plausibility judge(ByteBuffer octets, int start, int length, int nextHeader, OpeningMode mode) {
        if (nextHeader == IpProtocols.IPV4) {
            return judgeIpv4(octets, start, length);
        }
        if (nextHeader == IpProtocols.IPV6) {
            return judgeIpv6(octets, start, length);
        }
        if (nextHeader == IpProtocols.NO_NEXT_HEADER || nextHeader == AGGFRAG) {
            return POSSIBLE;
        }
        return mode == OpeningMode.TUNNEL ? IMPLAUSIBLE : judgePayload(octets, start, length, nextHeader);
    }

    private Plausibility judgeIpv4(ByteBuffer octets, int start, int length) {
        boolean fits = ipv4.wrap(octets, start, length) && ipv4.totalLength() != 0 && ipv4.totalLength() <= length;
        return fits && sumsUp(octets, start, ipv4.headerLength()) ? CONVINCING : IMPLAUSIBLE;
    }

    private Plausibility judgeIpv6(ByteBuffer octets, int start, int length) {
        if (!ipv6.wrap(octets, start, length)) {
            return IMPLAUSIBLE;
        }
        int total = Ipv6View.HEADER_LENGTH + ipv6.payloadLengthField();
        // Dummy octets may follow the packet, to hide its length (RFC 4303 §2.7).
        return total == length ? CONVINCING : total < length ? POSSIBLE : IMPLAUSIBLE;
    }

    private Plausibility judgePayload(ByteBuffer octets, int start, int length, int nextHeader) {
        if (nextHeader == IpProtocols.TCP) {
            return isTcp(octets, start, length) ? CONVINCING : IMPLAUSIBLE;
        }
        if (nextHeader == IpProtocols.UDP) {
            return udp.wrap(octets, start, length) && udp.udpLength() == length ? CONVINCING : IMPLAUSIBLE;
        }
        if (nextHeader == IpProtocols.ICMP) {
            return length >= ICMP_HEADER_LENGTH && sumsUp(octets, start, length) ? CONVINCING : IMPLAUSIBLE;
        }
        if (nextHeader == IpProtocols.GRE) {
            return isGre(octets, start, length) ? POSSIBLE : IMPLAUSIBLE;
        }
        return mayFollow(nextHeader) ? POSSIBLE : IMPLAUSIBLE;
    }

    private boolean isTcp(ByteBuffer octets, int start, int length) {
        if (!tcp.wrap(octets, start, length) || tcp.sourcePort() == 0 || tcp.destinationPort() == 0) {
            return false;
        }
        int flags = tcp.flags() & (TcpView.SYN | TcpView.FIN | TcpView.RST);
        boolean oneAtMost = (flags & flags - 1) == 0;
        boolean urgent = (octets.get(start + TCP_FLAGS) & URG) != 0;
        return oneAtMost
                && (octets.get(start + TCP_FLAGS - 1) & TCP_RESERVED) == 0
                && (urgent || octets.getShort(start + TCP_URGENT_POINTER) == 0)
                && ((tcp.flags() & TcpView.ACK) != 0 || tcp.acknowledgmentNumber() == 0);
    }

    private static boolean isGre(ByteBuffer octets, int start, int length) {
        if (length < GRE_HEADER_LENGTH) {
            return false;
        }
        int flags = octets.getShort(start);
        return (flags & GRE_VERSION) <= 1 && (flags & GRE_RESERVED) == 0;
    }

    /** Whether Internet hosts and routers send it behind an IP header. */
    private static boolean mayFollow(int nextHeader) {
        return nextHeader == IpProtocols.ICMPV6
                || nextHeader == IpProtocols.ESP
                || nextHeader == IpProtocols.AH
                || nextHeader == IpProtocols.IPCOMP
                || nextHeader == IpProtocols.L2TP
                || nextHeader == IpProtocols.VRRP
                || nextHeader == IpProtocols.MOBILITY
                || nextHeader == IpProtocols.FRAGMENT
                || nextHeader == IpProtocols.ROUTING
                || nextHeader == IpProtocols.DESTINATION_OPTIONS
                || nextHeader == IGMP
                || nextHeader == EIGRP
                || nextHeader == OSPF
                || nextHeader == ETHERIP
                || nextHeader == PIM
                || nextHeader == SCTP
                || nextHeader == UDP_LITE
                || nextHeader == ETHERNET;
    }

    /** Whether the Internet checksum (RFC 1071) over {@code length} octets, itself included, comes out right. */
    private static boolean sumsUp(ByteBuffer octets, int start, int length) {
        long sum = 0;
        for (int at = 0; at + 1 < length; at += Short.BYTES) {
            sum += octets.getShort(start + at) & 0xffff;
        }
        if (length % Short.BYTES != 0) {
            sum += (octets.get(start + length - 1) & 0xff) << Byte.SIZE;
        }
        while (sum >>> Short.SIZE != 0) {
            sum = (sum & 0xffff) + (sum >>> Short.SIZE);
        }
        return sum == 0xffff;
    }
}
