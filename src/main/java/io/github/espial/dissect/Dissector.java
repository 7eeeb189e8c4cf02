package io.github.espial.dissect;

import io.github.espial.capture.Direction;
import io.github.espial.capture.Frame;
import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.ArpView;
import io.github.espial.wire.BsdLoopbackView;
import io.github.espial.wire.DhcpView;
import io.github.espial.wire.EthernetView;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.L2tpView;
import io.github.espial.wire.LinuxCookedV2View;
import io.github.espial.wire.LinuxCookedView;
import io.github.espial.wire.LlcSnapView;
import io.github.espial.wire.MacText;
import io.github.espial.wire.MplsView;
import io.github.espial.wire.NdpView;
import io.github.espial.wire.VlanView;
import java.nio.ByteBuffer;

/**
 * Reads one frame from its link layer inwards. The answers hold until the next frame.
 *
 * <p>Lax: a frame that ends early, or contradicts itself, is {@link Content#MALFORMED}, and what was read before that
 * stands. Allocates nothing. Not thread-safe.
 */
public final class Dissector {
    /** Stacked tags beyond this are no network's plan but a malformed frame. */
    private static final int GREATEST_TAGS = 8;

    private static final int MAC_LENGTH = 6;
    private static final int IPV4 = 4;
    private static final int IPV6 = 6;

    private final EthernetView ethernet = new EthernetView();
    private final LlcSnapView snap = new LlcSnapView();
    private final VlanView vlan = new VlanView();
    private final LinuxCookedView cooked = new LinuxCookedView();
    private final LinuxCookedV2View cooked2 = new LinuxCookedV2View();
    private final BsdLoopbackView loopback = new BsdLoopbackView();
    private final MplsView mpls = new MplsView();
    private final Serial serial = new Serial();
    private final Wireless wireless = new Wireless();
    private final Mirror mirror = new Mirror();
    private final ArpView arp = new ArpView();
    private final Network outermost;
    private final Network carried;

    /** The packet that the answers are about: the outermost one, or what a GRE tunnel carries. */
    private Network network;

    private long sourceMac;
    private long destinationMac;
    private int vlans;
    private boolean sentHere;
    private boolean receivedHere;
    private boolean isIp;

    /**
     * @param pairs UDP end points besides port 4500 that are known to carry ESP; those found on the way are added
     */
    public Dissector(UdpPairs pairs) {
        this.outermost = new Network(pairs);
        this.carried = new Network(pairs);
        this.network = outermost;
    }

    /** Reads the frame under the cursor. */
    public Content dissect(Frame frame) {
        sourceMac = MacAddress.NONE;
        destinationMac = MacAddress.NONE;
        vlans = 0;
        sentHere = frame.direction() == Direction.OUTBOUND;
        receivedHere = frame.direction() == Direction.INBOUND;
        isIp = false;
        network = outermost;
        ByteBuffer octets = frame.octets();
        int start = frame.start();
        int length = frame.capturedLength();
        int linkType = frame.linkType();
        if (linkType == LinkTypes.ETHERNET) {
            return ethernet(octets, start, length);
        }
        if (linkType == LinkTypes.LINUX_SLL) {
            return cooked(octets, start, length);
        }
        if (linkType == LinkTypes.LINUX_SLL2) {
            return cooked2(octets, start, length);
        }
        if (LinkTypes.isRaw(linkType)) {
            return rawIp(octets, start, length);
        }
        if (linkType == LinkTypes.NULL || linkType == LinkTypes.LOOP) {
            return loopback.wrap(octets, start, length)
                    ? rawIp(octets, loopback.payloadStart(), start + length - loopback.payloadStart())
                    : Content.MALFORMED;
        }
        return rarer(linkType, octets, start, length);
    }

    private Content rarer(int linkType, ByteBuffer octets, int start, int length) {
        if (Serial.isSerial(linkType)) {
            boolean fits = serial.read(linkType, octets, start, length);
            sentHere |= serial.isSent();
            receivedHere |= serial.isReceived();
            return serial(octets, fits);
        }
        if (LinkTypes.isWireless(linkType)) {
            return wireless(linkType, octets, start, length);
        }
        return switch (linkType) {
            case LinkTypes.MPLS -> mpls(octets, start, length);
            case LinkTypes.ATM_RFC1483 -> snap(octets, start, start + length);
            default -> Content.UNREAD;
        };
    }

    /** The sender's MAC, or {@link MacAddress#NONE}. */
    public long sourceMac() {
        return sourceMac;
    }

    /** The receiver's MAC, or {@link MacAddress#NONE}. */
    public long destinationMac() {
        return destinationMac;
    }

    public boolean hasDestinationMac() {
        return destinationMac != MacAddress.NONE;
    }

    /** Outermost VLAN id shifted left by 14, the next one by 2, number of ids (at most 2); 0 when untagged. */
    public int vlans() {
        return vlans;
    }

    /** Whether the capture says that the capturing machine sent the frame. */
    public boolean isSentHere() {
        return sentHere;
    }

    /** Whether the capture says that the capturing machine received the frame. */
    public boolean isReceivedHere() {
        return receivedHere;
    }

    /** Whether an IP header was read: then the addresses and the hop limit hold. */
    public boolean isIp() {
        return isIp;
    }

    /** 4 or 6; 0 where no IP header was read. */
    public int ipVersion() {
        return isIp ? network.version() : 0;
    }

    public long sourceHigh() {
        return network.sourceHigh();
    }

    public long sourceLow() {
        return network.sourceLow();
    }

    public long destinationHigh() {
        return network.destinationHigh();
    }

    public long destinationLow() {
        return network.destinationLow();
    }

    /** Time to live (RFC 791) or hop limit (RFC 8200), 0 to 255. */
    public int hopLimit() {
        return network.hopLimit();
    }

    /** Protocol of the payload behind all extension headers, 0 to 255. */
    public int protocol() {
        return network.protocol();
    }

    /** SPI of ESP or AH, unsigned 32 bits. */
    public long spi() {
        return network.spi();
    }

    /** Sequence number of ESP or AH, unsigned 32 bits. */
    public long sequenceNumber() {
        return network.sequenceNumber();
    }

    /** Position of the SPI of {@link Content#ESP} and {@link Content#UDP_ESP}. */
    public int espStart() {
        return network.espStart();
    }

    /** Octets of ESP captured, from the SPI on. */
    public int espLength() {
        return network.espLength();
    }

    /** Octets of ESP as sent, from SPI to ICV. */
    public int espOriginalLength() {
        return network.espOriginalLength();
    }

    /** Whether the packet is a part of one that was cut on its way. */
    public boolean isFragment() {
        return network.isFragment();
    }

    /** The message of {@link Content#ARP}. */
    public ArpView arp() {
        return arp;
    }

    /** The header of {@link Content#IKE}. */
    public IkeView ike() {
        return network.ike();
    }

    /** The header of {@link Content#L2TP_CONTROL} and {@link Content#L2TP_DATA}. */
    public L2tpView l2tp() {
        return network.l2tp();
    }

    /** The message of {@link Content#NEIGHBOR_DISCOVERY}. */
    public NdpView ndp() {
        return network.ndp();
    }

    /** The message of {@link Content#DHCP_REPLY}. */
    public DhcpView dhcp() {
        return network.dhcp();
    }

    /** The message of {@link Content#NOTICE}, and of a neighbor discovery redirect. */
    public Notice notice() {
        return network.notice();
    }

    private Content ethernet(ByteBuffer octets, int start, int length) {
        if (!ethernet.wrap(octets, start, length)) {
            return Content.MALFORMED;
        }
        sourceMac = ethernet.sourceMac();
        destinationMac = ethernet.destinationMac();
        if (MacText.areWords(destinationMac, sourceMac)) {
            readWords();
        }
        int payload = start + EthernetView.HEADER_LENGTH;
        return etherType(octets, ethernet.etherTypeOrLength(), payload, start + length - payload);
    }

    /** Where words stand for MACs, there are none; some words say which way the frame went. */
    private void readWords() {
        sentHere |= MacText.isSent(destinationMac, sourceMac);
        receivedHere |= MacText.isReceived(destinationMac, sourceMac);
        sourceMac = MacAddress.NONE;
        destinationMac = MacAddress.NONE;
    }

    private Content etherType(ByteBuffer octets, int outermost, int start, int length) {
        int type = outermost;
        int at = start;
        int end = start + length;
        for (int tags = 0; VlanView.isTag(type); tags++) {
            if (tags == GREATEST_TAGS || !vlan.wrap(octets, at, end - at)) {
                return Content.MALFORMED;
            }
            addVlan(vlan.vlanId());
            type = vlan.etherType();
            at += VlanView.HEADER_LENGTH;
        }
        return EthernetView.isLength(type) ? snap(octets, at, end) : network(octets, type, at, end - at);
    }

    private Content snap(ByteBuffer octets, int start, int end) {
        if (!snap.wrap(octets, start, end - start) || !snap.isEncapsulatedEthernet()) {
            return Content.OTHER;
        }
        int payload = snap.payloadStart();
        return network(octets, snap.etherType(), payload, end - payload);
    }

    /** A priority tag (VLAN id 0, IEEE 802.1Q §9.6) names no VLAN. */
    private void addVlan(int id) {
        int ids = vlans & 3;
        if (id != 0 && ids < 2) {
            vlans = vlans | (ids == 0 ? (id << 14) : (id << 2));
            vlans++;
        }
    }

    private Content cooked(ByteBuffer octets, int start, int length) {
        if (!cooked.wrap(octets, start, length)) {
            return Content.MALFORMED;
        }
        seenFrom(cooked.packetType(), cooked.addressLength(), cooked.address());
        int payload = cooked.payloadStart();
        return etherType(octets, cooked.protocol(), payload, start + length - payload);
    }

    private Content cooked2(ByteBuffer octets, int start, int length) {
        if (!cooked2.wrap(octets, start, length)) {
            return Content.MALFORMED;
        }
        seenFrom(cooked2.packetType(), cooked2.addressLength(), cooked2.address());
        int payload = cooked2.payloadStart();
        return etherType(octets, cooked2.protocol(), payload, start + length - payload);
    }

    /** Takes over what a cooked header tells: the sender's address and the direction, never the destination. */
    private void seenFrom(int packetType, int addressLength, long address) {
        sourceMac = addressLength == MAC_LENGTH ? address : MacAddress.NONE;
        sentHere = packetType == LinuxCookedView.OUTGOING;
        receivedHere = packetType == LinuxCookedView.TO_US;
    }

    private Content serial(ByteBuffer octets, boolean fits) {
        return fits
                ? network(octets, serial.etherType(), serial.payloadStart(), serial.payloadLength())
                : Content.MALFORMED;
    }

    private Content wireless(int linkType, ByteBuffer octets, int start, int length) {
        if (!wireless.read(linkType, octets, start, length)) {
            return wireless.isEncrypted() ? Content.UNREAD : Content.OTHER;
        }
        sourceMac = wireless.sourceMac();
        destinationMac = wireless.destinationMac();
        return snap(octets, wireless.payloadStart(), start + length);
    }

    private Content rawIp(ByteBuffer octets, int start, int length) {
        if (length < 1) {
            return Content.MALFORMED;
        }
        int version = (octets.get(start) >>> 4) & 0xf;
        if (version != IPV4 && version != IPV6) {
            return Content.OTHER;
        }
        return network(octets, version == IPV4 ? EtherTypes.IPV4 : EtherTypes.IPV6, start, length);
    }

    private Content mpls(ByteBuffer octets, int start, int length) {
        return mpls.wrap(octets, start, length)
                ? rawIp(octets, mpls.payloadStart(), mpls.payloadLength())
                : Content.MALFORMED;
    }

    private Content network(ByteBuffer octets, int etherType, int start, int length) {
        if (etherType == EtherTypes.IPV4) {
            isIp = network.wrapIpv4(octets, start, length);
            return isIp ? packet(octets) : Content.MALFORMED;
        }
        if (etherType == EtherTypes.IPV6) {
            isIp = network.wrapIpv6(octets, start, length);
            return isIp ? packet(octets) : Content.MALFORMED;
        }
        if (etherType == EtherTypes.ARP) {
            return arp.wrap(octets, start, length) ? Content.ARP : Content.OTHER;
        }
        if (etherType == EtherTypes.PPPOE_SESSION) {
            return serial(octets, serial.readPppoe(octets, start, length));
        }
        if (etherType == EtherTypes.MPLS || etherType == EtherTypes.MPLS_UPSTREAM) {
            return mpls(octets, start, length);
        }
        return etherType == EtherTypes.PPP ? serial(octets, serial.readPpp(octets, start, length)) : Content.OTHER;
    }

    private Content packet(ByteBuffer octets) {
        Content content = network.content();
        return content == Content.IP && network.protocol() == IpProtocols.GRE && network == outermost
                ? tunnelled(octets)
                : content;
    }

    /** What GRE carries, where that is a frame that a switch mirrored or bridged; any other tunnel is a packet. */
    private Content tunnelled(ByteBuffer octets) {
        int start = mirror.frameStart(octets, outermost.payloadStart(), outermost.payloadLength());
        if (start == Mirror.NONE) {
            return Content.IP;
        }
        network = carried;
        isIp = false;
        vlans = 0;
        sentHere = false;
        receivedHere = false;
        return ethernet(octets, start, outermost.payloadStart() + outermost.payloadLength() - start);
    }
}
