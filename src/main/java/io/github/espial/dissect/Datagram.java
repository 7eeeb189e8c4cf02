package io.github.espial.dissect;

import io.github.espial.net.Ports;
import io.github.espial.wire.DhcpView;
import io.github.espial.wire.EspView;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.L2tpView;
import io.github.espial.wire.UdpEncapsulationView;
import io.github.espial.wire.UdpView;
import java.nio.ByteBuffer;

/** One UDP datagram: IKE, ESP in UDP, L2TP, DHCP, or something else. */
final class Datagram {
    private final UdpView udp = new UdpView();
    private final UdpEncapsulationView encapsulation = new UdpEncapsulationView();
    private final EspView esp = new EspView();
    private final IkeView ike = new IkeView();
    private final L2tpView l2tp = new L2tpView();
    private final DhcpView dhcp = new DhcpView();
    private final UdpPairs pairs;
    private final Obstacle obstacle;
    private final VirtualRouterHello hello;

    Datagram(UdpPairs pairs, Obstacle obstacle, VirtualRouterHello hello) {
        this.pairs = pairs;
        this.obstacle = obstacle;
        this.hello = hello;
    }

    Content read(Network packet, ByteBuffer octets, int start, int length) {
        if (!udp.wrap(octets, start, length)) {
            return obstacle.at(start, Fault.UDP);
        }
        int source = udp.sourcePort();
        int destination = udp.destinationPort();
        int at = udp.payloadStart();
        int payload = udp.payloadLength();
        if (source == Ports.IKE || destination == Ports.IKE) {
            return ike.wrap(octets, at, payload) && ike.isPlausible() ? Content.IKE : Content.IP;
        }
        if (source == Ports.L2TP || destination == Ports.L2TP) {
            return l2tp(octets, at, payload);
        }
        if (source == Ports.DHCP_SERVER && dhcp.wrap(octets, at, payload) && dhcp.operation() == DhcpView.BOOT_REPLY) {
            return Content.DHCP_REPLY;
        }
        if (VirtualRouterHello.isPort(destination) && hello.readDatagram(octets, at, payload, destination)) {
            return Content.VIRTUAL_ROUTER_HELLO;
        }
        if (OpaquePayload.isNatTraversal(source, destination) || isKnownPair(packet, source, destination)) {
            return encapsulated(octets, at, payload);
        }
        if (isMarkedIke(octets, at, payload, udp.payloadOriginalLength())) {
            addPair(packet, source, destination);
            return Content.IKE;
        }
        return Content.IP;
    }

    long spi() {
        return esp.spi();
    }

    long sequenceNumber() {
        return esp.sequenceNumber();
    }

    int payloadStart() {
        return udp.payloadStart();
    }

    int payloadLength() {
        return udp.payloadLength();
    }

    int payloadOriginalLength() {
        return udp.payloadOriginalLength();
    }

    IkeView ike() {
        return ike;
    }

    L2tpView l2tp() {
        return l2tp;
    }

    DhcpView dhcp() {
        return dhcp;
    }

    private Content encapsulated(ByteBuffer octets, int start, int length) {
        if (!encapsulation.wrap(octets, start, length)) {
            return Content.IP;
        }
        if (encapsulation.isKeepalive()) {
            return Content.KEEPALIVE;
        }
        if (encapsulation.hasNonEspMarker()) {
            boolean isIke = ike.wrap(octets, encapsulation.ikeStart(), encapsulation.ikeLength()) && ike.isPlausible();
            return isIke ? Content.IKE : Content.IP;
        }
        return encapsulation.isEsp() && esp.wrap(octets, start, length) ? Content.UDP_ESP : Content.IP;
    }

    private Content l2tp(ByteBuffer octets, int start, int length) {
        if (!l2tp.wrap(octets, start, length)) {
            return Content.IP;
        }
        return l2tp.isControl() ? Content.L2TP_CONTROL : Content.L2TP_DATA;
    }

    /** Whether a datagram on any port is IKE behind a non-ESP marker: then its pair of ports carries ESP too. */
    private boolean isMarkedIke(ByteBuffer octets, int start, int length, int originalLength) {
        return encapsulation.wrap(octets, start, length)
                && encapsulation.hasNonEspMarker()
                && ike.wrap(octets, encapsulation.ikeStart(), encapsulation.ikeLength())
                && ike.isPlausibleIn(originalLength - UdpEncapsulationView.NON_ESP_MARKER_LENGTH);
    }

    private boolean isKnownPair(Network packet, int source, int destination) {
        return !pairs.isEmpty()
                && pairs.contains(
                        packet.sourceHigh(),
                        packet.sourceLow(),
                        source,
                        packet.destinationHigh(),
                        packet.destinationLow(),
                        destination);
    }

    private void addPair(Network packet, int source, int destination) {
        pairs.add(
                packet.sourceHigh(),
                packet.sourceLow(),
                source,
                packet.destinationHigh(),
                packet.destinationLow(),
                destination);
    }
}
