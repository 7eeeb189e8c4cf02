package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.Ports;
import io.github.espial.wire.L2tpView;
import io.github.espial.wire.UdpView;
import java.nio.ByteBuffer;

/**
 * Reads what ESP protected: an IP packet in tunnel mode, or the payload of the outer one in transport mode; and through
 * L2TP, GRE and IP in IP the packet within, if there is one. The answers hold until the next packet. Allocates nothing.
 * Not thread-safe.
 */
public final class InnerPacket {
    /** How a packet is inside ESP. */
    public enum Carriage {
        /** As it is: its own destination chose the route, where routes are chosen before IPsec. */
        TUNNEL(0),
        /** Under the outer addresses. */
        TRANSPORT(1),
        /** In another tunnel inside ESP, such as L2TP: that tunnel's destination chose the route. */
        NESTED(2);

        private final int code;

        Carriage(int code) {
            this.code = code;
        }

        /** A number for it, from 0 to 15. */
        public int code() {
            return code;
        }

        /** The one with number {@code code}. */
        public static Carriage of(int code) {
            return code == TUNNEL.code ? TUNNEL : code == TRANSPORT.code ? TRANSPORT : NESTED;
        }
    }

    /** Tunnels in tunnels beyond this are nobody's plan. */
    private static final int GREATEST_DEPTH = 4;

    private static final int NOTHING = -1;
    private static final int DCCP = 33;
    private static final int SCTP = 132;
    private static final int UDP_LITE = 136;

    private final Network network = new Network(new UdpPairs(), new Obstacle());
    private final UdpView udp = new UdpView();
    private final L2tpView l2tp = new L2tpView();
    private final Tunnels tunnels = new Tunnels();
    private final HostPair hosts = new HostPair();
    private final Serial serial = new Serial();
    private final L2tpPacket message = new L2tpPacket();
    private final FragmentedPacket whole = new FragmentedPacket();

    private Carriage carriage = Carriage.TUNNEL;
    private int protocol;
    private int sourcePort;
    private int destinationPort;
    private boolean tellsOfL2tp;
    private boolean isFragment;
    private boolean isLaterFragment;

    /** Where the payload of the packet read last stands; none where {@link #length} is negative. */
    private int start;

    private int length;

    /** Where a packet stands in that payload. */
    private int carriedStart;

    private int carriedLength;

    /**
     * Reads {@code length} octets in big-endian {@code octets}; false when they are no packet, such as a dummy one.
     *
     * @param outer has read the frame: in transport mode the addresses are the outer ones
     * @param nextHeader IP protocol number from the trailer of ESP
     */
    public boolean read(Dissector outer, ByteBuffer octets, int start, int length, int nextHeader) {
        tellsOfL2tp = false;
        isFragment = false;
        isLaterFragment = false;
        if (nextHeader == IpProtocols.NO_NEXT_HEADER) {
            return false;
        }
        if (nextHeader == IpProtocols.IPV4 || nextHeader == IpProtocols.IPV6) {
            carriage = Carriage.TUNNEL;
            int etherType = nextHeader == IpProtocols.IPV4 ? EtherTypes.IPV4 : EtherTypes.IPV6;
            if (!readPacket(etherType, octets, start, length)) {
                return false;
            }
        } else {
            readPayload(outer, start, length, nextHeader);
        }
        for (int depth = 0; depth < GREATEST_DEPTH; depth++) {
            int etherType = carried(octets);
            if (etherType == NOTHING || !readPacket(etherType, octets, carriedStart, carriedLength)) {
                break;
            }
            carriage = Carriage.NESTED;
        }
        readPorts(octets);
        return true;
    }

    public Carriage carriage() {
        return carriage;
    }

    /** Between which hosts the packet goes. */
    public HostPair hosts() {
        return hosts;
    }

    /** Protocol of the payload behind all extension headers, 0 to 255. */
    public int protocol() {
        return protocol;
    }

    /** Source port; 0 for protocols without ports, and in all fragments but the first. */
    public int sourcePort() {
        return sourcePort;
    }

    /** Destination port; 0 for protocols without ports, and in all fragments but the first. */
    public int destinationPort() {
        return destinationPort;
    }

    /** Whether this is a part of a packet, or in one: then {@link #whole} holds. */
    public boolean isFragment() {
        return isFragment;
    }

    /** Whether this is a part other than the first: nothing in it tells the ports, or what else the packet carries. */
    public boolean isLaterFragment() {
        return isLaterFragment;
    }

    public FragmentedPacket whole() {
        return whole;
    }

    /** Whether L2TP is here, or around what is here, and tells of its tunnel: then {@link #message} holds. */
    public boolean tellsOfL2tp() {
        return tellsOfL2tp;
    }

    public L2tpPacket message() {
        return message;
    }

    private void readPayload(Dissector outer, int payloadStart, int payloadLength, int nextHeader) {
        carriage = Carriage.TRANSPORT;
        hosts.take(outer);
        protocol = nextHeader;
        start = payloadStart;
        length = payloadLength;
    }

    private boolean readPacket(int etherType, ByteBuffer octets, int at, int available) {
        boolean fits = etherType == EtherTypes.IPV4
                ? network.wrapIpv4(octets, at, available)
                : etherType == EtherTypes.IPV6 && network.wrapIpv6(octets, at, available);
        if (!fits) {
            return false;
        }
        hosts.take(network);
        protocol = network.protocol();
        start = network.payloadStart();
        length = network.isWhole() && !network.isLaterFragment() ? network.payloadLength() : NOTHING;
        if (!isFragment && network.isFragment()) {
            isFragment = true;
            isLaterFragment = network.isLaterFragment();
            whole.note(network);
        }
        return true;
    }

    /** EtherType of the packet that the payload carries, or {@link #NOTHING}. */
    private int carried(ByteBuffer octets) {
        if (length < 0) {
            return NOTHING;
        }
        if (protocol == IpProtocols.UDP && isL2tp(octets)) {
            return carriedByL2tp(octets);
        }
        if (!tunnels.find(protocol, octets, start, length)) {
            return NOTHING;
        }
        carriedStart = tunnels.carriedStart();
        carriedLength = tunnels.carriedLength();
        return tunnels.carried();
    }

    private boolean isL2tp(ByteBuffer octets) {
        return udp.wrap(octets, start, length)
                && (udp.sourcePort() == Ports.L2TP || udp.destinationPort() == Ports.L2TP)
                && l2tp.wrap(octets, udp.payloadStart(), udp.payloadLength());
    }

    private int carriedByL2tp(ByteBuffer octets) {
        tellsOfL2tp = message.read(octets, l2tp, hosts);
        return l2tp.isControl() ? NOTHING : carriedByPpp(octets);
    }

    private int carriedByPpp(ByteBuffer octets) {
        if (!serial.readPpp(octets, l2tp.payloadStart(), l2tp.payloadLength())) {
            return NOTHING;
        }
        carriedStart = serial.payloadStart();
        carriedLength = serial.payloadLength();
        return serial.etherType();
    }

    /** All protocols with ports have them where UDP does. */
    private void readPorts(ByteBuffer octets) {
        boolean hasPorts = hasPorts(protocol) && length >= 0 && udp.wrap(octets, start, length);
        sourcePort = hasPorts ? udp.sourcePort() : 0;
        destinationPort = hasPorts ? udp.destinationPort() : 0;
    }

    private static boolean hasPorts(int protocol) {
        return protocol == IpProtocols.TCP
                || protocol == IpProtocols.UDP
                || protocol == SCTP
                || protocol == UDP_LITE
                || protocol == DCCP;
    }
}
