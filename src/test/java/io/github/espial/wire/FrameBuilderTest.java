package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcap4j.packet.ArpPacket;
import org.pcap4j.packet.Dot1qVlanTagPacket;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IcmpV4CommonPacket;
import org.pcap4j.packet.IcmpV6CommonPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV6Packet;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UdpPacket;

/** Built frames as pcap4j decodes them. */
class FrameBuilderTest {
    private static final String SERVER = "00:0c:29:5e:10:0a";
    private static final String GATEWAY = "00:1b:21:aa:00:01";

    private static EthernetPacket decode(FrameBuilder frame) throws IllegalRawDataException {
        byte[] octets = frame.octets();
        return EthernetPacket.newPacket(octets, 0, octets.length);
    }

    private static FrameBuilder ethernet() {
        return FrameBuilder.ethernet(SERVER, GATEWAY);
    }

    @Test
    void buildsTheFrameOfItsExample() {
        byte[] frame = ethernet()
                .vlan(120)
                .ipv4("192.0.2.10", "198.51.100.20")
                .esp(0xc0c86871L, 1)
                .payload(OctetText.octets("deadbeef"))
                .octets();
        assertThat(frame).containsExactly(OctetText.octets("""
                                001b21aa0001  destination MAC
                                000c295e100a  source MAC
                                8100          EtherType VLAN
                                0078          id 120
                                0800          EtherType IPv4
                                45000020      version, words, services, total length 32
                                00010000      identification, no fragment
                                40328e59      time to live 64, ESP, checksum
                                c000020a      source
                                c6336414      destination
                                c0c86871      SPI
                                00000001      sequence number
                                deadbeef      ciphertext
                                """));
    }

    @Test
    void nestsVlanTags() throws IllegalRawDataException {
        EthernetPacket frame = decode(ethernet().vlan(7).vlan(120).arpRequest(SERVER, "192.0.2.10", "192.0.2.1"));
        Dot1qVlanTagPacket outer = frame.get(Dot1qVlanTagPacket.class);
        Dot1qVlanTagPacket inner = outer.getPayload().get(Dot1qVlanTagPacket.class);
        assertThat(outer.getHeader().getVidAsInt()).isEqualTo(7);
        assertThat(inner.getHeader().getVidAsInt()).isEqualTo(120);
        ArpPacket.ArpHeader arp = frame.get(ArpPacket.class).getHeader();
        assertThat(arp.getSrcHardwareAddr()).hasToString(SERVER);
        assertThat(arp.getSrcProtocolAddr().getHostAddress()).isEqualTo("192.0.2.10");
        assertThat(arp.getDstProtocolAddr().getHostAddress()).isEqualTo("192.0.2.1");
    }

    static Stream<FrameBuilder> ipHeaders() {
        return Stream.of(
                ethernet().ip("192.0.2.10", "198.51.100.20"), ethernet().ip("2001:db8::a", "2001:db8:ffff:1::14"));
    }

    @ParameterizedTest
    @MethodSource("ipHeaders")
    void sumsUpUdp(FrameBuilder frame) throws IllegalRawDataException {
        IpPacket ip = decode(frame.udp(500, 4500).payload(33)).get(IpPacket.class);
        UdpPacket udp = ip.get(UdpPacket.class);
        assertThat(udp.getHeader().getSrcPort().valueAsInt()).isEqualTo(500);
        assertThat(udp.getHeader().getDstPort().valueAsInt()).isEqualTo(4500);
        assertThat(udp.getHeader().getLengthAsInt()).isEqualTo(41);
        assertThat(udp.hasValidChecksum(
                        ip.getHeader().getSrcAddr(), ip.getHeader().getDstAddr(), false))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("ipHeaders")
    void sumsUpTcp(FrameBuilder frame) throws IllegalRawDataException {
        IpPacket ip = decode(frame.tcp(49153, 445, TcpView.SYN).payload(33)).get(IpPacket.class);
        TcpPacket tcp = ip.get(TcpPacket.class);
        assertThat(tcp.getHeader().getSyn()).isTrue();
        assertThat(tcp.hasValidChecksum(
                        ip.getHeader().getSrcAddr(), ip.getHeader().getDstAddr(), false))
                .isTrue();
    }

    @Test
    void sumsUpIpv4AndIcmp() throws IllegalRawDataException {
        FrameBuilder original =
                FrameBuilder.bare().ipv4("192.0.2.10", "198.51.100.20").esp(0xc0c86871L, 7);
        IpV4Packet ip = decode(ethernet()
                        .ipv4("192.0.2.1", "192.0.2.10")
                        .ipOptions(OctetText.octets("94040000"))
                        .redirect("192.0.2.254")
                        .quoting(original.payload(64), 28))
                .get(IpV4Packet.class);
        assertThat(ip.getHeader().hasValidChecksum(false)).isTrue();
        assertThat(ip.getHeader().getTotalLengthAsInt()).isEqualTo(60);
        assertThat(ip.get(IcmpV4CommonPacket.class).hasValidChecksum(false)).isTrue();
    }

    @Test
    void sumsUpIcmpv6() throws IllegalRawDataException {
        IpV6Packet ip = decode(ethernet()
                        .ipv6("2001:db8::1", "2001:db8::a")
                        .neighborAdvertisement("2001:db8::1", GATEWAY, 0xe0))
                .get(IpV6Packet.class);
        assertThat(ip.getHeader().getHopLimitAsInt()).isEqualTo(255);
        assertThat(ip.get(IcmpV6CommonPacket.class)
                        .hasValidChecksum(
                                ip.getHeader().getSrcAddr(), ip.getHeader().getDstAddr(), false))
                .isTrue();
    }

    @Test
    void announcesFragmentsOfIpv4() {
        byte[] packet = fragment("192.0.2.10", "198.51.100.20").octets();
        Ipv4View ip = new Ipv4View();
        assertThat(ip.wrap(ByteBuffer.wrap(packet), 0, packet.length)).isTrue();
        assertThat(ip.identification()).isEqualTo(77);
        assertThat(ip.fragmentOffset()).isEqualTo(1480);
        assertThat(ip.moreFragments()).isTrue();
        assertThat(ip.protocol()).isEqualTo(50);
    }

    @Test
    void announcesFragmentsOfIpv6() {
        byte[] packet = fragment("2001:db8::a", "2001:db8:ffff:1::14").octets();
        Ipv6View ip = new Ipv6View();
        assertThat(ip.wrap(ByteBuffer.wrap(packet), 0, packet.length)).isTrue();
        assertThat(ip.payloadLength()).isEqualTo(24);
        Ipv6ExtensionHeaders headers = new Ipv6ExtensionHeaders();
        assertThat(headers.wrap(ByteBuffer.wrap(packet), ip.payloadStart(), ip.payloadLength(), ip.nextHeader()))
                .isTrue();
        assertThat(headers.identification()).isEqualTo(77);
        assertThat(headers.fragmentOffset()).isEqualTo(1480);
        assertThat(headers.moreFragments()).isTrue();
        assertThat(headers.protocol()).isEqualTo(50);
    }

    private static FrameBuilder fragment(String source, String destination) {
        return FrameBuilder.bare()
                .ip(source, destination)
                .identification(77)
                .fragment(1480, true)
                .protocol(50)
                .payload(16);
    }

    @Test
    void padsToWhatEthernetSends() {
        byte[] unpadded =
                ethernet().arpRequest(SERVER, "192.0.2.10", "192.0.2.1").octets();
        byte[] padded = ethernet()
                .arpRequest(SERVER, "192.0.2.10", "192.0.2.1")
                .padded()
                .octets();
        assertThat(padded).hasSize(60).startsWith(unpadded);
        assertThat(Arrays.copyOfRange(padded, unpadded.length, 60)).containsOnly(0);
    }

    @Test
    void tellsTheLengthOfLlcFrames() {
        byte[] octets =
                ethernet().llcSnap().ipv4("192.0.2.1", "192.0.2.2").payload(10).octets();
        EthernetView ethernet = new EthernetView();
        assertThat(ethernet.wrap(ByteBuffer.wrap(octets), 0, octets.length)).isTrue();
        assertThat(ethernet.etherTypeOrLength()).isEqualTo(octets.length - 14);
    }
}
