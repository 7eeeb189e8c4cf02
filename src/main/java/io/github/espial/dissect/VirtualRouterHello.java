package io.github.espial.dissect;

import io.github.espial.net.Ports;
import io.github.espial.wire.GlbpView;
import io.github.espial.wire.HsrpView;
import io.github.espial.wire.VrrpView;
import java.nio.ByteBuffer;

/**
 * What a router tells of a virtual router that it serves: VRRP, HSRP, or GLBP. The addresses are the virtual router's; the
 * source of the packet is the sender's own. The answers hold until the next packet.
 */
public final class VirtualRouterHello {
    /** Advertisements with a lower one were forwarded, which no router believes (RFC 9568 §7.1). */
    private static final int VRRP_HOP_LIMIT = 255;

    private final VrrpView vrrp = new VrrpView();
    private final HsrpView hsrp = new HsrpView();
    private final GlbpView glbp = new GlbpView();
    private int version;
    private int count;
    private Kind kind = Kind.VRRP;

    VirtualRouterHello() {}

    /** Reads the payload of an IP packet of VRRP's protocol number; false where it tells no address, as CARP does. */
    boolean readVrrp(ByteBuffer octets, int start, int length, int ipVersion, int hopLimit) {
        kind = Kind.VRRP;
        version = ipVersion;
        boolean fits =
                hopLimit == VRRP_HOP_LIMIT && vrrp.wrap(octets, start, length) && (ipVersion == 4 || vrrp.fitsIpv6());
        count = fits ? vrrp.addressCount() : 0;
        return count > 0;
    }

    /** Whether datagrams for this port may be hellos. */
    static boolean isPort(int port) {
        return port == Ports.HSRP || port == Ports.HSRP_IPV6 || port == Ports.GLBP;
    }

    /** Reads the payload of a datagram for such a port; false where it is no hello of the router in charge. */
    boolean readDatagram(ByteBuffer octets, int start, int length, int port) {
        kind = port == Ports.GLBP ? Kind.GLBP : Kind.HSRP;
        boolean isHello = kind == Kind.GLBP
                ? glbp.wrap(octets, start, length)
                : hsrp.wrap(octets, start, length) && hsrp.operation() == HsrpView.HELLO && hsrp.isActive();
        count = isHello ? 1 : 0;
        if (isHello) {
            version = kind == Kind.GLBP ? glbp.ipVersion() : hsrp.ipVersion();
        }
        return isHello;
    }

    /** Addresses of the virtual router that are told. */
    public int addressCount() {
        return count;
    }

    /** 4 or 6: of the addresses. */
    public int ipVersion() {
        return version;
    }

    /** The first 64 bits of address {@code index}, from 0, in IPv6; 0 in IPv4. */
    public long addressHigh(int index) {
        return switch (kind) {
            case VRRP -> version == 4 ? 0 : vrrp.ipv6High(index);
            case HSRP -> hsrp.addressHigh();
            case GLBP -> glbp.addressHigh();
        };
    }

    /** The last 64 bits of that address, or all 32 of IPv4. */
    public long addressLow(int index) {
        return switch (kind) {
            case VRRP -> version == 4 ? Integer.toUnsignedLong(vrrp.ipv4Address(index)) : vrrp.ipv6Low(index);
            case HSRP -> hsrp.addressLow();
            case GLBP -> glbp.addressLow();
        };
    }

    private enum Kind {
        VRRP,
        HSRP,
        GLBP
    }
}
