package io.github.espial.dissect;

import io.github.espial.capture.Frame;
import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.ArpView;
import io.github.espial.wire.DhcpView;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.L2tpView;
import io.github.espial.wire.NdpView;
import io.github.espial.wire.ServiceInstanceView;
import java.nio.ByteBuffer;

/**
 * Reads one frame from its link layer inwards, through tunnels too; see the package for which packet of a tunnel the
 * answers are about. They hold until the next frame.
 *
 * <p>Lax: a frame that ends early, or contradicts itself, is {@link Content#MALFORMED}, and what was read before that
 * stands. Allocates nothing. Not thread-safe.
 */
public final class Dissector {
    /** Tunnels in tunnels that are followed: an overlay in an overlay, each with a tunnel of its users. */
    public static final int GREATEST_DEPTH = 4;

    /** The number of VLAN tags that no frame has. */
    private static final int CARRIED = 3;

    private final Obstacle obstacle = new Obstacle();
    private final Tunnels tunnels = new Tunnels();
    private final ServiceInstanceView service = new ServiceInstanceView();
    private final ArpView arp = new ArpView();
    /** The captured frame, and what its tunnels carry, from the outside in. */
    private final Level[] levels = new Level[GREATEST_DEPTH + 1];

    /** How many tunnels the answers are inside of, and what they are about. */
    private int depth;

    private Level level;

    /**
     * @param pairs UDP end points besides port 4500 that are known to carry ESP; those found on the way are added
     */
    public Dissector(UdpPairs pairs) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new Level(pairs, obstacle);
        }
        level = levels[0];
    }

    /** Reads the frame under the cursor. */
    public Content dissect(Frame frame) {
        obstacle.begin(frame.start());
        goTo(0);
        level.clear(0);
        Content content = level.link.read(frame) ? packet(frame.octets()) : level.link.instead();
        if (content == Content.MALFORMED
                && frame.isTruncated()
                && obstacle.fault().leavesOpen()) {
            obstacle.notLookedInto(Opaque.CUT);
        }
        return content;
    }

    /** Whether the answers are about what a tunnel carries rather than about the captured frame's own packet. */
    public boolean isCarried() {
        return depth > 0;
    }

    /**
     * Turns the answers to the captured frame's own packet, which carries the one that they were about: then that is
     * {@link Content#IP}. False where there is no such packet, and nothing changes.
     */
    public boolean turnToCarrier() {
        if (depth == 0 || !levels[0].isIp()) {
            return false;
        }
        goTo(0);
        return true;
    }

    /** What does not fit; of no account unless the frame is {@link Content#MALFORMED}. */
    public Fault fault() {
        return obstacle.fault();
    }

    /** Octets from the start of the frame to the header that does not fit; as {@link #fault}. */
    public int faultOctet() {
        return obstacle.octet();
    }

    /** What of the frame is not looked into though it may hold IPsec; {@link Opaque#NONE} where there is nothing. */
    public Opaque opaque() {
        return obstacle.opaque();
    }

    /** The sender's MAC, or {@link MacAddress#NONE}. */
    public long sourceMac() {
        return level.link.sourceMac();
    }

    /** The receiver's MAC, or {@link MacAddress#NONE}. */
    public long destinationMac() {
        return level.link.destinationMac();
    }

    public boolean hasDestinationMac() {
        return destinationMac() != MacAddress.NONE;
    }

    /** Outermost VLAN id shifted left by 14, the next one by 2, number of ids (at most 2); 0 when untagged. */
    public int vlans() {
        return level.link.shims().vlans();
    }

    /**
     * What tells apart the links that are seen at one interface: {@link #vlans}; of what a tunnel carries with 3 as their
     * number, and the id of the tunnel's virtual network mixed into theirs. Two tenants may use the same addresses.
     */
    public int segment() {
        return depth == 0 ? vlans() : (level.virtualNetwork() ^ vlans() >>> 2) << 2 | CARRIED;
    }

    /** Whether the capture says that the capturing machine sent the frame. */
    public boolean isSentHere() {
        return level.link.isSentHere();
    }

    /** Whether the capture says that the capturing machine received the frame. */
    public boolean isReceivedHere() {
        return level.link.isReceivedHere();
    }

    /** Whether an IP header was read: then the addresses and the hop limit hold. */
    public boolean isIp() {
        return level.isIp();
    }

    /** 4 or 6; 0 where no IP header was read. */
    public int ipVersion() {
        return level.isIp() ? level.network.version() : 0;
    }

    public long sourceHigh() {
        return level.network.sourceHigh();
    }

    public long sourceLow() {
        return level.network.sourceLow();
    }

    public long destinationHigh() {
        return level.network.destinationHigh();
    }

    public long destinationLow() {
        return level.network.destinationLow();
    }

    /** Time to live (RFC 791) or hop limit (RFC 8200), 0 to 255. */
    public int hopLimit() {
        return level.network.hopLimit();
    }

    /** Protocol of the payload behind all extension headers, 0 to 255. */
    public int protocol() {
        return level.network.protocol();
    }

    /** Octets of the IP packet as sent, its headers included. */
    public int packetLength() {
        return level.network.packetLength();
    }

    /** Position of what IP carries, behind all of its headers; of no account in a later fragment. */
    public int payloadStart() {
        return level.network.payloadStart();
    }

    /** Octets captured behind all headers of IP; 0 where there is nothing that they begin with. */
    public int payloadLength() {
        return level.network.isWhole() && !level.network.isLaterFragment() ? level.network.payloadLength() : 0;
    }

    /** SPI of ESP or AH, unsigned 32 bits. */
    public long spi() {
        return level.network.protectedPart().spi();
    }

    /** Sequence number of ESP or AH, unsigned 32 bits. */
    public long sequenceNumber() {
        return level.network.protectedPart().sequenceNumber();
    }

    /** Position of the SPI of {@link Content#ESP} and {@link Content#UDP_ESP}. */
    public int espStart() {
        return level.network.protectedPart().start();
    }

    /** Octets of ESP captured, from the SPI on. */
    public int espLength() {
        return level.network.protectedPart().length();
    }

    /** Octets of ESP as sent, from SPI to ICV. */
    public int espOriginalLength() {
        return level.network.protectedPart().originalLength();
    }

    /** Whether the packet is a part of one that was cut on its way. */
    public boolean isFragment() {
        return level.network.isFragment();
    }

    /** The message of {@link Content#ARP}. */
    public ArpView arp() {
        return arp;
    }

    /** The header of {@link Content#IKE}. */
    public IkeView ike() {
        return level.network.ike();
    }

    /** The header of {@link Content#L2TP_CONTROL} and {@link Content#L2TP_DATA}. */
    public L2tpView l2tp() {
        return level.network.l2tp();
    }

    /** The message of {@link Content#NEIGHBOR_DISCOVERY}. */
    public NdpView ndp() {
        return level.network.ndp();
    }

    /** The message of {@link Content#DHCP_REPLY}. */
    public DhcpView dhcp() {
        return level.network.dhcp();
    }

    /** The message of {@link Content#VIRTUAL_ROUTER_HELLO}. */
    public VirtualRouterHello hello() {
        return level.network.hello();
    }

    /** The message of {@link Content#NOTICE}, and of a neighbor discovery redirect. */
    public Notice notice() {
        return level.network.notice();
    }

    private void goTo(int inside) {
        depth = inside;
        level = levels[inside];
    }

    /** Reads what the link layer was found to carry, and what that carries. */
    private Content packet(ByteBuffer octets) {
        Shims shims = level.link.shims();
        if (shims.etherType() == EtherTypes.SERVICE_INSTANCE) {
            return backbone(octets, shims.payloadStart(), shims.payloadLength());
        }
        Content content = level.content(octets, arp);
        return content == Content.IP ? behind(octets, level.network) : content;
    }

    /** What a packet of no other kind carries, where it leads inside. */
    private Content behind(ByteBuffer octets, Network packet) {
        int protocol = packet.protocol();
        int start = packet.payloadStart();
        int length = packet.payloadLength();
        if (!tunnels.find(protocol, octets, start, length)) {
            obstacle.notLookedInto(OpaquePayload.of(protocol, octets, start, length));
            return Content.IP;
        }
        if (depth == GREATEST_DEPTH) {
            obstacle.notLookedInto(Opaque.DEEPER);
            return Content.IP;
        }
        return inside(octets, tunnels.carried(), tunnels.network(), tunnels.carriedStart(), tunnels.carriedLength());
    }

    private Content backbone(ByteBuffer octets, int start, int length) {
        if (!service.wrap(octets, start, length)) {
            return obstacle.at(start, Fault.SERVICE_INSTANCE);
        }
        if (depth == GREATEST_DEPTH) {
            obstacle.notLookedInto(Opaque.DEEPER);
            return Content.OTHER;
        }
        return inside(octets, EtherTypes.BRIDGED_ETHERNET, 0, service.payloadStart(), service.payloadLength());
    }

    /** Looks into a tunnel; where what it carries is not what the answers are to be about, they are as before. */
    private Content inside(ByteBuffer octets, int carried, int network, int start, int length) {
        int outside = depth;
        goTo(depth + 1);
        level.clear(network);
        boolean isFrame = carried == EtherTypes.BRIDGED_ETHERNET;
        boolean leadsOn = isFrame
                ? level.link.readCarried(octets, start, length)
                : level.link.readCarried(carried, octets, start, length);
        Content content = leadsOn ? packet(octets) : level.link.instead();
        if (isFrame || depth > outside + 1 || isIpsec(content)) {
            return content;
        }
        goTo(outside);
        return Content.IP;
    }

    /** Whether a packet without a link layer of its own is what the answers are to be about. */
    private boolean isIpsec(Content content) {
        return content.isTunnel()
                || (level.isIp()
                        && (level.network.protocol() == IpProtocols.ESP || level.network.protocol() == IpProtocols.AH));
    }
}
