package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.Frame;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.wire.ArpView;
import io.github.espial.wire.Ipv4View;
import io.github.espial.wire.LinuxCookedV2View;
import io.github.espial.wire.TcpView;
import io.github.espial.wire.UdpView;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pcap4j.packet.ArpPacket;
import org.pcap4j.packet.Dot1qVlanTagPacket;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.FragmentedPacket;
import org.pcap4j.packet.IcmpV4CommonPacket;
import org.pcap4j.packet.IcmpV6CommonPacket;
import org.pcap4j.packet.IllegalPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpSelector;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV6ExtFragmentPacket;
import org.pcap4j.packet.IpV6Packet;
import org.pcap4j.packet.LinuxSllPacket;
import org.pcap4j.packet.LlcPacket;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.SnapPacket;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.namednumber.ArpHardwareType;
import org.pcap4j.packet.namednumber.EtherType;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.util.LinkLayerAddress;

/** Compares each frame's fields with pcap4j's, layer by layer, as far as pcap4j decodes it; counts what it compared. */
final class Pcap4jComparison {
    private static final int IPV6_HEADER_LENGTH = 40;
    private static final int ESP_HEADER_LENGTH = 8;
    private static final int AH_SPI = 4;
    /** All messages have this much; pcap4j's common header ends before the last four octets of it. */
    private static final int ICMP_HEADER_LENGTH = 8;

    private static final int ON_LINK = 255;

    private final Dissector dissector = new Dissector(new UdpPairs());
    private final ArpView arp = new ArpView();
    private final Ipv4View ipv4 = new Ipv4View();
    private final UdpView udp = new UdpView();
    private final TcpView tcp = new TcpView();

    private byte[] octets = {};
    private Content content = Content.OTHER;
    private long linkLayers;
    private long networkLayers;
    private long transports;
    private long ipsec;
    private long icmp;

    /** Frames whose link layer was compared. */
    long linkLayers() {
        return linkLayers;
    }

    /** Frames whose IP header or ARP message was compared. */
    long networkLayers() {
        return networkLayers;
    }

    /** Frames whose UDP or TCP ports were compared. */
    long transports() {
        return transports;
    }

    /** Frames whose SPI and sequence number were compared. */
    long ipsec() {
        return ipsec;
    }

    /** Frames whose ICMP type was compared. */
    long icmp() {
        return icmp;
    }

    /** Fails when the two differ on {@code frame}, whose octets are {@code captured}. */
    void compare(Frame frame, byte[] captured) {
        octets = captured;
        content = dissector.dissect(frame);
        Optional<Packet> decoded = decode(frame.linkType());
        if (decoded.isEmpty()) {
            return;
        }
        linkLayers++;
        int start = frame.linkType() == LinkTypes.LINUX_SLL2 ? LinuxCookedV2View.HEADER_LENGTH : 0;
        compareLinkLayer(decoded.get(), start);
    }

    private Optional<Packet> decode(int linkType) {
        if (octets.length == 0) {
            return Optional.empty();
        }
        try {
            return switch (linkType) {
                case LinkTypes.ETHERNET -> Optional.of(EthernetPacket.newPacket(octets, 0, octets.length));
                case LinkTypes.LINUX_SLL -> Optional.of(LinuxSllPacket.newPacket(octets, 0, octets.length));
                case LinkTypes.LINUX_SLL2 -> Optional.of(behindCooked2());
                default -> throw new IllegalArgumentException("no oracle for link type " + linkType);
            };
        } catch (IllegalRawDataException | ArrayIndexOutOfBoundsException e) {
            // The second is a check that pcap4j forgot, in its mobile IPv6 messages.
            return Optional.empty();
        }
    }

    /** pcap4j knows no cooked header of version 2, but what follows it. */
    private Packet behindCooked2() throws IllegalRawDataException {
        int start = LinuxCookedV2View.HEADER_LENGTH;
        boolean isArp = ByteBuffer.wrap(octets).getShort(0) == EtherType.ARP.value();
        return isArp
                ? ArpPacket.newPacket(octets, start, octets.length - start)
                : IpSelector.newPacket(octets, start, octets.length - start);
    }

    private void compareLinkLayer(Packet outermost, int start) {
        int at = start;
        List<Integer> vlans = new ArrayList<>();
        for (Packet packet : outermost) {
            if (packet instanceof EthernetPacket ethernet) {
                assertThat(dissector.sourceMac())
                        .isEqualTo(mac(ethernet.getHeader().getSrcAddr()));
                assertThat(dissector.destinationMac())
                        .isEqualTo(mac(ethernet.getHeader().getDstAddr()));
            } else if (packet instanceof LinuxSllPacket cooked) {
                assertThat(dissector.sourceMac())
                        .isEqualTo(mac(cooked.getHeader().getAddress()));
            } else if (packet instanceof Dot1qVlanTagPacket tag) {
                int id = tag.getHeader().getVidAsInt();
                if (id != 0 && vlans.size() < 2) {
                    vlans.add(id);
                }
            } else if (packet instanceof ArpPacket message) {
                compareVlans(vlans);
                compareArp(message.getHeader(), at);
                return;
            } else if (packet instanceof IpV4Packet ip) {
                compareVlans(vlans);
                compareIpv4(ip, at);
                return;
            } else if (packet instanceof IpV6Packet ip) {
                compareVlans(vlans);
                compareIpv6(ip, at);
                return;
            } else if (!isReadable(packet, at)) {
                return;
            }
            at += packet.getHeader().length();
        }
    }

    /** Whether the layers behind {@code packet} can be compared: it is LLC, or SNAP for EtherTypes. */
    private boolean isReadable(Packet packet, int at) {
        if (packet instanceof LlcPacket) {
            return octets[at] == (byte) 0xaa && octets[at + 1] == (byte) 0xaa && octets[at + 2] == 3;
        }
        if (packet instanceof SnapPacket snap) {
            int organization = ByteBuffer.wrap(octets).getInt(at - 1) & 0xffffff;
            // Only tagged frames of other media have a VLAN tag inside of SNAP.
            return (organization == 0 || organization == 0xf8) && !snap.contains(Dot1qVlanTagPacket.class);
        }
        return false;
    }

    private void compareVlans(List<Integer> expected) {
        int ids = dissector.vlans();
        List<Integer> vlans = new ArrayList<>();
        if ((ids & 3) > 0) {
            vlans.add(ids >>> 14);
        }
        if ((ids & 3) > 1) {
            vlans.add(ids >>> 2 & 0xfff);
        }
        assertThat(vlans).isEqualTo(expected);
    }

    private void compareArp(ArpPacket.ArpHeader header, int at) {
        boolean isForMacs = header.getHardwareType().equals(ArpHardwareType.ETHERNET)
                || Short.toUnsignedInt(header.getHardwareType().value()) == 6;
        boolean isForIpv4 = header.getProtocolType().equals(EtherType.IPV4)
                && header.getHardwareAddrLengthAsInt() == 6
                && header.getProtocolAddrLengthAsInt() == 4;
        if (!isForMacs || !isForIpv4) {
            assertThat(content).isEqualTo(Content.OTHER);
            return;
        }
        networkLayers++;
        assertThat(content).isEqualTo(Content.ARP);
        assertThat(arp.wrap(ByteBuffer.wrap(octets), at, octets.length - at)).isTrue();
        for (ArpView view : List.of(arp, dissector.arp())) {
            assertThat(view.operation())
                    .isEqualTo(Short.toUnsignedInt(header.getOperation().value()));
            assertThat(view.senderMac()).isEqualTo(mac(header.getSrcHardwareAddr()));
            assertThat(view.targetMac()).isEqualTo(mac(header.getDstHardwareAddr()));
            assertThat(view.senderAddress()).isEqualTo(addressOf(header.getSrcProtocolAddr()));
            assertThat(view.targetAddress()).isEqualTo(addressOf(header.getDstProtocolAddr()));
        }
    }

    private void compareIpv4(IpV4Packet packet, int at) {
        IpV4Packet.IpV4Header header = packet.getHeader();
        if (!header.getVersion().equals(IpVersion.IPV4)) {
            assertThat(dissector.isIp()).isFalse();
            return;
        }
        networkLayers++;
        assertThat(dissector.isIp()).isTrue();
        assertThat(dissector.ipVersion()).isEqualTo(4);
        assertThat(dissector.sourceHigh()).isZero();
        assertThat(dissector.destinationHigh()).isZero();
        assertThat((int) dissector.sourceLow()).isEqualTo(addressOf(header.getSrcAddr()));
        assertThat((int) dissector.destinationLow()).isEqualTo(addressOf(header.getDstAddr()));
        assertThat(dissector.hopLimit()).isEqualTo(header.getTtlAsInt());
        assertThat(dissector.protocol())
                .isEqualTo(Byte.toUnsignedInt(header.getProtocol().value()));
        assertThat(ipv4.wrap(ByteBuffer.wrap(octets), at, octets.length - at)).isTrue();
        assertThat(ipv4.headerLength()).isEqualTo(header.length());
        assertThat(ipv4.totalLength()).isEqualTo(header.getTotalLengthAsInt());
        assertThat(ipv4.identification()).isEqualTo(header.getIdentificationAsInt());
        assertThat(ipv4.moreFragments()).isEqualTo(header.getMoreFragmentFlag());
        assertThat(ipv4.fragmentOffset()).isEqualTo(8 * header.getFragmentOffset());
        assertThat(content == Content.FRAGMENT).isEqualTo(header.getFragmentOffset() != 0);
        if (header.getFragmentOffset() == 0 && packet.getPayload() != null) {
            comparePayload(packet.getPayload(), at + header.length());
        }
    }

    private void compareIpv6(IpV6Packet packet, int at) {
        IpV6Packet.IpV6Header header = packet.getHeader();
        if (!header.getVersion().equals(IpVersion.IPV6)) {
            assertThat(dissector.isIp()).isFalse();
            return;
        }
        networkLayers++;
        assertThat(dissector.isIp()).isTrue();
        assertThat(dissector.ipVersion()).isEqualTo(6);
        ByteBuffer source = ByteBuffer.wrap(header.getSrcAddr().getAddress());
        ByteBuffer destination = ByteBuffer.wrap(header.getDstAddr().getAddress());
        assertThat(dissector.sourceHigh()).isEqualTo(source.getLong(0));
        assertThat(dissector.sourceLow()).isEqualTo(source.getLong(8));
        assertThat(dissector.destinationHigh()).isEqualTo(destination.getLong(0));
        assertThat(dissector.destinationLow()).isEqualTo(destination.getLong(8));
        assertThat(dissector.hopLimit()).isEqualTo(header.getHopLimitAsInt());
        if (packet.getPayload() != null) {
            compareBehindExtensions(packet, at + IPV6_HEADER_LENGTH);
        }
    }

    private void compareBehindExtensions(IpV6Packet ip, int start) {
        int at = start;
        IpNumber protocol = ip.getHeader().getNextHeader();
        Iterator<Packet> layers = ip.getPayload().iterator();
        while (layers.hasNext()) {
            Packet layer = layers.next();
            Optional<IpNumber> next = Extensions.nextHeader(layer);
            if (next.isEmpty()) {
                comparePayload(layer, protocol, at);
                return;
            }
            if (layer instanceof IpV6ExtFragmentPacket fragment) {
                boolean isLater = fragment.getHeader().getFragmentOffset() != 0;
                assertThat(content == Content.FRAGMENT).isEqualTo(isLater);
                if (isLater) {
                    return;
                }
            }
            protocol = next.get();
            at += layer.getHeader().length();
        }
    }

    private void comparePayload(Packet payload, IpNumber protocol, int at) {
        if (Extensions.isExtension(protocol)) {
            // pcap4j gave up on it, or it is behind a first fragment, which pcap4j leaves as it is.
            return;
        }
        assertThat(dissector.protocol()).isEqualTo(Byte.toUnsignedInt(protocol.value()));
        comparePayload(payload, at);
    }

    private void comparePayload(Packet payload, int at) {
        if (payload instanceof UdpPacket datagram) {
            compareUdp(datagram, at);
        } else if (payload instanceof TcpPacket segment) {
            transports++;
            assertThat(content).isEqualTo(Content.IP);
            assertThat(tcp.wrap(ByteBuffer.wrap(octets), at, octets.length - at))
                    .isTrue();
            assertThat(tcp.sourcePort())
                    .isEqualTo(segment.getHeader().getSrcPort().valueAsInt());
            assertThat(tcp.destinationPort())
                    .isEqualTo(segment.getHeader().getDstPort().valueAsInt());
        } else if (payload instanceof IcmpV4CommonPacket message && dissector.ipVersion() == 4) {
            compareIcmp(message);
        } else if (payload instanceof IcmpV6CommonPacket message && dissector.ipVersion() == 6) {
            compareIcmpv6(message);
        } else if (payload instanceof FragmentedPacket || !(payload instanceof IllegalPacket)) {
            compareIpsec(payload.getRawData().length, at);
        }
    }

    private void compareUdp(UdpPacket datagram, int at) {
        transports++;
        assertThat(udp.wrap(ByteBuffer.wrap(octets), at, octets.length - at)).isTrue();
        assertThat(udp.sourcePort()).isEqualTo(datagram.getHeader().getSrcPort().valueAsInt());
        assertThat(udp.destinationPort())
                .isEqualTo(datagram.getHeader().getDstPort().valueAsInt());
        assertThat(content)
                .isIn(
                        Content.IP,
                        Content.IKE,
                        Content.UDP_ESP,
                        Content.KEEPALIVE,
                        Content.DHCP_REPLY,
                        Content.L2TP_CONTROL,
                        Content.L2TP_DATA);
        if (content == Content.UDP_ESP) {
            ipsec++;
            ByteBuffer esp = ByteBuffer.wrap(datagram.getPayload().getRawData());
            assertThat((int) dissector.spi()).isEqualTo(esp.getInt(0)).isNotZero();
            assertThat((int) dissector.sequenceNumber()).isEqualTo(esp.getInt(4));
        }
    }

    private void compareIpsec(int length, int at) {
        boolean isEsp = dissector.protocol() == IpProtocols.ESP;
        boolean isAh = dissector.protocol() == IpProtocols.AH;
        if (isEsp) {
            assertThat(content).isEqualTo(length < ESP_HEADER_LENGTH ? Content.MALFORMED : Content.ESP);
        } else if (!isAh) {
            assertThat(content).isNotIn(Content.ESP, Content.AH);
            return;
        }
        if (content == Content.ESP || content == Content.AH) {
            ipsec++;
            int spi = isEsp ? at : at + AH_SPI;
            assertThat((int) dissector.spi()).isEqualTo(ByteBuffer.wrap(octets).getInt(spi));
            assertThat((int) dissector.sequenceNumber())
                    .isEqualTo(ByteBuffer.wrap(octets).getInt(spi + Integer.BYTES));
        }
    }

    private void compareIcmp(IcmpV4CommonPacket message) {
        if (message.length() < ICMP_HEADER_LENGTH) {
            assertThat(content).isEqualTo(Content.MALFORMED);
            return;
        }
        icmp++;
        int type = Byte.toUnsignedInt(message.getHeader().getType().value());
        boolean quotes = List.of(3, 4, 5, 11, 12).contains(type);
        assertThat(content).isIn(Content.IP, quotes ? Content.NOTICE : Content.IP);
        if (content == Content.NOTICE) {
            assertThat(dissector.notice().type()).isEqualTo(type);
            assertThat(dissector.notice().code())
                    .isEqualTo(Byte.toUnsignedInt(message.getHeader().getCode().value()));
            Optional.ofNullable(message.get(IpV4Packet.class)).ifPresent(quoted -> {
                assertThat((int) dissector.notice().quotedSourceLow())
                        .isEqualTo(addressOf(quoted.getHeader().getSrcAddr()));
                assertThat((int) dissector.notice().quotedDestinationLow())
                        .isEqualTo(addressOf(quoted.getHeader().getDstAddr()));
            });
        }
    }

    private void compareIcmpv6(IcmpV6CommonPacket message) {
        if (message.length() < ICMP_HEADER_LENGTH) {
            assertThat(content).isEqualTo(Content.MALFORMED);
            return;
        }
        icmp++;
        int type = Byte.toUnsignedInt(message.getHeader().getType().value());
        boolean isDiscovery = type >= 133 && type <= 137;
        if (isDiscovery && dissector.hopLimit() == ON_LINK) {
            assertThat(content).isIn(Content.NEIGHBOR_DISCOVERY, Content.MALFORMED);
        } else {
            assertThat(content).isIn(Content.IP, type < 128 ? Content.NOTICE : Content.IP);
        }
        if (content == Content.NEIGHBOR_DISCOVERY) {
            assertThat(dissector.ndp().type()).isEqualTo(type);
        }
        if (content == Content.NOTICE) {
            assertThat(dissector.notice().type()).isEqualTo(type);
            Optional.ofNullable(message.get(IpV6Packet.class))
                    .ifPresent(quoted -> assertThat(dissector.notice().quotedDestinationLow())
                            .isEqualTo(ByteBuffer.wrap(
                                            quoted.getHeader().getDstAddr().getAddress())
                                    .getLong(8)));
        }
    }

    private static long mac(LinkLayerAddress address) {
        long mac = 0;
        for (byte octet : address.getAddress()) {
            mac = (mac << 8) | (octet & 0xff);
        }
        return mac;
    }

    private static int addressOf(InetAddress address) {
        return ByteBuffer.wrap(address.getAddress()).getInt();
    }
}
