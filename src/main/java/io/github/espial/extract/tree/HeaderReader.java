package io.github.espial.extract.tree;

import io.github.espial.capture.Frame;
import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.Ports;
import io.github.espial.wire.AhView;
import io.github.espial.wire.ArpView;
import io.github.espial.wire.EspView;
import io.github.espial.wire.EthernetView;
import io.github.espial.wire.Icmpv4View;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.Ipv4View;
import io.github.espial.wire.Ipv6View;
import io.github.espial.wire.NdpView;
import io.github.espial.wire.UdpEncapsulationView;
import io.github.espial.wire.UdpView;
import io.github.espial.wire.VlanView;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Reads the headers of a frame that judgements rest on: Ethernet, VLAN, ARP, IPv4, IPv6, UDP, ESP, AH, IKE, ICMP and neighbor
 * discovery. What is inside tunnels, or behind other link layers, is not read here.
 */
final class HeaderReader {
    private static final int MAC = 6;
    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    private final EthernetView ethernet = new EthernetView();
    private final VlanView vlan = new VlanView();
    private final ArpView arp = new ArpView();
    private final Ipv4View ipv4 = new Ipv4View();
    private final Ipv6View ipv6 = new Ipv6View();
    private final UdpView udp = new UdpView();
    private final UdpEncapsulationView encapsulation = new UdpEncapsulationView();
    private final EspView esp = new EspView();
    private final AhView ah = new AhView();
    private final IkeView ike = new IkeView();
    private final Icmpv4View icmp = new Icmpv4View();
    private final NdpView discovery = new NdpView();

    /**
     * Headers of a frame.
     *
     * @param rest octets after them that were captured
     */
    record Headers(List<Header> headers, int rest) {}

    Headers read(Frame frame) {
        FieldList to = new FieldList(frame.octets(), frame.start());
        ByteBuffer octets = frame.octets();
        int end = frame.start() + frame.capturedLength();
        if (frame.linkType() == LinkTypes.ETHERNET && ethernet.wrap(octets, frame.start(), frame.capturedLength())) {
            int start = frame.start();
            to.begin("Ethernet", start);
            to.mac("destination", start, true);
            to.mac("source", start + MAC, true);
            to.number("type", start + 2 * MAC, 2, "0x%04x");
            to.end(ethernet.payloadStart());
            if (!ethernet.isLength()) {
                type(to, octets, ethernet.etherTypeOrLength(), ethernet.payloadStart(), end);
            }
        }
        return new Headers(to.headers(), Math.max(0, end - to.at()));
    }

    private void type(FieldList to, ByteBuffer octets, int etherType, int start, int end) {
        int type = etherType;
        int at = start;
        while (VlanView.isTag(type) && vlan.wrap(octets, at, end - at)) {
            to.begin("VLAN", at);
            to.field("id", Integer.toString(vlan.vlanId()), at, 2, true);
            to.number("type", at + 2, 2, "0x%04x");
            type = vlan.etherType();
            at = vlan.payloadStart();
            to.end(at);
        }
        if (type == EtherTypes.ARP && arp.wrap(octets, at, end - at)) {
            arp(to, at);
        } else if (type == EtherTypes.IPV4 && ipv4.wrap(octets, at, end - at)) {
            ipv4(to, octets, at);
        } else if (type == EtherTypes.IPV6 && ipv6.wrap(octets, at, end - at)) {
            ipv6(to, octets, at);
        }
    }

    /** RFC 826, for Ethernet and IPv4. */
    private void arp(FieldList to, int at) {
        to.begin("ARP", at);
        to.field(
                "operation",
                arp.isRequest() ? "request" : arp.isReply() ? "reply" : "" + arp.operation(),
                at + 6,
                2,
                false);
        to.mac("sender MAC", at + 8, true);
        to.address("sender address", IpAddress.ofIpv4(arp.senderAddress()), at + 14, IPV4, true);
        to.mac("target MAC", at + 18, false);
        to.address("target address", IpAddress.ofIpv4(arp.targetAddress()), at + 24, IPV4, false);
        to.end(at + 28);
    }

    /** RFC 791 §3.1. */
    private void ipv4(FieldList to, ByteBuffer octets, int at) {
        to.begin("IPv4", at);
        to.number("identification", at + 4, 2, "%d");
        to.number("time to live", at + 8, 1, "%d");
        to.field("protocol", IpProtocols.name(ipv4.protocol()), at + 9, 1, false);
        to.address("source", IpAddress.ofIpv4(ipv4.source()), at + 12, IPV4, true);
        to.address("destination", IpAddress.ofIpv4(ipv4.destination()), at + 16, IPV4, true);
        to.end(ipv4.payloadStart());
        if (ipv4.fragmentOffset() == 0) {
            payload(to, octets, ipv4.protocol(), ipv4.payloadStart(), ipv4.payloadLength());
        }
    }

    /** RFC 8200 §3. */
    private void ipv6(FieldList to, ByteBuffer octets, int at) {
        to.begin("IPv6", at);
        to.field("next header", IpProtocols.name(ipv6.nextHeader()), at + 6, 1, false);
        to.number("hop limit", at + 7, 1, "%d");
        to.address("source", IpAddress.ofIpv6(ipv6.sourceHigh(), ipv6.sourceLow()), at + 8, IPV6, true);
        to.address("destination", IpAddress.ofIpv6(ipv6.destinationHigh(), ipv6.destinationLow()), at + 24, IPV6, true);
        to.end(ipv6.payloadStart());
        payload(to, octets, ipv6.nextHeader(), ipv6.payloadStart(), ipv6.payloadLength());
    }

    private void payload(FieldList to, ByteBuffer octets, int protocol, int at, int length) {
        if (protocol == IpProtocols.UDP && udp.wrap(octets, at, length)) {
            to.begin("UDP", at);
            to.number("source port", at, 2, "%d");
            to.number("destination port", at + 2, 2, "%d");
            to.end(udp.payloadStart());
            datagram(to, octets);
        } else if (protocol == IpProtocols.ESP && esp.wrap(octets, at, length)) {
            esp(to, at);
        } else if (protocol == IpProtocols.AH && ah.wrap(octets, at, length)) {
            to.begin("AH", at);
            to.number("SPI", at + 4, 4, "0x%08x");
            to.number("sequence number", at + 8, 4, "%d");
            to.end(ah.payloadStart());
        } else if (protocol == IpProtocols.ICMP && icmp.wrap(octets, at, length)) {
            icmp(to, at);
        } else if (protocol == IpProtocols.ICMPV6 && discovery.wrap(octets, at, length)) {
            discovery(to, at);
        }
    }

    private void datagram(FieldList to, ByteBuffer octets) {
        int at = udp.payloadStart();
        int length = udp.payloadLength();
        boolean isOnIkePort = udp.sourcePort() == Ports.IKE || udp.destinationPort() == Ports.IKE;
        boolean isOnNatPort = udp.sourcePort() == Ports.NAT_T || udp.destinationPort() == Ports.NAT_T;
        if (isOnIkePort && ike.wrap(octets, at, length)) {
            ike(to, at);
        } else if (isOnNatPort && encapsulation.wrap(octets, at, length)) {
            if (encapsulation.isEsp() && esp.wrap(octets, encapsulation.espStart(), encapsulation.espLength())) {
                esp(to, encapsulation.espStart());
            } else if (encapsulation.hasNonEspMarker()
                    && ike.wrap(octets, encapsulation.ikeStart(), encapsulation.ikeLength())) {
                ike(to, encapsulation.ikeStart());
            }
        }
    }

    /** RFC 4303 §2. */
    private void esp(FieldList to, int at) {
        to.begin("ESP", at);
        to.field("SPI", "0x%08x".formatted(esp.spi()), at, 4, true);
        to.number("sequence number", at + 4, 4, "%d");
        to.end(esp.ciphertextStart());
    }

    /** RFC 7296 §3.1, RFC 2408 §3.1. */
    private void ike(FieldList to, int at) {
        to.begin("IKE", at);
        to.field("initiator SPI", "0x%016x".formatted(ike.initiatorSpi()), at, 8, true);
        to.field("responder SPI", "0x%016x".formatted(ike.responderSpi()), at + 8, 8, true);
        to.field("exchange", IkeView.exchangeName(ike.majorVersion(), ike.exchangeType()), at + 18, 1, false);
        to.number("flags", at + 19, 1, "0x%02x");
        to.number("message id", at + 20, 4, "%d");
        to.end(ike.payloadStart());
    }

    /** RFC 792. */
    private void icmp(FieldList to, int at) {
        to.begin("ICMP", at);
        to.number("type", at, 1, "%d");
        to.number("code", at + 1, 1, "%d");
        if (icmp.isRedirect()) {
            to.address("gateway", IpAddress.ofIpv4(icmp.gateway()), at + 4, IPV4, true);
        }
        to.end(icmp.isError() ? icmp.quotedStart() : at + 4);
    }

    /** RFC 4861 §4. */
    private void discovery(FieldList to, int at) {
        to.begin("neighbor discovery", at);
        to.number("type", at, 1, "%d");
        if (discovery.hasTarget()) {
            to.address("target", IpAddress.ofIpv6(discovery.targetHigh(), discovery.targetLow()), at + 8, IPV6, true);
        }
        to.end(at + (discovery.hasTarget() ? 24 : 8));
    }
}
