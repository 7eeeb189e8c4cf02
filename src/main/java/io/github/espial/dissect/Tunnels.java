package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.Ports;
import io.github.espial.wire.UdpView;
import java.nio.ByteBuffer;

/** All tunnels that are looked into, by what announces them. Not thread-safe. */
final class Tunnels {
    private static final int PROTOCOLS = 256;

    /** Answers to clients come from ports below, and the client's port may be any. */
    private static final int WELL_KNOWN_PORTS = 1024;

    private static final Tunnel NONE = new WholePayload(0);

    private final Tunnel[] byProtocol = new Tunnel[PROTOCOLS];
    private final int[] ports;
    private final Tunnel[] byPort;
    private final UdpView udp = new UdpView();
    private Tunnel found = NONE;

    Tunnels() {
        GreTunnel gre = new GreTunnel();
        VxlanTunnel vxlan = new VxlanTunnel();
        byProtocol[IpProtocols.IPV4] = new WholePayload(EtherTypes.IPV4);
        byProtocol[IpProtocols.IPV6] = new WholePayload(EtherTypes.IPV6);
        byProtocol[IpProtocols.GRE] = gre;
        ports = new int[] {Ports.VXLAN, Ports.VXLAN_LINUX, Ports.GENEVE, Ports.GRE, Ports.MPLS};
        byPort = new Tunnel[] {vxlan, vxlan, new GeneveTunnel(), gre, new WholePayload(EtherTypes.MPLS)};
    }

    /** Reads the payload of an IP packet; false when no tunnel is there that could be looked into. */
    boolean find(int protocol, ByteBuffer octets, int start, int length) {
        if (protocol == IpProtocols.UDP) {
            return udp.wrap(octets, start, length) && findByPort(octets);
        }
        Tunnel tunnel = byProtocol[protocol];
        return tunnel != null && isFound(tunnel, octets, start, length);
    }

    /** EtherType of what the tunnel carries: {@link EtherTypes#BRIDGED_ETHERNET} for a whole frame. */
    int carried() {
        return found.carried();
    }

    /** Which of several virtual networks that belongs to, 24 bits; 0 where the tunnel does not tell. */
    int network() {
        return found.network();
    }

    int carriedStart() {
        return found.carriedStart();
    }

    int carriedLength() {
        return found.carriedLength();
    }

    private boolean findByPort(ByteBuffer octets) {
        int destination = udp.destinationPort();
        for (int i = 0; i < ports.length; i++) {
            if (ports[i] == destination) {
                return udp.sourcePort() >= WELL_KNOWN_PORTS
                        && isFound(byPort[i], octets, udp.payloadStart(), udp.payloadLength());
            }
        }
        return false;
    }

    private boolean isFound(Tunnel tunnel, ByteBuffer octets, int start, int length) {
        found = tunnel;
        return tunnel.read(octets, start, length);
    }
}
