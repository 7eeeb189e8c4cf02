package io.github.espial.redact.frame;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.Ports;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.UdpEncapsulationView;

/** UDP datagrams (RFC 768): those that tell of tunnels, routers and addresses are redacted, of the others the header is left. */
final class UdpDatagram {
    static final int HEADER_LENGTH = 8;
    private static final int LENGTH = 4;
    private static final int CHECKSUM = 6;
    private static final int MARKER = UdpEncapsulationView.NON_ESP_MARKER_LENGTH;
    private static final int WELL_KNOWN_PORTS = 1024;
    private static final int VXLAN_HEADER = 8;
    private static final int GENEVE_HEADER = 8;

    private final Layers layers;
    private final UdpEncapsulationView encapsulation = new UdpEncapsulationView();
    private final IkeView ike = new IkeView();

    UdpDatagram(Layers layers) {
        this.layers = layers;
    }

    void redact(IpHeader ip, int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + CHECKSUM));
        if (end - at < HEADER_LENGTH) {
            return;
        }
        int stated = draft.u16(at + LENGTH);
        int length = stated >= HEADER_LENGTH ? stated : end - at;
        int stop = Math.min(end, at + length);
        redactPayload(ip, at, at + HEADER_LENGTH, stop, length - HEADER_LENGTH);
        if (draft.u16(at + CHECKSUM) != 0) {
            int sum = layers.checksums.of(ip, IpProtocols.UDP, length, at, stop);
            draft.put16(at + CHECKSUM, sum == 0 ? 0xffff : sum);
        }
    }

    private void redactPayload(IpHeader ip, int udp, int at, int end, int length) {
        Draft draft = layers.draft;
        int source = draft.u16(udp);
        int destination = draft.u16(udp + 2);
        if (source == Ports.IKE || destination == Ports.IKE) {
            layers.ike.redact(ip, udp, at, end);
        } else if (source == Ports.L2TP || destination == Ports.L2TP) {
            layers.l2tp.redact(at, end);
        } else if (isDhcp(source) || isDhcp(destination)) {
            layers.dhcp.redact(at, end);
        } else if (destination == Ports.HSRP || destination == Ports.HSRP_IPV6) {
            layers.hello.redactHsrp(at, end);
        } else if (destination == Ports.GLBP) {
            layers.hello.redactGlbp(at, end);
        } else if (source == Ports.NAT_T || destination == Ports.NAT_T || isKnown(ip, source, destination)) {
            redactEncapsulated(ip, udp, at, end, length);
        } else if (isMarkedIke(at, end, length)) {
            learn(ip, source, destination);
            layers.ike.redact(ip, udp, at + MARKER, end);
        } else if (source >= WELL_KNOWN_PORTS) {
            redactTunnel(destination, at, end);
        }
    }

    private static boolean isDhcp(int port) {
        return port == Ports.DHCP_SERVER || port == Ports.DHCP_CLIENT;
    }

    private void redactEncapsulated(IpHeader ip, int udp, int at, int end, int length) {
        if (!encapsulation.wrap(layers.draft.original(), at, end - at)) {
            return;
        }
        if (encapsulation.isKeepalive()) {
            layers.draft.keep(at, end);
        } else if (encapsulation.hasNonEspMarker()) {
            layers.ike.redact(ip, udp, at + MARKER, end);
        } else {
            layers.esp.redact(ip, at, end, length);
        }
    }

    private boolean isMarkedIke(int at, int end, int length) {
        return encapsulation.wrap(layers.draft.original(), at, end - at)
                && encapsulation.hasNonEspMarker()
                && ike.wrap(layers.draft.original(), at + MARKER, end - at - MARKER)
                && ike.isPlausibleIn(length - MARKER);
    }

    private void redactTunnel(int port, int at, int end) {
        Draft draft = layers.draft;
        if (port == Ports.VXLAN || port == Ports.VXLAN_LINUX) {
            draft.keep(at, Math.min(end, at + VXLAN_HEADER));
            if (end - at > VXLAN_HEADER) {
                layers.link.redactEthernet(at + VXLAN_HEADER, end);
            }
        } else if (port == Ports.GENEVE) {
            draft.keep(at, Math.min(end, at + GENEVE_HEADER));
            int payload = at + GENEVE_HEADER + 4 * (draft.u8(at) & 0x3f);
            if (payload < end) {
                layers.network.redact(draft.u16(at + 2), payload, end);
            }
        } else if (port == Ports.GRE) {
            layers.payload.redactGre(at, end);
        } else if (port == Ports.MPLS) {
            layers.network.redact(EtherTypes.MPLS, at, end);
        } else if (port == Ports.VXLAN_GPE || port == Ports.GTP_U) {
            // Its flags tell that something was not looked into.
            draft.keep(at, Math.min(end, at + 2));
        }
    }

    private boolean isKnown(IpHeader ip, int source, int destination) {
        int other = ip.destinationAt();
        return layers.ports.contains(
                high(ip, ip.addressesAt()),
                low(ip, ip.addressesAt()),
                source,
                high(ip, other),
                low(ip, other),
                destination);
    }

    private void learn(IpHeader ip, int source, int destination) {
        int other = ip.destinationAt();
        layers.ports.add(
                high(ip, ip.addressesAt()),
                low(ip, ip.addressesAt()),
                source,
                high(ip, other),
                low(ip, other),
                destination);
    }

    private long high(IpHeader ip, int at) {
        return ip.version() == 4 ? 0 : layers.draft.i64(at);
    }

    private long low(IpHeader ip, int at) {
        return ip.version() == 4 ? Integer.toUnsignedLong(layers.draft.i32(at)) : layers.draft.i64(at + Long.BYTES);
    }
}
