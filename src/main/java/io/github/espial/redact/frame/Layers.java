package io.github.espial.redact.frame;

import io.github.espial.redact.mapping.Mapping;

/**
 * All that rewrites a part of a frame: parts carry each other, in an order that only the frame tells. Not thread-safe.
 */
final class Layers {
    /** Packets in packets that are followed; what is deeper stays zero. */
    private static final int DEEPEST = 12;

    final Draft draft;
    final Checksums checksums;
    final KnownPorts ports;
    final Sealed sealed;
    final LinkLayer link;
    final PppLayer ppp;
    final NetworkLayer network;
    final Ipv4Packet ipv4;
    final Ipv6Packet ipv6;
    final IpPayload payload;
    final UdpDatagram udp;
    final IcmpMessage icmp;
    final Icmpv6Message icmpv6;
    final EspPacket esp;
    final IkeMessage ike;
    final DhcpMessage dhcp;
    final L2tpMessage l2tp;
    final RouterHello hello;
    private int depth;

    Layers(Mapping mapping, KnownPorts ports, Sealed sealed) {
        this.ports = ports;
        this.sealed = sealed;
        draft = new Draft(mapping);
        checksums = new Checksums(draft);
        link = new LinkLayer(this);
        ppp = new PppLayer(this);
        network = new NetworkLayer(this);
        ipv4 = new Ipv4Packet(this);
        ipv6 = new Ipv6Packet(this);
        payload = new IpPayload(this);
        udp = new UdpDatagram(this);
        icmp = new IcmpMessage(this);
        icmpv6 = new Icmpv6Message(this);
        esp = new EspPacket(this);
        ike = new IkeMessage(this);
        dhcp = new DhcpMessage(this);
        l2tp = new L2tpMessage(this);
        hello = new RouterHello(this);
    }

    /** Begins a frame: nothing is inside of anything. */
    void begin() {
        depth = 0;
    }

    /** Goes into a packet; when false, too many are around it. {@link #leave()} follows when true. */
    boolean enter() {
        if (depth == DEEPEST) {
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }
}
