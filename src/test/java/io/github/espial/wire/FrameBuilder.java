package io.github.espial.wire;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Builds test frames header by header, from the outside in, with right lengths, types and checksums.
 *
 * <pre>{@code
 * byte[] frame = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
 *         .vlan(120)
 *         .ipv4("192.0.2.10", "198.51.100.20")
 *         .esp(0xc0c86871L, 1)
 *         .payload(64)
 *         .octets();
 * }</pre>
 *
 * <p>Pairs are given as source, then destination. Every header announces the one that follows it. A method such as
 * {@code ttl} is about the last IP header added so far.
 */
public final class FrameBuilder {
    private static final int SHORTEST_ETHERNET = 60;
    private static final int PSEUDO_RANDOM_FACTOR = 167;

    /** What follows the last layer. */
    private static final FrameLayer NOTHING = (payload, next, ip) -> payload;

    private final List<FrameLayer> layers = new ArrayList<>();
    private boolean isPadded;

    private FrameBuilder() {}

    /** Starts an Ethernet frame. */
    public static FrameBuilder ethernet(String sourceMac, String destinationMac) {
        return new FrameBuilder()
                .layer((payload, next, ip) -> new OctetWriter()
                        .mac(destinationMac)
                        .mac(sourceMac)
                        .u16(typeOrLength(next, payload))
                        .octets(payload)
                        .toOctets());
    }

    /** Starts without a link layer: raw IP, a packet to quote, or the payload of anything. */
    public static FrameBuilder bare() {
        return new FrameBuilder();
    }

    /** Starts a Linux cooked frame of version 1. */
    public static FrameBuilder cooked(int packetType, String sourceMac) {
        return new FrameBuilder()
                .layer((payload, next, ip) -> new OctetWriter()
                        .u16(packetType)
                        .u16(1)
                        .u16(LinuxCookedView.MAC_LENGTH)
                        .mac(sourceMac)
                        .u16(0)
                        .u16(next.etherType())
                        .octets(payload)
                        .toOctets());
    }

    /** Starts a Linux cooked frame of version 2. */
    public static FrameBuilder cookedV2(int interfaceIndex, int packetType, String sourceMac) {
        return new FrameBuilder()
                .layer((payload, next, ip) -> new OctetWriter()
                        .u16(next.etherType())
                        .u16(0)
                        .u32(interfaceIndex)
                        .u16(1)
                        .u8(packetType)
                        .u8(LinuxCookedView.MAC_LENGTH)
                        .mac(sourceMac)
                        .u16(0)
                        .octets(payload)
                        .toOctets());
    }

    /** Starts a BSD loopback frame of a little-endian FreeBSD machine. */
    public static FrameBuilder loopback() {
        return new FrameBuilder()
                .layer((payload, next, ip) -> new OctetWriter()
                        .u8(next.etherType() == EtherTypes.IPV6 ? 28 : 2)
                        .zeros(3)
                        .octets(payload)
                        .toOctets());
    }

    /** Adds an IEEE 802.1Q tag with priority 0. */
    public FrameBuilder vlan(int vlanId) {
        return tag(EtherTypes.VLAN, vlanId);
    }

    /** Adds a VLAN tag announced by {@code etherType}; {@code tagControl} holds priority, drop eligibility and id. */
    public FrameBuilder tag(int etherType, int tagControl) {
        return overEthernet(
                etherType,
                (payload, next, ip) -> new OctetWriter()
                        .u16(tagControl)
                        .u16(typeOrLength(next, payload))
                        .octets(payload)
                        .toOctets());
    }

    /** Adds LLC and SNAP for what Ethernet II carries (RFC 1042). */
    public FrameBuilder llcSnap() {
        return overEthernet(
                FrameLayer.ANNOUNCED_BY_LENGTH,
                (payload, next, ip) -> new OctetWriter()
                        .u32(0xaaaa0300L)
                        .u16(0)
                        .u16(next.etherType())
                        .octets(payload)
                        .toOctets());
    }

    /** Adds "who has {@code targetAddress}, tell {@code senderAddress}". */
    public FrameBuilder arpRequest(String senderMac, String senderAddress, String targetAddress) {
        return arp(1, senderMac, senderAddress, "00:00:00:00:00:00", targetAddress);
    }

    /** Adds "{@code senderAddress} is at {@code senderMac}". */
    public FrameBuilder arpReply(String senderMac, String senderAddress, String targetMac, String targetAddress) {
        return arp(2, senderMac, senderAddress, targetMac, targetAddress);
    }

    private FrameBuilder arp(
            int operation, String senderMac, String senderAddress, String targetMac, String targetAddress) {
        return overEthernet(
                EtherTypes.ARP,
                (payload, next, ip) -> new OctetWriter()
                        .u16(1)
                        .u16(EtherTypes.IPV4)
                        .u16(0x0604)
                        .u16(operation)
                        .mac(senderMac)
                        .address(senderAddress)
                        .mac(targetMac)
                        .address(targetAddress)
                        .octets(payload)
                        .toOctets());
    }

    /** Adds an IPv4 or IPv6 header, as the addresses are. */
    public FrameBuilder ip(String source, String destination) {
        return layer(new IpLayer(source, destination));
    }

    /** Adds an IPv4 header. */
    public FrameBuilder ipv4(String source, String destination) {
        return ip(source, destination);
    }

    /** Adds an IPv6 header. */
    public FrameBuilder ipv6(String source, String destination) {
        return ip(source, destination);
    }

    /** Sets time to live or hop limit, 64 unless set. */
    public FrameBuilder ttl(int hops) {
        lastIp().ttl(hops);
        return this;
    }

    /** Sets the identification, 1 unless set; in IPv6 it is sent in fragments only. */
    public FrameBuilder identification(int number) {
        lastIp().identification(number);
        return this;
    }

    /** Makes the packet a fragment, its payload {@code offset} octets (a multiple of 8) into the whole one. */
    public FrameBuilder fragment(int offset, boolean more) {
        lastIp().fragment(offset, more);
        return this;
    }

    /** Sets the options of an IPv4 header, a multiple of 4 octets. */
    public FrameBuilder ipOptions(byte... options) {
        lastIp().options(options);
        return this;
    }

    /** Sets the IP protocol, where what follows does not tell it. */
    public FrameBuilder protocol(int number) {
        lastIp().protocol(number);
        return this;
    }

    /** Adds an IPv6 extension header of 8 octets, of padding: hop-by-hop, destination options and so on. */
    public FrameBuilder extension(int protocol) {
        return overIp(
                protocol,
                (payload, next, ip) -> new OctetWriter()
                        .u8(next.protocol())
                        .u8(0)
                        .u32(0x01040000L)
                        .u16(0)
                        .octets(payload)
                        .toOctets());
    }

    /** Adds a UDP header. */
    public FrameBuilder udp(int sourcePort, int destinationPort) {
        return checksummed(
                IpProtocols.UDP,
                6,
                (payload, next, ip) -> new OctetWriter()
                        .u16(sourcePort)
                        .u16(destinationPort)
                        .u16(UdpView.HEADER_LENGTH + payload.length)
                        .u16(0)
                        .octets(payload)
                        .toOctets());
    }

    /** Adds a TCP header with sequence number 1. */
    public FrameBuilder tcp(int sourcePort, int destinationPort, int flags) {
        return checksummed(
                IpProtocols.TCP,
                16,
                (payload, next, ip) -> new OctetWriter()
                        .u16(sourcePort)
                        .u16(destinationPort)
                        .u32(1)
                        .u32((flags & TcpView.ACK) == 0 ? 0 : 1)
                        .u8(0x50)
                        .u8(flags)
                        .u16(0xffff)
                        .u32(0)
                        .octets(payload)
                        .toOctets());
    }

    /** Adds an ESP header; what follows stands for the ciphertext. */
    public FrameBuilder esp(long spi, long sequenceNumber) {
        return overIp(
                IpProtocols.ESP,
                (payload, next, ip) -> new OctetWriter()
                        .u32(spi)
                        .u32(sequenceNumber)
                        .octets(payload)
                        .toOctets());
    }

    /** Adds an Authentication Header with an ICV of 12 zeros. */
    public FrameBuilder ah(long spi, long sequenceNumber) {
        return overIp(
                IpProtocols.AH,
                (payload, next, ip) -> new OctetWriter()
                        .u8(next.protocol())
                        .u8(4)
                        .u16(0)
                        .u32(spi)
                        .u32(sequenceNumber)
                        .zeros(12)
                        .octets(payload)
                        .toOctets());
    }

    /** Adds the zeros before IKE on the NAT traversal port. */
    public FrameBuilder nonEspMarker() {
        return payload(new byte[UdpEncapsulationView.NON_ESP_MARKER_LENGTH]);
    }

    /** Adds the single octet of a NAT-keepalive. */
    public FrameBuilder natKeepalive() {
        return payload(new byte[] {(byte) 0xff});
    }

    /** Adds an ISAKMP header of IKE version 1, first payload SA. */
    public FrameBuilder ikev1(int exchangeType, long initiatorCookie, long responderCookie, int flags, long messageId) {
        return ike(0x0110, exchangeType, initiatorCookie, responderCookie, flags, messageId);
    }

    /** Adds a header of IKE version 2, first payload SA. */
    public FrameBuilder ikev2(int exchangeType, long initiatorSpi, long responderSpi, int flags, long messageId) {
        return ike(0x2120, exchangeType, initiatorSpi, responderSpi, flags, messageId);
    }

    private FrameBuilder ike(
            int nextPayloadAndVersion, int exchangeType, long initiator, long responder, int flags, long messageId) {
        return layer((payload, next, ip) -> new OctetWriter()
                .u64(initiator)
                .u64(responder)
                .u16(nextPayloadAndVersion)
                .u8(exchangeType)
                .u8(flags)
                .u32(messageId)
                .u32(IkeView.HEADER_LENGTH + payload.length)
                .octets(payload)
                .toOctets());
    }

    /** Adds an ICMP or ICMPv6 header, as the IP header before is; {@code rest} are its second four octets. */
    public FrameBuilder icmp(int type, int code, long rest) {
        FrameLayer header = (payload, next, ip) -> new OctetWriter()
                .u8(type)
                .u8(code)
                .u16(0)
                .u32(rest)
                .octets(payload)
                .toOctets();
        return lastIp().isIpv4()
                ? layer(new FrameLayer.Checksummed(IpProtocols.ICMP, 2, false, header))
                : checksummed(IpProtocols.ICMPV6, 2, header);
    }

    /** Adds an ICMP redirect to {@code gateway}; {@link #quoting} tells for which packet. */
    public FrameBuilder redirect(String gateway) {
        return icmp(
                Icmpv4View.REDIRECT,
                1,
                ByteBuffer.wrap(OctetWriter.addressOctets(gateway)).getInt());
    }

    /** Adds "too large", of ICMP or ICMPv6; {@link #quoting} tells which packet. */
    public FrameBuilder tooLarge(int nextHopMtu) {
        return lastIp().isIpv4()
                ? icmp(Icmpv4View.DESTINATION_UNREACHABLE, Icmpv4View.FRAGMENTATION_NEEDED, nextHopMtu)
                : icmp(Icmpv6View.PACKET_TOO_BIG, 0, nextHopMtu);
    }

    /** Adds the first {@code octets} octets of a packet built from {@link #bare()}, or all if it has no more. */
    public FrameBuilder quoting(FrameBuilder packet, int octets) {
        byte[] whole = packet.octets();
        return payload(Arrays.copyOf(whole, Math.min(octets, whole.length)));
    }

    /** Adds a neighbor solicitation, from {@code sourceMac}. */
    public FrameBuilder neighborSolicitation(String target, String sourceMac) {
        return ndp(NdpView.NEIGHBOR_SOLICITATION, 0, new OctetWriter().address(target))
                .payload(new OctetWriter().u16(0x0101).mac(sourceMac).toOctets());
    }

    /** Adds a neighbor advertisement; {@code flags} are 0x80 router, 0x40 solicited, 0x20 override. */
    public FrameBuilder neighborAdvertisement(String target, String targetMac, int flags) {
        return ndp(NdpView.NEIGHBOR_ADVERTISEMENT, (long) flags << 24, new OctetWriter().address(target))
                .payload(new OctetWriter().u16(0x0201).mac(targetMac).toOctets());
    }

    /** Adds a router advertisement with hop limit 64, from {@code sourceMac}. */
    public FrameBuilder routerAdvertisement(int lifetimeSeconds, String sourceMac) {
        return ndp(NdpView.ROUTER_ADVERTISEMENT, 0x4000_0000L | lifetimeSeconds, new OctetWriter().u64(0))
                .payload(new OctetWriter().u16(0x0101).mac(sourceMac).toOctets());
    }

    /** Adds a redirect to {@code target} for {@code destination}, with the packet that caused it. */
    public FrameBuilder ndpRedirect(String target, String destination, String targetMac, FrameBuilder packet) {
        byte[] quoted = packet.octets();
        int units = (quoted.length + Long.BYTES - 1) / Long.BYTES;
        return ndp(NdpView.REDIRECT, 0, new OctetWriter().address(target).address(destination))
                .payload(new OctetWriter().u16(0x0201).mac(targetMac).toOctets())
                .payload(new OctetWriter().u8(4).u8(units + 1).zeros(6).toOctets())
                .payload(Arrays.copyOf(quoted, units * Long.BYTES));
    }

    private FrameBuilder ndp(int type, long flags, OctetWriter body) {
        return ttl(255).icmp(type, 0, flags).payload(body.toOctets());
    }

    /** Adds a DHCP message, closed by the end option; {@link #dhcpOption} and its kin fill it. */
    public FrameBuilder dhcp(int operation, String clientMac, String yourAddress) {
        return layer((payload, next, ip) -> new OctetWriter()
                .u8(operation)
                .u8(1)
                .u16(0x0600)
                .u32(0x3903f326L)
                .u32(0)
                .u32(0)
                .address(yourAddress)
                .u64(0)
                .mac(clientMac)
                .zeros(202)
                .u32(0x63825363L)
                .octets(payload)
                .u8(255)
                .toOctets());
    }

    /** Adds an option to a DHCP message. */
    public FrameBuilder dhcpOption(int code, byte... content) {
        return payload(
                new OctetWriter().u8(code).u8(content.length).octets(content).toOctets());
    }

    /** Adds the message type: 1 discover, 2 offer, 3 request, 5 acknowledgment. */
    public FrameBuilder dhcpMessageType(int type) {
        return dhcpOption(DhcpView.MESSAGE_TYPE, (byte) type);
    }

    /** Adds the server's address. */
    public FrameBuilder dhcpServer(String address) {
        return dhcpOption(DhcpView.SERVER_IDENTIFIER, OctetWriter.addressOctets(address));
    }

    /** Adds routers, best first. */
    public FrameBuilder dhcpRouters(String... addresses) {
        OctetWriter content = new OctetWriter();
        Arrays.stream(addresses).forEach(content::address);
        return dhcpOption(DhcpView.ROUTERS, content.toOctets());
    }

    /** Adds one classless route as option {@code code}, such as {@code "10.20.0.0", 16, "192.0.2.254"}. */
    public FrameBuilder dhcpRoute(int code, String prefix, int prefixLength, String gateway) {
        byte[] significant = Arrays.copyOf(OctetWriter.addressOctets(prefix), (prefixLength + 7) / 8);
        return dhcpOption(
                code,
                new OctetWriter()
                        .u8(prefixLength)
                        .octets(significant)
                        .address(gateway)
                        .toOctets());
    }

    /** Adds an L2TP control header; without payload it is a zero-length body message. */
    public FrameBuilder l2tpControl(int tunnelId, int sessionId, int ns, int nr) {
        return layer((payload, next, ip) -> new OctetWriter()
                .u16(0xc802)
                .u16(12 + payload.length)
                .u16(tunnelId)
                .u16(sessionId)
                .u16(ns)
                .u16(nr)
                .octets(payload)
                .toOctets());
    }

    /** Adds the shortest L2TP data header. */
    public FrameBuilder l2tpData(int tunnelId, int sessionId) {
        return layer((payload, next, ip) -> new OctetWriter()
                .u16(0x0002)
                .u16(tunnelId)
                .u16(sessionId)
                .octets(payload)
                .toOctets());
    }

    /** Adds PPP with address and control, before IPv4 or IPv6. */
    public FrameBuilder ppp() {
        return layer(
                (payload, next, ip) -> ppp(next.etherType() == EtherTypes.IPV6 ? PppView.IPV6 : PppView.IPV4, payload));
    }

    /** Adds PPP with address and control. */
    public FrameBuilder ppp(int protocol) {
        return layer((payload, next, ip) -> ppp(protocol, payload));
    }

    private static byte[] ppp(int protocol, byte[] payload) {
        return new OctetWriter().u16(0xff03).u16(protocol).octets(payload).toOctets();
    }

    /** Adds a PPPoE session header, to be followed by {@link #pppProtocol}. */
    public FrameBuilder pppoe(int sessionId) {
        return overEthernet(
                EtherTypes.PPPOE_SESSION,
                (payload, next, ip) -> new OctetWriter()
                        .u16(0x1100)
                        .u16(sessionId)
                        .u16(payload.length)
                        .octets(payload)
                        .toOctets());
    }

    /** Adds PPP without address and control, before IPv4 or IPv6. */
    public FrameBuilder pppProtocol() {
        return layer((payload, next, ip) -> new OctetWriter()
                .u16(next.etherType() == EtherTypes.IPV6 ? PppView.IPV6 : PppView.IPV4)
                .octets(payload)
                .toOctets());
    }

    /** Adds a stack of MPLS labels with a time to live of 64, the bottom last. */
    public FrameBuilder mpls(int... labels) {
        return overEthernet(EtherTypes.MPLS, (payload, next, ip) -> {
            OctetWriter stack = new OctetWriter();
            for (int i = 0; i < labels.length; i++) {
                stack.u32((long) labels[i] << 12 | (i == labels.length - 1 ? 0x100 : 0) | 64);
            }
            return stack.octets(payload).toOctets();
        });
    }

    /** Adds a GRE header with a sequence number, then {@code before}, which the protocol asks for. */
    public FrameBuilder gre(int protocol, int before) {
        return overIp(
                IpProtocols.GRE,
                (payload, next, ip) -> new OctetWriter()
                        .u16(0x1000)
                        .u16(protocol)
                        .u32(1)
                        .zeros(before)
                        .octets(payload)
                        .toOctets());
    }

    /** Adds Cisco's HDLC header. */
    public FrameBuilder ciscoHdlc() {
        return layer((payload, next, ip) -> new OctetWriter()
                .u16(0x0f00)
                .u16(next.etherType())
                .octets(payload)
                .toOctets());
    }

    /** Adds a QoS data frame of IEEE 802.11 with three addresses; {@code flags} are the upper octet of frame control. */
    public FrameBuilder wireless(int flags, String address1, String address2, String address3) {
        return layer((payload, next, ip) -> new OctetWriter()
                .u8(0x88)
                .u8(flags)
                .u16(0)
                .mac(address1)
                .mac(address2)
                .mac(address3)
                .u16(0x1000)
                .u16(0)
                .octets(payload)
                .toOctets());
    }

    /** Adds {@code count} octets of no meaning, always the same and of high entropy. */
    public FrameBuilder payload(int count) {
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            octets[i] = (byte) (i * PSEUDO_RANDOM_FACTOR + (i >>> 8));
        }
        return payload(octets);
    }

    /** Adds {@code octets} as they are; several calls add up. */
    public FrameBuilder payload(byte[] octets) {
        return layer((payload, next, ip) ->
                new OctetWriter().octets(octets).octets(payload).toOctets());
    }

    /** Pads the frame with zeros to the 60 octets that Ethernet sends at least, check sequence aside. */
    public FrameBuilder padded() {
        isPadded = true;
        return this;
    }

    /** The frame. */
    public byte[] octets() {
        byte[] octets = {};
        for (int i = layers.size() - 1; i >= 0; i--) {
            FrameLayer next = i + 1 < layers.size() ? layers.get(i + 1) : NOTHING;
            octets = layers.get(i).enclose(octets, next, ipBefore(i));
        }
        return isPadded ? Arrays.copyOf(octets, Math.max(octets.length, SHORTEST_ETHERNET)) : octets;
    }

    /** The frame as a big-endian buffer. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(octets());
    }

    private IpLayer lastIp() {
        return ipBefore(layers.size()).orElseThrow(() -> new IllegalStateException("no IP header so far"));
    }

    private Optional<IpLayer> ipBefore(int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (layers.get(i) instanceof IpLayer ip) {
                return Optional.of(ip);
            }
        }
        return Optional.empty();
    }

    private static int typeOrLength(FrameLayer next, byte[] payload) {
        int etherType = next.etherType();
        return etherType == FrameLayer.ANNOUNCED_BY_LENGTH ? payload.length : etherType;
    }

    private FrameBuilder overEthernet(int etherType, FrameLayer layer) {
        return layer(new FrameLayer.OverEthernet(etherType, layer));
    }

    private FrameBuilder overIp(int protocol, FrameLayer layer) {
        return layer(new FrameLayer.OverIp(protocol, layer));
    }

    private FrameBuilder checksummed(int protocol, int checksumOffset, FrameLayer layer) {
        return layer(new FrameLayer.Checksummed(protocol, checksumOffset, true, layer));
    }

    private FrameBuilder layer(FrameLayer layer) {
        layers.add(layer);
        return this;
    }
}
