package io.github.espial.dissect;

import io.github.espial.net.IpProtocols;
import io.github.espial.wire.DhcpView;
import io.github.espial.wire.Icmpv4View;
import io.github.espial.wire.Icmpv6View;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.Ipv4View;
import io.github.espial.wire.Ipv6ExtensionHeaders;
import io.github.espial.wire.Ipv6View;
import io.github.espial.wire.L2tpView;
import io.github.espial.wire.NdpView;
import java.nio.ByteBuffer;

/** One IP packet: its addresses, and what it carries. The same for IPv4 and IPv6. */
final class Network {
    /** Neighbor discovery with a lower hop limit was forwarded, which no node believes (RFC 4861 §6.1, §7.1, §8.1). */
    private static final int ON_LINK = 255;

    private final Ipv4View ipv4 = new Ipv4View();
    private final Ipv6View ipv6 = new Ipv6View();
    private final Ipv6ExtensionHeaders extensions = new Ipv6ExtensionHeaders();
    private final ProtectedPart protectedPart = new ProtectedPart();
    private final Icmpv4View icmpv4 = new Icmpv4View();
    private final Icmpv6View icmpv6 = new Icmpv6View();
    private final NdpView ndp = new NdpView();
    private final Notice notice = new Notice();
    private final VirtualRouterHello hello = new VirtualRouterHello();
    private final Datagram datagram;
    private final Obstacle obstacle;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int version;
    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;
    private int hopLimit;
    private int protocol;
    private int start;
    private int length;
    /** Whether the headers before the payload could all be read. */
    private boolean isWhole;

    private boolean isLaterFragment;

    Network(UdpPairs pairs, Obstacle obstacle) {
        this.datagram = new Datagram(pairs, obstacle, hello);
        this.obstacle = obstacle;
    }

    boolean wrapIpv4(ByteBuffer packet, int at, int available) {
        if (!ipv4.wrap(packet, at, available)) {
            obstacle.at(at, IpMisfit.ofIpv4(packet, at, available));
            return false;
        }
        octets = packet;
        version = 4;
        sourceHigh = 0;
        sourceLow = Integer.toUnsignedLong(ipv4.source());
        destinationHigh = 0;
        destinationLow = Integer.toUnsignedLong(ipv4.destination());
        hopLimit = ipv4.ttl();
        protocol = ipv4.protocol();
        start = ipv4.payloadStart();
        length = ipv4.payloadLength();
        isWhole = true;
        isLaterFragment = ipv4.fragmentOffset() > 0;
        return true;
    }

    boolean wrapIpv6(ByteBuffer packet, int at, int available) {
        if (!ipv6.wrap(packet, at, available)) {
            obstacle.at(at, IpMisfit.ofIpv6(available));
            return false;
        }
        octets = packet;
        version = 6;
        sourceHigh = ipv6.sourceHigh();
        sourceLow = ipv6.sourceLow();
        destinationHigh = ipv6.destinationHigh();
        destinationLow = ipv6.destinationLow();
        hopLimit = ipv6.hopLimit();
        protocol = IpProtocols.NO_NEXT_HEADER;
        isWhole = extensions.wrap(packet, ipv6.payloadStart(), ipv6.payloadLength(), ipv6.nextHeader());
        if (isWhole) {
            protocol = extensions.protocol();
            start = extensions.payloadStart();
            length = extensions.payloadLength();
            isLaterFragment = extensions.fragmentOffset() > 0;
        }
        return true;
    }

    /** What the packet carries; also reads it, so that its fields hold. */
    Content content() {
        if (!isWhole) {
            return obstacle.at(ipv6.payloadStart(), Fault.IPV6_EXTENSIONS);
        }
        if (isLaterFragment) {
            return Content.FRAGMENT;
        }
        if (protocol == IpProtocols.ESP) {
            return esp();
        }
        if (protocol == IpProtocols.UDP) {
            return udp();
        }
        if (protocol == IpProtocols.AH) {
            return ah();
        }
        if (protocol == IpProtocols.ICMP && version == 4) {
            return icmpv4();
        }
        if (protocol == IpProtocols.ICMPV6 && version == 6) {
            return icmpv6();
        }
        return protocol == IpProtocols.VRRP && hello.readVrrp(octets, start, length, version, hopLimit)
                ? Content.VIRTUAL_ROUTER_HELLO
                : Content.IP;
    }

    int version() {
        return version;
    }

    long sourceHigh() {
        return sourceHigh;
    }

    long sourceLow() {
        return sourceLow;
    }

    long destinationHigh() {
        return destinationHigh;
    }

    long destinationLow() {
        return destinationLow;
    }

    int hopLimit() {
        return hopLimit;
    }

    int protocol() {
        return protocol;
    }

    /** Position of the first octet behind all headers of IP. */
    int payloadStart() {
        return start;
    }

    /** Octets captured behind all headers of IP. */
    int payloadLength() {
        return length;
    }

    /** Octets behind all headers of IP as sent; where the header does not tell, those captured. */
    int payloadOriginalLength() {
        if (version == 4) {
            return ipv4.payloadOriginalLength();
        }
        return ipv6.payloadOriginalLength() - (start - ipv6.payloadStart());
    }

    /** Octets of the packet as sent, its headers included. */
    int packetLength() {
        return version == 4
                ? ipv4.headerLength() + ipv4.payloadOriginalLength()
                : Ipv6View.HEADER_LENGTH + ipv6.payloadOriginalLength();
    }

    /** Whether this is a part of a packet, the first one included. */
    boolean isFragment() {
        return version == 4 ? ipv4.isFragment() : isWhole && extensions.isFragment();
    }

    /** Number that the parts of one packet share, unsigned 32 bits; 0 where IPv6 has none. */
    long identification() {
        return version == 4 ? ipv4.identification() : isWhole ? extensions.identification() : 0;
    }

    /** Whether this is a part of a packet without the header of its payload. */
    boolean isLaterFragment() {
        return isLaterFragment;
    }

    /** Whether the headers before the payload could all be read: otherwise there is no payload. */
    boolean isWhole() {
        return isWhole;
    }

    /** Its part under an SA: of a packet of ESP, AH or ESP in UDP. */
    ProtectedPart protectedPart() {
        return protectedPart;
    }

    IkeView ike() {
        return datagram.ike();
    }

    L2tpView l2tp() {
        return datagram.l2tp();
    }

    DhcpView dhcp() {
        return datagram.dhcp();
    }

    VirtualRouterHello hello() {
        return hello;
    }

    NdpView ndp() {
        return ndp;
    }

    Notice notice() {
        return notice;
    }

    private Content esp() {
        return protectedPart.readEsp(octets, start, length, payloadOriginalLength())
                ? Content.ESP
                : obstacle.at(start, Fault.ESP);
    }

    private Content ah() {
        return protectedPart.readAh(octets, start, length) ? Content.AH : obstacle.at(start, Fault.AH);
    }

    private Content udp() {
        Content content = datagram.read(this, octets, start, length);
        if (content == Content.UDP_ESP) {
            protectedPart.take(datagram);
        }
        return content;
    }

    private Content icmpv4() {
        if (!icmpv4.wrap(octets, start, length)) {
            return obstacle.at(start, Fault.ICMP);
        }
        boolean quotes = icmpv4.isError() || icmpv4.isRedirect();
        return quotes && notice.read(octets, icmpv4) ? Content.NOTICE : Content.IP;
    }

    private Content icmpv6() {
        if (!icmpv6.wrap(octets, start, length)) {
            return obstacle.at(start, Fault.ICMPV6);
        }
        if (icmpv6.isNeighborDiscovery()) {
            if (hopLimit != ON_LINK) {
                return Content.IP;
            }
            if (!ndp.wrap(octets, start, length)) {
                return obstacle.at(start, Fault.NEIGHBOR_DISCOVERY);
            }
            if (ndp.type() == NdpView.REDIRECT) {
                notice.read(octets, ndp);
            }
            return Content.NEIGHBOR_DISCOVERY;
        }
        return icmpv6.isError() && notice.read(octets, icmpv6) ? Content.NOTICE : Content.IP;
    }
}
