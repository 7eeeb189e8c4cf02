package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.wire.ArpView;
import java.nio.ByteBuffer;

/** A captured frame, or what a tunnel in it carries: a link layer, if it has one, and an IP packet. Not thread-safe. */
final class Level {
    final Link link;
    final Network network;

    private final Obstacle obstacle;
    /** Which virtual network a tunnel says that this is of, 24 bits; 0 where none does. */
    private int virtualNetwork;
    /** Whether an IP header was read. */
    private boolean isIp;

    Level(UdpPairs pairs, Obstacle obstacle) {
        this.obstacle = obstacle;
        this.link = new Link(obstacle);
        this.network = new Network(pairs, obstacle);
    }

    /** Before another frame is read, of that virtual network. */
    void clear(int ofNetwork) {
        isIp = false;
        virtualNetwork = ofNetwork;
    }

    int virtualNetwork() {
        return virtualNetwork;
    }

    boolean isIp() {
        return isIp;
    }

    /** Reads what the link layer was found to carry. */
    Content content(ByteBuffer octets, ArpView arp) {
        Shims shims = link.shims();
        int type = shims.etherType();
        int start = shims.payloadStart();
        int length = shims.payloadLength();
        if (type == EtherTypes.IPV4) {
            isIp = network.wrapIpv4(octets, start, length);
            return isIp ? network.content() : Content.MALFORMED;
        }
        if (type == EtherTypes.IPV6) {
            isIp = network.wrapIpv6(octets, start, length);
            return isIp ? network.content() : Content.MALFORMED;
        }
        if (type == EtherTypes.ARP) {
            return arp.wrap(octets, start, length) ? Content.ARP : Content.OTHER;
        }
        obstacle.notLookedInto(OpaquePayload.ofEtherType(type));
        return Content.OTHER;
    }
}
