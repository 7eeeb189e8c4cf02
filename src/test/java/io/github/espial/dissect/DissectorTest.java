package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.Direction;
import io.github.espial.capture.Frame;
import io.github.espial.capture.KeptFrames;
import io.github.espial.net.IpAddress;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.LinuxCookedView;
import io.github.espial.wire.OctetText;
import io.github.espial.wire.RandomFrames;
import io.github.espial.wire.TcpView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DissectorTest {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String GATEWAY_MAC = "00:1b:21:aa:00:01";
    private static final String SERVER = "192.0.2.10";
    private static final String PEER = "198.51.100.20";
    private static final String SERVER6 = "2001:db8::a";
    private static final String PEER6 = "2001:db8:ffff:1::14";
    private static final long SPI = 0xc0c8_6871L;

    private static final String ESP_OVER_IPV4 = """
            4500001c      version, words, services, total length 28
            00010000      identification, no fragment
            4032ffff      time to live 64, ESP, checksum
            c000020a      source 192.0.2.10
            c6336414      destination 198.51.100.20
            c0c86871      SPI
            0000002a      sequence number 42
            """;

    private static final String ESP_OVER_IPV6 = """
            6000000000083280                  version, class, flow, length 8, ESP, hop limit 128
            20010db800000000000000000000000a  source 2001:db8::a
            20010db8ffff00010000000000000014  destination 2001:db8:ffff:1::14
            c0c86871                          SPI
            0000002a                          sequence number 42
            """;

    private final Dissector dissector = new Dissector(new UdpPairs());

    private Content dissect(int linkType, byte[] octets) {
        return dissector.dissect(KeptFrames.frame(linkType, octets));
    }

    private Content dissect(FrameBuilder frame) {
        return dissect(LinkTypes.ETHERNET, frame.octets());
    }

    private static FrameBuilder ethernet() {
        return FrameBuilder.ethernet(SERVER_MAC, GATEWAY_MAC);
    }

    private static FrameBuilder ipv4() {
        return ethernet().ipv4(SERVER, PEER);
    }

    private static FrameBuilder ipv6() {
        return ethernet().ipv6(SERVER6, PEER6);
    }

    private static long mac(String text) {
        return MacAddress.parse(text).octets();
    }

    private String source() {
        return new IpAddress(dissector.ipVersion(), dissector.sourceHigh(), dissector.sourceLow()).toString();
    }

    private String destination() {
        return new IpAddress(dissector.ipVersion(), dissector.destinationHigh(), dissector.destinationLow()).toString();
    }

    /** VLAN ids of the last frame from the outermost inwards. */
    private List<Integer> vlans() {
        int ids = dissector.vlans();
        return Stream.of(ids >>> 14, ids >>> 2 & 0xfff).limit(ids & 3).toList();
    }

    static Stream<Arguments> linkTypes() {
        return Stream.of(
                Arguments.of(LinkTypes.ETHERNET, "001b21aa0001 000c295e100a 0800", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.ETHERNET, "001b21aa0001 000c295e100a 86dd", ESP_OVER_IPV6),
                Arguments.of(LinkTypes.ETHERNET, "001b21aa0001 000c295e100a 8100 e000 0800", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.ETHERNET, "001b21aa0001 000c295e100a 0024 aaaa03 000000 0800", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.ETHERNET, "001b21aa0001 000c295e100a 0024 aaaa03 0000f8 0800", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.LINUX_SLL, "0004 0001 0006 000c295e100a0000 0800", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.LINUX_SLL, "0004 0001 0006 000c295e100a0000 86dd", ESP_OVER_IPV6),
                Arguments.of(LinkTypes.LINUX_SLL, "0004 0001 0006 000c295e100a0000 8100 0078 0800", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.LINUX_SLL, "0004 fffe 0000 0000000000000000 0800", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.LINUX_SLL2, "0800 0000 00000002 0001 04 06 000c295e100a0000", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.LINUX_SLL2, "86dd 0000 00000002 0001 04 06 000c295e100a0000", ESP_OVER_IPV6),
                Arguments.of(LinkTypes.RAW, "", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.RAW, "", ESP_OVER_IPV6),
                Arguments.of(LinkTypes.RAW_BSD, "", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.RAW_OPENBSD, "", ESP_OVER_IPV6),
                Arguments.of(LinkTypes.IPV4, "", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.IPV6, "", ESP_OVER_IPV6),
                Arguments.of(LinkTypes.NULL, "02000000", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.NULL, "00000002", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.NULL, "1e000000", ESP_OVER_IPV6),
                Arguments.of(LinkTypes.LOOP, "00000002", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.LOOP, "00000018", ESP_OVER_IPV6),
                Arguments.of(LinkTypes.PPP, "ff03 0021", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.PPP, "0021", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.PPP, "21", ESP_OVER_IPV4),
                Arguments.of(LinkTypes.PPP, "ff03 0057", ESP_OVER_IPV6));
    }

    @ParameterizedTest
    @MethodSource("linkTypes")
    void readsEspBehindEveryLinkLayer(int linkType, String header, String packet) {
        boolean isIpv4 = packet.equals(ESP_OVER_IPV4);
        byte[] frame = OctetText.octets(header + "\n" + packet);

        assertThat(dissect(linkType, frame)).isEqualTo(Content.ESP);
        assertThat(dissector.isIp()).isTrue();
        assertThat(dissector.ipVersion()).isEqualTo(isIpv4 ? 4 : 6);
        assertThat(source()).isEqualTo(isIpv4 ? SERVER : SERVER6);
        assertThat(destination()).isEqualTo(isIpv4 ? PEER : PEER6);
        assertThat(dissector.hopLimit()).isEqualTo(isIpv4 ? 64 : 128);
        assertThat(dissector.protocol()).isEqualTo(50);
        assertThat(dissector.spi()).isEqualTo(SPI);
        assertThat(dissector.sequenceNumber()).isEqualTo(42);
        boolean hasSource = header.contains("000c295e100a");
        assertThat(dissector.sourceMac()).isEqualTo(hasSource ? mac(SERVER_MAC) : MacAddress.NONE);
        assertThat(dissector.hasDestinationMac()).isEqualTo(linkType == LinkTypes.ETHERNET);
        boolean isCooked = linkType == LinkTypes.LINUX_SLL || linkType == LinkTypes.LINUX_SLL2;
        assertThat(dissector.isSentHere()).isEqualTo(isCooked);
    }

    @ParameterizedTest
    @MethodSource("linkTypes")
    void standsWithWhatItReadWhereAFrameEndsEarly(int linkType, String header, String packet) {
        byte[] frame = OctetText.octets(header + "\n" + packet);
        int linkLayer = OctetText.octets(header).length;
        int network = linkLayer + (packet.equals(ESP_OVER_IPV4) ? 20 : 40);
        for (int length = 0; length < frame.length; length++) {
            // LLC without room for SNAP says nothing wrong, only nothing that is read.
            assertThat(dissect(linkType, Arrays.copyOf(frame, length))).isIn(Content.MALFORMED, Content.OTHER);
            assertThat(dissector.isIp()).isEqualTo(length >= network);
            assertThat(dissector.hasDestinationMac()).isEqualTo(linkType == LinkTypes.ETHERNET && length >= 14);
        }
    }

    @Test
    void readsMacsOfTheRightEnds() {
        dissect(ipv4().esp(SPI, 1));

        assertThat(dissector.sourceMac()).isEqualTo(mac(SERVER_MAC));
        assertThat(dissector.destinationMac()).isEqualTo(mac(GATEWAY_MAC));
    }

    static Stream<Arguments> contents() {
        FrameBuilder quoted = FrameBuilder.bare().ipv4(SERVER, PEER).esp(SPI, 7).payload(8);
        FrameBuilder quoted6 =
                FrameBuilder.bare().ipv6(SERVER6, PEER6).esp(SPI, 7).payload(8);
        return Stream.of(
                Arguments.of(Content.ARP, ethernet().arpRequest(SERVER_MAC, SERVER, PEER)),
                Arguments.of(Content.ARP, ethernet().vlan(7).arpReply(SERVER_MAC, SERVER, GATEWAY_MAC, PEER)),
                Arguments.of(Content.NEIGHBOR_DISCOVERY, ipv6().neighborSolicitation(PEER6, SERVER_MAC)),
                Arguments.of(Content.NEIGHBOR_DISCOVERY, ipv6().neighborAdvertisement(SERVER6, SERVER_MAC, 0x60)),
                Arguments.of(Content.NEIGHBOR_DISCOVERY, ipv6().routerAdvertisement(1800, SERVER_MAC)),
                Arguments.of(Content.NEIGHBOR_DISCOVERY, ipv6().ndpRedirect(SERVER6, PEER6, SERVER_MAC, quoted6)),
                Arguments.of(Content.DHCP_REPLY, ipv4().udp(67, 68).dhcp(2, SERVER_MAC, SERVER)),
                Arguments.of(Content.IP, ipv4().udp(67, 68).dhcp(1, SERVER_MAC, SERVER)),
                Arguments.of(Content.IP, ipv4().udp(68, 67).dhcp(1, SERVER_MAC, "0.0.0.0")),
                Arguments.of(Content.NOTICE, ipv4().icmp(3, 1, 0).quoting(quoted, 28)),
                Arguments.of(Content.NOTICE, ipv4().redirect("192.0.2.254").quoting(quoted, 28)),
                Arguments.of(Content.NOTICE, ipv6().tooLarge(1280).quoting(quoted6, 48)),
                Arguments.of(Content.IP, ipv4().icmp(3, 1, 0)),
                Arguments.of(Content.IP, ipv4().icmp(8, 0, 1).quoting(quoted, 28)),
                Arguments.of(Content.IP, ipv6().icmp(128, 0, 1).quoting(quoted6, 48)),
                Arguments.of(
                        Content.FRAGMENT, ipv4().fragment(8, false).protocol(50).payload(64)),
                Arguments.of(
                        Content.FRAGMENT, ipv6().fragment(8, true).protocol(17).payload(64)),
                Arguments.of(Content.ESP, ipv4().fragment(0, true).esp(SPI, 1).payload(64)),
                Arguments.of(Content.ESP, ipv6().fragment(0, true).esp(SPI, 1).payload(64)),
                Arguments.of(
                        Content.ESP, ipv4().ipOptions(new byte[] {1, 1, 1, 0}).esp(SPI, 1)),
                Arguments.of(
                        Content.ESP,
                        ipv6().extension(0).extension(60).extension(43).esp(SPI, 1)),
                Arguments.of(Content.AH, ipv4().ah(SPI, 1).payload(8)),
                Arguments.of(Content.AH, ipv6().extension(60).ah(SPI, 1).payload(8)),
                Arguments.of(Content.UDP_ESP, ipv4().udp(4500, 4500).esp(SPI, 1)),
                Arguments.of(Content.UDP_ESP, ipv6().udp(61_000, 4500).esp(SPI, 1)),
                Arguments.of(Content.UDP_ESP, ipv4().udp(4500, 1024).esp(SPI, 1)),
                Arguments.of(Content.IP, ipv4().udp(4500, 53).esp(SPI, 1)),
                Arguments.of(Content.IP, ipv4().udp(53, 4500).esp(SPI, 1)),
                Arguments.of(Content.KEEPALIVE, ipv4().udp(4500, 4500).natKeepalive()),
                Arguments.of(Content.IP, ipv4().udp(4500, 4500).payload(new byte[1])),
                Arguments.of(Content.IP, ipv4().udp(4500, 4500)),
                Arguments.of(Content.IP, ipv4().udp(4500, 4500).nonEspMarker()),
                Arguments.of(Content.IKE, ipv4().udp(500, 500).ikev2(34, 1, 0, 8, 0)),
                Arguments.of(Content.IKE, ipv4().udp(500, 1025).ikev1(2, 1, 0, 0, 0)),
                Arguments.of(Content.IKE, ipv4().udp(4500, 4500).nonEspMarker().ikev2(35, 1, 2, 8, 1)),
                Arguments.of(Content.IP, ipv4().udp(500, 500).payload(40)),
                Arguments.of(Content.L2TP_CONTROL, ipv4().udp(1701, 1701).l2tpControl(0, 0, 0, 0)),
                Arguments.of(
                        Content.L2TP_DATA,
                        ipv4().udp(1701, 50_000).l2tpData(7, 1).payload(40)),
                Arguments.of(Content.IP, ipv4().udp(1701, 1701).payload(new byte[40])),
                Arguments.of(Content.IP, ipv4().udp(53, 49_152).payload(40)),
                Arguments.of(Content.IP, ipv4().tcp(49_152, 445, TcpView.SYN)),
                Arguments.of(Content.IP, ipv4().protocol(47).payload(40)),
                // ICMP of the other IP version is none.
                Arguments.of(Content.IP, ipv4().protocol(58).payload(40)),
                Arguments.of(Content.IP, ipv6().protocol(1).payload(40)));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void tellsWhatAFrameHolds(Content content, FrameBuilder frame) {
        assertThat(dissect(frame)).isEqualTo(content);
        assertThat(dissect(frame.padded())).isEqualTo(content);
    }

    static Stream<FrameBuilder> malformedFrames() {
        return Stream.of(
                ipv4().protocol(50).payload(7),
                ipv6().protocol(50).payload(7),
                ipv4().protocol(51).payload(11),
                // An ICV longer than the packet.
                ipv4().protocol(51).payload(new byte[] {4, 99, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1}),
                ipv4().protocol(17).payload(7),
                ipv4().protocol(1).payload(7),
                ipv6().protocol(58).payload(7),
                // A neighbor advertisement without its target.
                ipv6().ttl(255).icmp(136, 0, 0).payload(15),
                // An extension header longer than the packet.
                ipv6().protocol(0).payload(new byte[] {50, 9, 1, 4, 0, 0, 0, 0}));
    }

    @ParameterizedTest
    @MethodSource("malformedFrames")
    void tellsMalformedPacketsWithTheirAddresses(FrameBuilder frame) {
        assertThat(dissect(frame)).isEqualTo(Content.MALFORMED);
        assertThat(dissect(frame.padded())).isEqualTo(Content.MALFORMED);
        assertThat(dissector.isIp()).isTrue();
        assertThat(source()).isIn(SERVER, SERVER6);
    }

    @Test
    void takesNothingOfPaddingForEsp() {
        // 7 octets of payload and enough padding to make up a header.
        byte[] frame = ipv4().protocol(50).payload(7).padded().octets();
        Arrays.fill(frame, 14 + 20, frame.length, (byte) 0x11);

        assertThat(dissect(LinkTypes.ETHERNET, frame)).isEqualTo(Content.MALFORMED);
    }

    @Test
    void readsPacketsWhoseLengthWasLeftToTheNetworkCard() {
        byte[] frame = ipv4().esp(SPI, 1).payload(64).octets();
        frame[16] = 0;
        frame[17] = 0;

        assertThat(dissect(LinkTypes.ETHERNET, frame)).isEqualTo(Content.ESP);
    }

    @Test
    void readsWhatASnapLengthLeftOfEsp() {
        byte[] frame = ipv4().esp(SPI, 9).payload(1000).octets();

        assertThat(dissect(LinkTypes.ETHERNET, Arrays.copyOf(frame, 42))).isEqualTo(Content.ESP);
        assertThat(dissector.sequenceNumber()).isEqualTo(9);
    }

    @Test
    void keepsTheTwoOutermostOfEightVlanTags() {
        FrameBuilder frame = ethernet();
        for (int id = 1; id <= 8; id++) {
            frame.vlan(id);
        }

        assertThat(dissect(frame.ipv4(SERVER, PEER).esp(SPI, 1))).isEqualTo(Content.ESP);
        assertThat(vlans()).containsExactly(1, 2);
    }

    @Test
    void refusesNineVlanTags() {
        FrameBuilder frame = ethernet();
        for (int id = 1; id <= 9; id++) {
            frame.vlan(id);
        }

        assertThat(dissect(frame.ipv4(SERVER, PEER).esp(SPI, 1))).isEqualTo(Content.MALFORMED);
        assertThat(dissector.isIp()).isFalse();
        assertThat(vlans()).containsExactly(1, 2);
        assertThat(dissector.destinationMac()).isEqualTo(mac(GATEWAY_MAC));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x8100, 0x88a8, 0x9100, 0x9200})
    void readsEveryKindOfVlanTag(int etherType) {
        assertThat(dissect(ethernet()
                        .tag(etherType, 0x2007)
                        .vlan(4094)
                        .ipv6(SERVER6, PEER6)
                        .esp(SPI, 1)))
                .isEqualTo(Content.ESP);
        assertThat(vlans()).containsExactly(7, 4094);
    }

    @Test
    void aPriorityTagNamesNoVlan() {
        dissect(ethernet().tag(0x8100, 0xe000).vlan(7).ipv4(SERVER, PEER).esp(SPI, 1));
        assertThat(vlans()).containsExactly(7);

        dissect(ethernet().vlan(7).vlan(0).ipv4(SERVER, PEER).esp(SPI, 1));
        assertThat(vlans()).containsExactly(7);

        dissect(ethernet().vlan(0).ipv4(SERVER, PEER).esp(SPI, 1));
        assertThat(dissector.vlans()).isZero();
    }

    @Test
    void readsLlcBehindAVlanTag() {
        assertThat(dissect(ethernet().vlan(7).llcSnap().ipv4(SERVER, PEER).esp(SPI, 1)))
                .isEqualTo(Content.ESP);
        assertThat(vlans()).containsExactly(7);
    }

    @ParameterizedTest
    @CsvSource({
        // Spanning tree
        "0026 424203 00000000000000000000000000000000000000000000000000000000000000000000000000",
        // SNAP of Cisco, type CDP
        "0010 aaaa03 00000c 2000 0000000000000000",
        // SNAP with another control
        "0024 aaaa13 000000 0800 4500001c00010000",
        // Raw Novell
        "0010 ffff 0010 0000 0000 0000 0000 0000 0000",
        // LLDP, MPLS with a control word, a control protocol in a PPPoE session
        "88cc 0207",
        "8847 00010140 00000000 000000",
        "8864 110000010006c021 01010004",
        // A length of zero
        "0000 0000"
    })
    void tellsWhatIsNeitherIpNorArp(String fromTypeOn) {
        byte[] frame = OctetText.octets("001b21aa0001 000c295e100a " + fromTypeOn);

        assertThat(dissect(LinkTypes.ETHERNET, frame)).isEqualTo(Content.OTHER);
        assertThat(dissector.isIp()).isFalse();
        assertThat(dissector.ipVersion()).isZero();
        assertThat(dissector.sourceMac()).isEqualTo(mac(SERVER_MAC));
    }

    @Test
    void tellsArpOfOtherNetworksApart() {
        byte[] frame = ethernet().arpRequest(SERVER_MAC, SERVER, PEER).octets();
        frame[14 + 3] = 1;

        assertThat(dissect(LinkTypes.ETHERNET, frame)).isEqualTo(Content.OTHER);
    }

    @Test
    void tellsControlProtocolsOfPppFromPackets() {
        assertThat(dissect(LinkTypes.PPP, OctetText.octets("ff03 c021 01010004")))
                .isEqualTo(Content.OTHER);
        assertThat(dissect(LinkTypes.RAW, OctetText.octets("f0 00"))).isEqualTo(Content.OTHER);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 130, 147, 195, 4711, 0xffff})
    void leavesOtherLinkTypesUnread(int linkType) {
        byte[] frame = ipv4().esp(SPI, 1).octets();
        dissect(LinkTypes.ETHERNET, frame);

        assertThat(dissect(linkType, frame)).isEqualTo(Content.UNREAD);
        assertThat(dissector.isIp()).isFalse();
        assertThat(dissector.hasDestinationMac()).isFalse();
        assertThat(dissector.vlans()).isZero();
    }

    @Test
    void takesOverTheDirectionOfTheCapture() {
        byte[] frame = ipv4().esp(SPI, 1).octets();

        dissector.dissect(KeptFrames.frame(LinkTypes.ETHERNET, frame, Direction.OUTBOUND));
        assertThat(dissector.isSentHere()).isTrue();
        assertThat(dissector.isReceivedHere()).isFalse();

        dissector.dissect(KeptFrames.frame(LinkTypes.ETHERNET, frame, Direction.INBOUND));
        assertThat(dissector.isSentHere()).isFalse();
        assertThat(dissector.isReceivedHere()).isTrue();

        dissect(LinkTypes.ETHERNET, frame);
        assertThat(dissector.isSentHere()).isFalse();
        assertThat(dissector.isReceivedHere()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, false, true", "1, false, false", "2, false, false", "3, false, false", "4, true, false"})
    void readsTheDirectionFromCookedHeaders(int packetType, boolean isSent, boolean isReceived) {
        dissect(
                LinkTypes.LINUX_SLL,
                FrameBuilder.cooked(packetType, SERVER_MAC)
                        .ipv4(SERVER, PEER)
                        .esp(SPI, 1)
                        .octets());
        assertThat(dissector.isSentHere()).isEqualTo(isSent);
        assertThat(dissector.isReceivedHere()).isEqualTo(isReceived);

        dissect(
                LinkTypes.LINUX_SLL2,
                FrameBuilder.cookedV2(3, packetType, SERVER_MAC)
                        .ipv4(SERVER, PEER)
                        .esp(SPI, 1)
                        .octets());
        assertThat(dissector.isSentHere()).isEqualTo(isSent);
        assertThat(dissector.isReceivedHere()).isEqualTo(isReceived);
    }

    @Test
    void readsArpBehindACookedHeader() {
        assertThat(dissect(
                        LinkTypes.LINUX_SLL,
                        FrameBuilder.cooked(LinuxCookedView.BROADCAST, SERVER_MAC)
                                .arpRequest(SERVER_MAC, SERVER, PEER)
                                .octets()))
                .isEqualTo(Content.ARP);
        assertThat(dissector.arp().senderMac()).isEqualTo(mac(SERVER_MAC));
    }

    @Test
    void neighborDiscoveryThatARouterForwardedIsNone() {
        assertThat(dissect(
                        ipv6().neighborAdvertisement(SERVER6, SERVER_MAC, 0x60).ttl(254)))
                .isEqualTo(Content.IP);
    }

    @Test
    void readsTheQuotedPacketOfARedirect() {
        dissect(ipv4().redirect("192.0.2.254")
                .quoting(FrameBuilder.bare().ipv4(SERVER, PEER).esp(SPI, 7), 28));

        Notice notice = dissector.notice();
        assertThat(notice.type()).isEqualTo(5);
        assertThat(notice.isRedirect()).isTrue();
        assertThat(notice.gatewayLow()).isEqualTo(0xc000_02feL);
        assertThat(notice.quotedDestinationLow()).isEqualTo(0xc633_6414L);
        assertThat(notice.quoted()).isEqualTo(Content.ESP);
        assertThat(notice.hasSpi()).isTrue();
        assertThat(notice.spi()).isEqualTo(SPI);
    }

    @Test
    void aRedirectWithoutThePacketStillNamesTheDestination() {
        dissect(ipv6().tooLarge(1280)
                .quoting(FrameBuilder.bare().ipv6(PEER6, SERVER6).esp(SPI, 7), 48));
        byte[] targetAndDestination = OctetText.octets("""
                fe8000000000000000000000000000fe  target
                20010db8ffff00010000000000000014  destination
                """);

        assertThat(dissect(ipv6().ttl(255).icmp(137, 0, 0).payload(targetAndDestination)))
                .isEqualTo(Content.NEIGHBOR_DISCOVERY);

        Notice notice = dissector.notice();
        assertThat(notice.isRedirect()).isTrue();
        assertThat(notice.gatewayHigh()).isEqualTo(0xfe80_0000_0000_0000L);
        assertThat(notice.gatewayLow()).isEqualTo(0xfe);
        assertThat(notice.quotedSourceHigh()).isZero();
        assertThat(notice.quotedSourceLow()).isZero();
        assertThat(notice.quotedDestinationHigh()).isEqualTo(0x2001_0db8_ffff_0001L);
        assertThat(notice.quotedDestinationLow()).isEqualTo(0x14);
        assertThat(notice.quoted()).isEqualTo(Content.IP);
        assertThat(notice.hasSpi()).isFalse();
        assertThat(notice.spi()).isZero();
    }

    @Test
    void knowsEspByThePairOfPortsThatIkeWasSeenOn() {
        FrameBuilder esp = ipv4().udp(40_000, 50_000).esp(SPI, 1).payload(20);
        FrameBuilder answer =
                ethernet().ipv4(PEER, SERVER).udp(50_000, 40_000).esp(SPI, 1).payload(20);
        assertThat(dissect(esp)).isEqualTo(Content.IP);

        assertThat(dissect(ipv4().udp(40_000, 50_000).nonEspMarker().ikev2(35, 1, 2, 8, 1)))
                .isEqualTo(Content.IKE);

        assertThat(dissect(esp)).isEqualTo(Content.UDP_ESP);
        assertThat(dissect(answer)).isEqualTo(Content.UDP_ESP);
        assertThat(dissect(ipv4().udp(40_000, 50_000).natKeepalive())).isEqualTo(Content.KEEPALIVE);
        assertThat(dissect(ipv4().udp(50_000, 40_000).esp(SPI, 1).payload(20))).isEqualTo(Content.IP);
        assertThat(dissect(ethernet()
                        .ipv4(SERVER, "198.51.100.21")
                        .udp(40_000, 50_000)
                        .esp(SPI, 1)))
                .isEqualTo(Content.IP);
    }

    @Test
    void takesNoDatagramForIkeWhoseLengthIsNotExact() {
        assertThat(dissect(ipv4().udp(40_000, 50_000)
                        .nonEspMarker()
                        .ikev2(35, 1, 2, 8, 1)
                        .payload(20)))
                .isEqualTo(Content.IKE);
        byte[] tooLong = ipv4().udp(40_001, 50_000)
                .nonEspMarker()
                .ikev2(35, 1, 2, 8, 1)
                .payload(20)
                .octets();
        tooLong[14 + 20 + 8 + 4 + 27]++;
        assertThat(dissect(LinkTypes.ETHERNET, tooLong)).isEqualTo(Content.IP);
    }

    @Test
    void answersOnlyForTheLastFrame() {
        UdpPairs pairs = new UdpPairs();
        Dissector used = new Dissector(pairs);
        RandomFrames random = new RandomFrames(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] octets = i % 2 == 0 ? random.cut(random.next()) : random.damage(random.next());
            Frame frame = KeptFrames.frame(LinkTypes.ETHERNET, octets);

            assertThat(answers(used, frame)).isEqualTo(answers(new Dissector(pairs), frame));
        }
    }

    private static List<Object> answers(Dissector dissector, Frame frame) {
        Content content = dissector.dissect(frame);
        List<Object> answers = new ArrayList<>();
        answers.add(content);
        answers.add(dissector.sourceMac());
        answers.add(dissector.destinationMac());
        answers.add(dissector.vlans());
        answers.add(dissector.ipVersion());
        if (dissector.isIp()) {
            answers.add(new IpAddress(dissector.ipVersion(), dissector.sourceHigh(), dissector.sourceLow()));
            answers.add(new IpAddress(dissector.ipVersion(), dissector.destinationHigh(), dissector.destinationLow()));
            answers.add(dissector.hopLimit());
        }
        if (content == Content.ESP || content == Content.AH || content == Content.UDP_ESP) {
            answers.add(dissector.spi());
            answers.add(dissector.sequenceNumber());
        }
        if (content == Content.NOTICE) {
            Notice notice = dissector.notice();
            answers.add(notice.type());
            answers.add(notice.gatewayLow());
            answers.add(notice.quotedSourceLow());
            answers.add(notice.quotedDestinationLow());
            answers.add(notice.quoted());
            answers.add(notice.hasSpi());
            answers.add(notice.spi());
        }
        return answers;
    }

    private void isEspForGateway(Content content) {
        isEsp(content);
        assertThat(dissector.sourceMac()).isEqualTo(mac(SERVER_MAC));
        assertThat(dissector.destinationMac()).isEqualTo(mac(GATEWAY_MAC));
    }

    private void isEsp(Content content) {
        assertThat(content).isEqualTo(Content.ESP);
        assertThat(dissector.spi()).isEqualTo(SPI);
    }

    private static byte[] bareEsp(FrameBuilder before) {
        return before.ipv4(SERVER, PEER).esp(SPI, 42).payload(40).octets();
    }

    private static byte[] behind(byte[] octets, int... first) {
        byte[] all = new byte[first.length + octets.length];
        for (int i = 0; i < first.length; i++) {
            all[i] = (byte) first[i];
        }
        System.arraycopy(octets, 0, all, first.length, octets.length);
        return all;
    }

    @Test
    void readsEspInPppoeMplsAndStackedTags() {
        isEspForGateway(dissect(LinkTypes.ETHERNET, bareEsp(ethernet().pppoe(7).pppProtocol())));
        isEspForGateway(dissect(LinkTypes.ETHERNET, bareEsp(ethernet().mpls(16, 17, 18))));
        isEspForGateway(dissect(
                LinkTypes.ETHERNET, bareEsp(ethernet().tag(0x88a8, 5).vlan(6).mpls(16))));
        assertThat(dissector.vlans()).isEqualTo(5 << 14 | 6 << 2 | 2);
    }

    @Test
    void readsEspOnPointToPointLinks() {
        byte[] ppp = bareEsp(FrameBuilder.bare().ppp());
        byte[] cisco = bareEsp(FrameBuilder.bare().ciscoHdlc());
        byte[] session =
                bareEsp(FrameBuilder.ethernet(SERVER_MAC, GATEWAY_MAC).pppoe(7).pppProtocol());

        isEsp(dissect(LinkTypes.PPP_HDLC, ppp));
        isEsp(dissect(LinkTypes.PPP_HDLC, cisco));
        isEsp(dissect(LinkTypes.C_HDLC, cisco));
        isEsp(dissect(LinkTypes.PPP_ETHER, Arrays.copyOfRange(session, 14, session.length)));
        isEsp(dissect(LinkTypes.MPLS, bareEsp(FrameBuilder.bare().mpls(16))));
        isEsp(dissect(LinkTypes.ATM_RFC1483, bareEsp(FrameBuilder.bare().llcSnap())));
        assertThat(dissector.hasDestinationMac()).isFalse();
    }

    @Test
    void takesTheDirectionFromLinksThatTellIt() {
        byte[] ppp = bareEsp(FrameBuilder.bare().ppp());

        isEsp(dissect(LinkTypes.PPP_WITH_DIRECTION, behind(ppp, 1)));
        assertThat(dissector.isSentHere()).isTrue();
        isEsp(dissect(
                LinkTypes.C_HDLC_WITH_DIRECTION,
                behind(bareEsp(FrameBuilder.bare().ciscoHdlc()), 0)));
        assertThat(dissector.isReceivedHere()).isTrue();
        ppp[0] = 1;
        isEsp(dissect(LinkTypes.PPP_PPPD, ppp));
        assertThat(dissector.isSentHere()).isTrue();
    }

    @Test
    void readsWirelessFramesFromStationToStation() {
        String accessPoint = "00:00:5e:00:53:77";
        byte[] up = bareEsp(FrameBuilder.bare()
                .wireless(1, accessPoint, SERVER_MAC, GATEWAY_MAC)
                .llcSnap());
        byte[] down = bareEsp(FrameBuilder.bare()
                .wireless(2, GATEWAY_MAC, accessPoint, SERVER_MAC)
                .llcSnap());
        byte[] direct = bareEsp(FrameBuilder.bare()
                .wireless(0, GATEWAY_MAC, SERVER_MAC, accessPoint)
                .llcSnap());
        byte[] sealed = bareEsp(FrameBuilder.bare()
                .wireless(0x41, accessPoint, SERVER_MAC, GATEWAY_MAC)
                .llcSnap());

        isEspForGateway(dissect(LinkTypes.IEEE802_11, up));
        isEspForGateway(dissect(LinkTypes.IEEE802_11, down));
        isEspForGateway(dissect(LinkTypes.IEEE802_11, direct));
        isEspForGateway(dissect(LinkTypes.IEEE802_11_RADIOTAP, behind(up, 0, 0, 8, 0, 0, 0, 0, 0)));
        isEspForGateway(
                dissect(LinkTypes.IEEE802_11_PRISM, behind(up, 0x44, 0, 0, 0, 12, 0, 0, 0, 'w', 'l', 'a', 'n')));
        isEspForGateway(dissect(LinkTypes.IEEE802_11_AVS, behind(up, 0x80, 0x21, 0x10, 1, 0, 0, 0, 8)));
        assertThat(dissect(LinkTypes.IEEE802_11, sealed)).isEqualTo(Content.UNREAD);
        assertThat(dissect(LinkTypes.IEEE802_11_RADIOTAP, new byte[7])).isEqualTo(Content.OTHER);
    }

    @Test
    void passesOverPaddingThatRadiotapTells() {
        byte[] up = bareEsp(FrameBuilder.bare()
                .wireless(1, "00:00:5e:00:53:77", SERVER_MAC, GATEWAY_MAC)
                .payload(new byte[2])
                .llcSnap());

        isEspForGateway(dissect(LinkTypes.IEEE802_11_RADIOTAP, behind(up, 0, 0, 9, 0, 2, 0, 0, 0, 0x20)));
    }

    @Test
    void believesNoWordsInPlaceOfMacs() {
        isEsp(dissect(LinkTypes.ETHERNET, bareEsp(FrameBuilder.ethernet("00:00:30:30:66:30", "69:30:65:74:68:33"))));
        assertThat(dissector.hasDestinationMac()).isFalse();
        assertThat(dissector.sourceMac()).isEqualTo(MacAddress.NONE);
        isEsp(dissect(LinkTypes.ETHERNET, bareEsp(FrameBuilder.ethernet("20:53:45:4e:44:02", "20:53:45:4e:44:02"))));
        assertThat(dissector.hasDestinationMac()).isFalse();
        assertThat(dissector.isSentHere()).isTrue();
        isEsp(dissect(LinkTypes.ETHERNET, bareEsp(FrameBuilder.ethernet("20:52:45:43:56:03", "20:52:45:43:56:03"))));
        assertThat(dissector.isReceivedHere()).isTrue();
    }
}
