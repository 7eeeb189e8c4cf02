package io.github.espial.observe.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.net.IpAddress;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Claim;
import io.github.espial.observe.FrameCounts;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.SequenceNumbers;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.LinuxCookedView;
import io.github.espial.wire.TcpView;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObserverTest {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String GATEWAY_MAC = "00:1b:21:aa:00:01";
    private static final String ROUTER_MAC = "00:1b:21:bb:00:fe";
    private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    private static final String ALL_NODES = "33:33:00:00:00:01";

    private static final String SERVER = "192.0.2.10";
    private static final String GATEWAY = "192.0.2.1";
    private static final String ROUTER = "192.0.2.254";
    private static final String PEER = "198.51.100.20";

    private static final String SERVER6 = "2001:db8::a";
    private static final String GATEWAY6 = "fe80::21b:21ff:feaa:1";
    private static final String PEER6 = "2001:db8:ffff:1::14";

    private static final long SPI = 0xc0c8_6871L;
    private static final long SECOND = 1_000_000_000;
    private static final long START = 1_700_000_000;

    private static FrameBuilder outbound() {
        return FrameBuilder.ethernet(SERVER_MAC, GATEWAY_MAC);
    }

    private static FrameBuilder inbound() {
        return FrameBuilder.ethernet(GATEWAY_MAC, SERVER_MAC);
    }

    private static FrameBuilder esp(long sequenceNumber) {
        return outbound().ipv4(SERVER, PEER).esp(SPI, sequenceNumber).payload(40);
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text);
    }

    private static MacAddress mac(String text) {
        return MacAddress.parse(text);
    }

    /** Observes frames of an Ethernet, one a second. */
    private static Observations observe(FrameBuilder... frames) throws CaptureException {
        return observe(LinkTypes.ETHERNET, frames);
    }

    private static Observations observe(int linkType, FrameBuilder... frames) throws CaptureException {
        PcapBuilder file = PcapBuilder.version2(ByteOrder.LITTLE_ENDIAN, 4, 262_144, linkType);
        for (int i = 0; i < frames.length; i++) {
            file.frame(START + i, 0, frames[i].octets());
        }
        return observe(file.toOctets());
    }

    private static Observations observe(byte[] file) throws CaptureException {
        Observer observer = new Observer(0, new UdpPairs());
        CaptureSource source = new CaptureSource.OfStream(new ByteArrayInputStream(file), "test");
        CaptureSummary summary = CaptureReader.read(source, observer, ReadProgress.NONE);
        return observer.observations(summary.frames());
    }

    private static Talk onlyTalk(FrameBuilder... frames) throws CaptureException {
        Observations seen = observe(frames);
        assertThat(seen.plainTalks()).isEmpty();
        assertThat(seen.ipsecTalks()).hasSize(1);
        return seen.ipsecTalks().get(0);
    }

    private static List<Claim> claims(FrameBuilder... frames) throws CaptureException {
        return observe(frames).claims();
    }

    private static IcmpNotice onlyNotice(FrameBuilder frame) throws CaptureException {
        Observations seen = observe(frame);
        assertThat(seen.notices()).hasSize(1);
        return seen.notices().get(0);
    }

    @Test
    void foldsTheFramesOfATalk() throws CaptureException {
        Talk talk = onlyTalk(
                esp(1), outbound().ipv4(SERVER, PEER).ttl(60).esp(SPI, 2).payload(100), esp(3));

        assertThat(talk.traffic()).isEqualTo(Traffic.ESP);
        assertThat(talk.hop())
                .isEqualTo(new Hop(
                        new Hop.Point(0, 0), Optional.of(mac(SERVER_MAC)), Optional.of(mac(GATEWAY_MAC)), List.of()));
        assertThat(talk.source()).isEqualTo(ip(SERVER));
        assertThat(talk.destination()).isEqualTo(ip(PEER));
        assertThat(talk.span())
                .isEqualTo(new Span(
                        3,
                        3 * (14 + 20 + 8) + 40 + 100 + 40,
                        START * SECOND,
                        (START + 2) * SECOND,
                        new FrameReference(0, 1),
                        new FrameReference(0, 3)));
        assertThat(talk.leastHops()).isEqualTo(60);
        assertThat(talk.greatestHops()).isEqualTo(64);
        assertThat(talk.sentHere()).isFalse();
        assertThat(talk.receivedHere()).isFalse();
        assertThat(talk.series().activeBuckets(talk.series().widthBits())).hasSize(3);
    }

    @Test
    void keepsLinksHostsAndKindsApart() throws CaptureException {
        Observations seen = observe(
                esp(1),
                FrameBuilder.ethernet(GATEWAY_MAC, ROUTER_MAC)
                        .ipv4(SERVER, PEER)
                        .esp(SPI, 1),
                outbound().ipv4(SERVER, "198.51.100.21").esp(SPI, 1),
                inbound().ipv4(PEER, SERVER).esp(SPI, 1),
                outbound().ipv4(SERVER, PEER).ah(SPI, 1).payload(8),
                outbound().ipv4(SERVER, PEER).udp(4500, 4500).natKeepalive(),
                outbound().ipv4(SERVER, PEER).udp(1701, 1701).l2tpControl(0, 0, 0, 0),
                outbound().ipv4(SERVER, PEER).udp(1701, 1701).l2tpData(7, 1).payload(20),
                outbound().ipv4(SERVER, PEER).tcp(49_153, 445, TcpView.SYN),
                esp(2));

        assertThat(seen.ipsecTalks())
                .extracting(Talk::traffic)
                .containsExactly(
                        Traffic.ESP,
                        Traffic.ESP,
                        Traffic.ESP,
                        Traffic.ESP,
                        Traffic.AH,
                        Traffic.KEEPALIVE,
                        Traffic.L2TP_CONTROL,
                        Traffic.L2TP_DATA);
        assertThat(seen.ipsecTalks())
                .extracting(talk -> talk.span().frames())
                .containsExactly(2L, 1L, 1L, 1L, 1L, 1L, 1L, 1L);
        assertThat(seen.plainTalks()).singleElement().satisfies(talk -> {
            assertThat(talk.traffic()).isEqualTo(Traffic.PLAIN);
            assertThat(talk.series().length()).isZero();
        });
    }

    @Test
    void leavesOutPlainPacketsToGroupsOfStations() throws CaptureException {
        Observations seen = observe(
                FrameBuilder.ethernet(SERVER_MAC, BROADCAST)
                        .ipv4(SERVER, "255.255.255.255")
                        .udp(137, 137),
                FrameBuilder.ethernet(SERVER_MAC, "01:00:5e:7f:00:01")
                        .ipv4(SERVER, "239.255.0.1")
                        .udp(5000, 5000));

        assertThat(seen.plainTalks()).isEmpty();
        assertThat(seen.claims()).isEmpty();
    }

    @Test
    void foldsThePacketsOfAnSa() throws CaptureException {
        Observations seen = observe(
                esp(1),
                esp(2),
                outbound().ipv4(SERVER, PEER).esp(SPI + 1, 1),
                esp(5),
                esp(4),
                outbound().ipv4(SERVER, PEER).ah(SPI, 7).payload(8),
                outbound().ipv4(SERVER, PEER).udp(4500, 4500).esp(SPI, 9).payload(8));

        assertThat(seen.sas()).extracting(SaTalk::spi).contains(new Spi(SPI), new Spi(SPI + 1));
        assertThat(seen.sas())
                .extracting(SaTalk::traffic)
                .containsExactly(Traffic.ESP, Traffic.ESP, Traffic.AH, Traffic.UDP_ESP);
        SaTalk first = seen.sas().get(0);
        assertThat(first.span().frames()).isEqualTo(4);
        assertThat(SequenceNumbers.gapsOver(List.of(first.sequence()))).contains(new SequenceNumbers.Gaps(1, 0, 1));
        assertThat(seen.sas().get(2).sequence().highest()).isEqualTo(7);
        assertThat(seen.sas().get(3).sequence().highest()).isEqualTo(9);
    }

    @Test
    void anIpv6PeerIsObservedAlike() throws CaptureException {
        Observations seen = observe(
                outbound().ipv6(SERVER6, PEER6).ttl(255).esp(SPI, 1).payload(40),
                outbound().ipv6(SERVER6, PEER6).extension(60).esp(SPI, 2).payload(40));

        assertThat(seen.ipsecTalks()).singleElement().satisfies(talk -> {
            assertThat(talk.source()).isEqualTo(ip(SERVER6));
            assertThat(talk.destination()).isEqualTo(ip(PEER6));
            assertThat(talk.leastHops()).isEqualTo(64);
            assertThat(talk.greatestHops()).isEqualTo(255);
        });
        assertThat(seen.sas())
                .singleElement()
                .satisfies(sa -> assertThat(sa.span().frames()).isEqualTo(2));
    }

    @Test
    void tellsTheVlansOfALink() throws CaptureException {
        Observations seen = observe(
                outbound().vlan(120).ipv4(SERVER, PEER).esp(SPI, 1),
                outbound().tag(0x88a8, 7).vlan(120).ipv4(SERVER, PEER).esp(SPI, 2),
                outbound().vlan(1).vlan(2).vlan(3).ipv4(SERVER, PEER).esp(SPI, 3),
                outbound().vlan(4095).ipv4(SERVER, PEER).esp(SPI, 4),
                outbound().vlan(4095).vlan(4095).ipv4(SERVER, PEER).esp(SPI, 5));

        assertThat(seen.ipsecTalks())
                .extracting(talk -> talk.hop().vlans())
                .containsExactly(List.of(120), List.of(7, 120), List.of(1, 2), List.of(4095), List.of(4095, 4095));
    }

    @Test
    void aPriorityTagMakesNoOtherLink() throws CaptureException {
        Talk talk = onlyTalk(
                esp(1),
                outbound().tag(0x8100, 0xe000).ipv4(SERVER, PEER).esp(SPI, 2),
                outbound().tag(0x8100, 0x6000).vlan(0).ipv4(SERVER, PEER).esp(SPI, 3));

        assertThat(talk.span().frames()).isEqualTo(3);
        assertThat(talk.hop().vlans()).isEmpty();
    }

    @Test
    void knowsIpsecThatWasCutOffBeforeItsSpi() throws CaptureException {
        byte[] whole = esp(1).octets();
        byte[] cut = Arrays.copyOf(whole, 14 + 20 + 4);

        Observations seen = observe(PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN)
                .record(START, 0, cut.length, whole.length, cut)
                .toOctets());

        assertThat(seen.ipsecTalks()).singleElement().satisfies(talk -> {
            assertThat(talk.traffic()).isEqualTo(Traffic.CUT_IPSEC);
            assertThat(talk.isProtected()).isTrue();
            assertThat(talk.destination()).isEqualTo(ip(PEER));
        });
        assertThat(seen.sas()).isEmpty();
        assertThat(seen.points().get(0).shortened()).isEqualTo(1);
    }

    @Test
    void countsFragmentsOfIpsecApart() throws CaptureException {
        Observations seen = observe(
                outbound().ipv4(SERVER, PEER).fragment(0, true).esp(SPI, 1).payload(1472),
                outbound().ipv4(SERVER, PEER).fragment(1480, false).protocol(50).payload(100),
                outbound().ipv6(SERVER6, PEER6).fragment(0, true).esp(SPI, 1).payload(1400),
                outbound()
                        .ipv6(SERVER6, PEER6)
                        .fragment(1408, false)
                        .protocol(50)
                        .payload(100),
                outbound().ipv4(SERVER, PEER).fragment(1480, false).protocol(51).payload(100),
                outbound().ipv4(SERVER, PEER).fragment(1480, false).protocol(17).payload(100));

        assertThat(seen.ipsecTalks())
                .extracting(Talk::traffic)
                .containsExactly(Traffic.ESP, Traffic.IPSEC_FRAGMENT, Traffic.ESP, Traffic.IPSEC_FRAGMENT);
        assertThat(seen.ipsecTalks().get(1).span().frames()).isEqualTo(2);
        assertThat(seen.sas())
                .hasSize(2)
                .allSatisfy(sa -> assertThat(sa.span().frames()).isEqualTo(1));
        assertThat(seen.plainTalks()).hasSize(1);
    }

    @Test
    void arpClaimsAddressesInThreeWays() throws CaptureException {
        List<Claim> claims = claims(
                FrameBuilder.ethernet(SERVER_MAC, BROADCAST).arpRequest(SERVER_MAC, SERVER, GATEWAY),
                inbound().arpReply(GATEWAY_MAC, GATEWAY, SERVER_MAC, SERVER),
                FrameBuilder.ethernet(ROUTER_MAC, BROADCAST).arpRequest(ROUTER_MAC, ROUTER, ROUTER),
                FrameBuilder.ethernet(ROUTER_MAC, BROADCAST).arpReply(ROUTER_MAC, ROUTER, BROADCAST, ROUTER),
                inbound().vlan(7).arpReply(GATEWAY_MAC, GATEWAY, SERVER_MAC, SERVER));

        assertThat(claims)
                .extracting(
                        Claim::kind,
                        Claim::mac,
                        Claim::address,
                        Claim::vlans,
                        claim -> claim.span().frames())
                .containsExactly(
                        tuple(Claim.Kind.ARP_REQUEST, mac(SERVER_MAC), ip(SERVER), List.of(), 1L),
                        tuple(Claim.Kind.ARP_REPLY, mac(GATEWAY_MAC), ip(GATEWAY), List.of(), 1L),
                        tuple(Claim.Kind.ARP_ANNOUNCEMENT, mac(ROUTER_MAC), ip(ROUTER), List.of(), 2L),
                        tuple(Claim.Kind.ARP_REPLY, mac(GATEWAY_MAC), ip(GATEWAY), List.of(7), 1L));
    }

    @Test
    void anArpProbeClaimsNothing() throws CaptureException {
        assertThat(claims(FrameBuilder.ethernet(SERVER_MAC, BROADCAST).arpRequest(SERVER_MAC, "0.0.0.0", SERVER)))
                .isEmpty();
    }

    @Test
    void neighborDiscoveryClaimsAddresses() throws CaptureException {
        List<Claim> claims = claims(
                inbound().ipv6(GATEWAY6, SERVER6).neighborAdvertisement(GATEWAY6, GATEWAY_MAC, 0xe0),
                FrameBuilder.ethernet(SERVER_MAC, "33:33:ff:aa:00:01")
                        .ipv6(SERVER6, "ff02::1:ffaa:1")
                        .neighborSolicitation(GATEWAY6, SERVER_MAC),
                FrameBuilder.ethernet(SERVER_MAC, "33:33:00:00:00:02")
                        .ipv6("fe80::a", "ff02::2")
                        .ttl(255)
                        .icmp(133, 0, 0),
                FrameBuilder.ethernet(GATEWAY_MAC, ALL_NODES)
                        .ipv6(GATEWAY6, "ff02::1")
                        .routerAdvertisement(1800, GATEWAY_MAC));

        assertThat(claims)
                .filteredOn(claim -> claim.kind() != Claim.Kind.LINK_MULTICAST)
                .extracting(claim -> claim.kind() + " " + claim.address() + " " + claim.mac())
                .containsExactly(
                        "neighbor advertisement " + GATEWAY6 + " " + GATEWAY_MAC,
                        "neighbor solicitation " + SERVER6 + " " + SERVER_MAC,
                        "neighbor solicitation fe80::a " + SERVER_MAC,
                        "router advertisement " + GATEWAY6 + " " + GATEWAY_MAC);
    }

    @Test
    void anAdvertisementWithoutTheOptionClaimsForItsSender() throws CaptureException {
        byte[] target = {0x20, 1, 0x0d, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

        assertThat(claims(inbound()
                        .ipv6("2001:db8::1", SERVER6)
                        .ttl(255)
                        .icmp(136, 0, 0x6000_0000L)
                        .payload(target)))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.mac()).isEqualTo(mac(GATEWAY_MAC));
                    assertThat(claim.address()).isEqualTo(ip("2001:db8::1"));
                });
    }

    @Test
    void aSolicitationFromNoAddressClaimsNothing() throws CaptureException {
        assertThat(claims(FrameBuilder.ethernet(SERVER_MAC, "33:33:ff:00:00:0a")
                        .ipv6("::", "ff02::1:ff00:a")
                        .neighborSolicitation(SERVER6, SERVER_MAC)))
                .isEmpty();
    }

    @Test
    void neighborDiscoveryThatARouterForwardedSaysNothing() throws CaptureException {
        Observations seen = observe(
                inbound()
                        .ipv6("2001:db8:bad::1", SERVER6)
                        .neighborAdvertisement(GATEWAY6, ROUTER_MAC, 0xe0)
                        .ttl(254),
                inbound()
                        .ipv6("2001:db8:bad::1", SERVER6)
                        .routerAdvertisement(1800, ROUTER_MAC)
                        .ttl(64),
                inbound()
                        .ipv6("2001:db8:bad::1", SERVER6)
                        .ndpRedirect(
                                GATEWAY6,
                                PEER6,
                                ROUTER_MAC,
                                FrameBuilder.bare().ipv6(SERVER6, PEER6).esp(SPI, 1))
                        .ttl(1));

        assertThat(seen.claims()).isEmpty();
        assertThat(seen.offers()).isEmpty();
        assertThat(seen.notices()).isEmpty();
        assertThat(seen.plainTalks()).hasSize(1);
    }

    @Test
    void aPacketToALinkLocalGroupClaimsItsSource() throws CaptureException {
        List<Claim> claims = claims(FrameBuilder.ethernet(ROUTER_MAC, "33:33:00:00:00:05")
                .ipv6("fe80::fe", "ff02::5")
                .protocol(89)
                .payload(40));

        assertThat(claims)
                .extracting(claim -> claim.kind() + " " + claim.address() + " " + claim.mac())
                .containsExactly("link-local multicast fe80::fe " + ROUTER_MAC);
    }

    @Test
    void aVirtualRoutersHelloClaimsTheAddressInsideAndNotItsSource() throws CaptureException {
        List<Claim> claims = claims(
                vrrp("00:00:5e:00:01:05", 255),
                hello("00:00:0c:07:ac:05", "224.0.0.2", 1985, "00001003 0a6e0500 63697363 6f000000 0a000003"),
                hello(
                        "00:07:b4:03:fd:01",
                        "224.0.0.102",
                        3222,
                        "010003fd 0000c800 08640000 011c0020 00640000 00000bb8 00002710 02583840 00000104 0a000004"));

        assertThat(claims)
                .extracting(claim -> claim.kind() + " " + claim.address() + " " + claim.mac())
                .containsExactly(
                        "virtual router's hello 10.0.0.2 00:00:5e:00:01:05",
                        "virtual router's hello 10.0.0.3 00:00:0c:07:ac:05",
                        "virtual router's hello 10.0.0.4 00:07:b4:03:fd:01");
    }

    @Test
    void aHelloFromARoutersOwnMacClaimsItsSourceOnly() throws CaptureException {
        // Some send from their own MAC, and have the virtual address there, too: ARP tells.
        assertThat(claims(vrrp(ROUTER_MAC, 255)))
                .extracting(claim -> claim.kind() + " " + claim.address() + " " + claim.mac())
                .containsExactly("link-local multicast 192.0.2.254 " + ROUTER_MAC);
    }

    @Test
    void whatIsNoHelloClaimsNothingForAVirtualMac() throws CaptureException {
        assertThat(claims(
                        vrrp("00:00:5e:00:01:05", 254),
                        hello("00:00:0c:07:ac:05", "224.0.0.2", 1985, "00000803 0a6e0500 63697363 6f000000 0a000003"),
                        hello("00:07:b4:03:fd:01", "224.0.0.102", 3222, "88a0d453 ece00095 2b051740 1f924fb7")))
                .isEmpty();
    }

    private static FrameBuilder vrrp(String mac, int hops) {
        return FrameBuilder.ethernet(mac, "01:00:5e:00:00:12")
                .ipv4(ROUTER, "224.0.0.18")
                .ttl(hops)
                .protocol(112)
                .payload(HexFormat.of().parseHex("21056401000170f60a0000020000000000000000"));
    }

    private static FrameBuilder hello(String mac, String group, int port, String octets) {
        return FrameBuilder.ethernet(mac, "01:00:5e:00:00:02")
                .ipv4(ROUTER, group)
                .ttl(1)
                .udp(port, port)
                .payload(HexFormat.of().parseHex(octets.replace(" ", "")));
    }

    private static FrameBuilder dhcp(int operation) {
        return inbound().ipv4(GATEWAY, SERVER).udp(67, 68).dhcp(operation, SERVER_MAC, SERVER);
    }

    private static List<String> offers(FrameBuilder... frames) throws CaptureException {
        return observe(frames).offers().stream()
                .map(offer -> offer.kind() + " " + offer.destination() + "/" + offer.prefixLength() + " via "
                        + offer.gateway() + " for " + offer.mac())
                .toList();
    }

    @Test
    void dhcpOffersRouters() throws CaptureException {
        FrameBuilder acknowledgment = dhcp(2).dhcpMessageType(5).dhcpRouters(GATEWAY, ROUTER);

        assertThat(offers(acknowledgment, acknowledgment))
                .containsExactly(
                        "DHCP_ROUTER 0.0.0.0/0 via 192.0.2.1 for " + SERVER_MAC,
                        "DHCP_ROUTER 0.0.0.0/0 via 192.0.2.254 for " + SERVER_MAC);
        assertThat(observe(acknowledgment, acknowledgment).offers())
                .allSatisfy(offer -> assertThat(offer.span().frames()).isEqualTo(2))
                .allSatisfy(offer -> assertThat(offer.isDefault()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"121", "249"})
    void dhcpOffersClasslessRoutes(int option) throws CaptureException {
        // RFC 3442: prefix length, significant octets of the prefix, router; several in a row.
        byte[] routes = {
            0,
            (byte) 192,
            0,
            2,
            1,
            16,
            10,
            20,
            (byte) 192,
            0,
            2,
            (byte) 254,
            25,
            10,
            30,
            1,
            (byte) 128,
            (byte) 192,
            0,
            2,
            (byte) 254
        };

        assertThat(offers(dhcp(2).dhcpMessageType(5).dhcpOption(option, routes)))
                .containsExactly(
                        "DHCP_ROUTE 0.0.0.0/0 via 192.0.2.1 for " + SERVER_MAC,
                        "DHCP_ROUTE 10.20.0.0/16 via 192.0.2.254 for " + SERVER_MAC,
                        "DHCP_ROUTE 10.30.1.128/25 via 192.0.2.254 for " + SERVER_MAC);
    }

    @Test
    void aRouteToTheLinkItselfOffersNoRouter() throws CaptureException {
        assertThat(offers(dhcp(2).dhcpRoute(121, "10.20.0.0", 16, "0.0.0.0"))).isEmpty();
    }

    @Test
    void theStandardOptionGoesBeforeMicrosofts() throws CaptureException {
        assertThat(offers(dhcp(2).dhcpRoute(249, "10.30.0.0", 16, GATEWAY).dhcpRoute(121, "10.20.0.0", 16, ROUTER)))
                .containsExactly("DHCP_ROUTE 10.20.0.0/16 via 192.0.2.254 for " + SERVER_MAC);
    }

    @Test
    void whatAClientSendsOffersNothing() throws CaptureException {
        assertThat(offers(FrameBuilder.ethernet(SERVER_MAC, BROADCAST)
                        .ipv4("0.0.0.0", "255.255.255.255")
                        .udp(68, 67)
                        .dhcp(1, SERVER_MAC, "0.0.0.0")
                        .dhcpRouters(GATEWAY)))
                .isEmpty();
        assertThat(offers(dhcp(1).dhcpRouters(GATEWAY))).isEmpty();
    }

    @Test
    void onlyRoutersWithALifetimeOfferADefaultRoute() throws CaptureException {
        assertThat(offers(
                        FrameBuilder.ethernet(GATEWAY_MAC, ALL_NODES)
                                .ipv6(GATEWAY6, "ff02::1")
                                .routerAdvertisement(1800, GATEWAY_MAC),
                        FrameBuilder.ethernet(ROUTER_MAC, ALL_NODES)
                                .ipv6("fe80::fe", "ff02::1")
                                .routerAdvertisement(0, ROUTER_MAC)))
                .containsExactly("ROUTER_ADVERTISEMENT ::/0 via " + GATEWAY6 + " for " + GATEWAY_MAC);
    }

    @Test
    void aRedirectNamesTheBetterRouter() throws CaptureException {
        IcmpNotice notice = onlyNotice(inbound()
                .ipv4(GATEWAY, SERVER)
                .redirect(ROUTER)
                .quoting(FrameBuilder.bare().ipv4(SERVER, PEER).esp(SPI, 7).payload(40), 28));

        assertThat(notice.isRedirect()).isTrue();
        assertThat(notice.gateway()).contains(ip(ROUTER));
        assertThat(notice.sender()).isEqualTo(ip(GATEWAY));
        assertThat(notice.type()).isEqualTo(5);
        assertThat(notice.code()).isEqualTo(1);
        assertThat(notice.quotedSource()).isEqualTo(ip(SERVER));
        assertThat(notice.quotedDestination()).isEqualTo(ip(PEER));
        assertThat(notice.quoted()).isEqualTo(Traffic.ESP);
        assertThat(notice.spi()).contains(new Spi(SPI));
        assertThat(notice.hop().source()).contains(mac(GATEWAY_MAC));
    }

    @Test
    void aRedirectOfIpv6NamesTheBetterRouter() throws CaptureException {
        Observations seen = observe(inbound()
                .ipv6(GATEWAY6, SERVER6)
                .ndpRedirect(
                        "fe80::fe",
                        PEER6,
                        ROUTER_MAC,
                        FrameBuilder.bare().ipv6(SERVER6, PEER6).esp(SPI, 7).payload(40)));

        assertThat(seen.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.gateway()).contains(ip("fe80::fe"));
            assertThat(notice.type()).isEqualTo(137);
            assertThat(notice.quotedSource()).isEqualTo(ip(SERVER6));
            assertThat(notice.quotedDestination()).isEqualTo(ip(PEER6));
            assertThat(notice.quoted()).isEqualTo(Traffic.ESP);
            assertThat(notice.spi()).contains(new Spi(SPI));
        });
        assertThat(seen.claims()).isEmpty();
    }

    @Test
    void anIcmpErrorTellsWhatItQuotes() throws CaptureException {
        FrameBuilder esp = FrameBuilder.bare().ipv4(SERVER, PEER).esp(SPI, 7).payload(40);
        FrameBuilder ah = FrameBuilder.bare().ipv4(SERVER, PEER).ah(SPI, 7).payload(40);
        FrameBuilder inUdp = FrameBuilder.bare()
                .ipv4(SERVER, PEER)
                .udp(4500, 4500)
                .esp(SPI, 7)
                .payload(40);
        FrameBuilder markedIke = FrameBuilder.bare()
                .ipv4(SERVER, PEER)
                .udp(4500, 4500)
                .nonEspMarker()
                .ikev2(35, 1, 2, 8, 1);
        FrameBuilder ike = FrameBuilder.bare().ipv4(SERVER, PEER).udp(500, 500).ikev2(34, 1, 0, 8, 0);
        FrameBuilder tcp = FrameBuilder.bare().ipv4(SERVER, PEER).tcp(49_153, 445, TcpView.SYN);
        FrameBuilder later = FrameBuilder.bare()
                .ipv4(SERVER, PEER)
                .fragment(1480, false)
                .protocol(50)
                .payload(40);

        assertThat(quoted(esp, 60)).isEqualTo("ESP 0xc0c86871");
        assertThat(quoted(esp, 24)).isEqualTo("ESP 0xc0c86871");
        assertThat(quoted(esp, 23)).isEqualTo("ESP");
        assertThat(quoted(esp, 20)).isEqualTo("ESP");
        assertThat(quoted(ah, 28)).isEqualTo("AH 0xc0c86871");
        assertThat(quoted(ah, 27)).isEqualTo("AH");
        assertThat(quoted(inUdp, 60)).isEqualTo("UDP_ESP 0xc0c86871");
        assertThat(quoted(inUdp, 32)).isEqualTo("UDP_ESP 0xc0c86871");
        assertThat(quoted(inUdp, 31)).isEqualTo("UDP_ESP");
        assertThat(quoted(inUdp, 28)).isEqualTo("UDP_ESP");
        assertThat(quoted(inUdp, 27)).isEqualTo("PLAIN");
        assertThat(quoted(markedIke, 60)).isEqualTo("IKE");
        assertThat(quoted(ike, 28)).isEqualTo("IKE");
        assertThat(quoted(tcp, 28)).isEqualTo("PLAIN");
        assertThat(quoted(later, 28)).isEqualTo("PLAIN");
    }

    private static String quoted(FrameBuilder packet, int octets) throws CaptureException {
        IcmpNotice notice =
                onlyNotice(inbound().ipv4(GATEWAY, SERVER).icmp(3, 13, 0).quoting(packet, octets));
        assertThat(notice.isRedirect()).isFalse();
        assertThat(notice.quotedSource()).isEqualTo(ip(SERVER));
        assertThat(notice.quotedDestination()).isEqualTo(ip(PEER));
        return notice.quoted() + notice.spi().map(spi -> " " + spi).orElse("");
    }

    @Test
    void aQuotedHeaderThatDoesNotFitIsNoNotice() throws CaptureException {
        FrameBuilder esp = FrameBuilder.bare().ipv4(SERVER, PEER).esp(SPI, 7);

        assertThat(observe(inbound().ipv4(GATEWAY, SERVER).icmp(3, 1, 0).quoting(esp, 19))
                        .notices())
                .isEmpty();
    }

    @Test
    void aQuotedEspPacketIsNoEspPacket() throws CaptureException {
        FrameBuilder esp = FrameBuilder.bare().ipv4(SERVER, PEER).esp(SPI, 7).payload(40);
        FrameBuilder error = inbound().ipv4(GATEWAY, SERVER).tooLarge(1400).quoting(esp, 60);

        Observations seen = observe(error, error);

        assertThat(seen.sas()).isEmpty();
        assertThat(seen.ipsecTalks()).isEmpty();
        assertThat(seen.plainTalks()).hasSize(1);
        assertThat(seen.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo(4);
            assertThat(notice.span().frames()).isEqualTo(2);
        });
    }

    @Test
    void anIcmpv6ErrorTellsWhatItQuotes() throws CaptureException {
        FrameBuilder esp = FrameBuilder.bare()
                .ipv6(SERVER6, PEER6)
                .extension(60)
                .esp(SPI, 7)
                .payload(40);
        IcmpNotice notice =
                onlyNotice(inbound().ipv6(GATEWAY6, SERVER6).tooLarge(1280).quoting(esp, 96));

        assertThat(notice.type()).isEqualTo(2);
        assertThat(notice.quoted()).isEqualTo(Traffic.ESP);
        assertThat(notice.spi()).contains(new Spi(SPI));
        assertThat(notice.quotedDestination()).isEqualTo(ip(PEER6));
    }

    @Test
    void anEchoIsNoNotice() throws CaptureException {
        FrameBuilder esp = FrameBuilder.bare().ipv4(SERVER, PEER).esp(SPI, 7).payload(40);

        assertThat(observe(inbound().ipv4(GATEWAY, SERVER).icmp(8, 0, 1).quoting(esp, 60))
                        .notices())
                .isEmpty();
    }

    @Test
    void countsIkeByExchangeAndDirection() throws CaptureException {
        Observations seen = observe(
                outbound()
                        .ipv4(SERVER, PEER)
                        .udp(500, 500)
                        .ikev2(34, 1, 0, 0x08, 0)
                        .payload(100),
                outbound()
                        .ipv4(SERVER, PEER)
                        .udp(500, 500)
                        .ikev2(34, 1, 0, 0x08, 0)
                        .payload(100),
                inbound()
                        .ipv4(PEER, SERVER)
                        .udp(500, 500)
                        .ikev2(34, 1, 2, 0x20, 0)
                        .payload(100),
                outbound()
                        .ipv4(SERVER, PEER)
                        .udp(4500, 4500)
                        .nonEspMarker()
                        .ikev2(35, 1, 2, 0x08, 1)
                        .payload(100),
                outbound()
                        .ipv4(SERVER, PEER)
                        .udp(500, 500)
                        .ikev1(2, 1, 0, 0x20, 0)
                        .payload(100),
                outbound()
                        .ipv4(SERVER, PEER)
                        .udp(500, 500)
                        .ikev1(32, 1, 2, 1, 9)
                        .payload(100));

        assertThat(seen.ikeExchanges())
                .extracting(ike -> "v" + ike.majorVersion() + " " + ike.exchangeType() + " from " + ike.source()
                        + (ike.response() ? " response " : " ") + ike.span().frames())
                .containsExactly(
                        "v2 34 from 192.0.2.10 2",
                        "v2 34 from 198.51.100.20 response 1",
                        "v2 35 from 192.0.2.10 1",
                        "v1 2 from 192.0.2.10 1",
                        "v1 32 from 192.0.2.10 1");
        assertThat(seen.ipsecTalks()).extracting(Talk::traffic).containsOnly(Traffic.IKE);
        assertThat(seen.ipsecTalks()).hasSize(2);
    }

    @Test
    void takesNothingElseOnPort500ForIke() throws CaptureException {
        Observations seen = observe(outbound().ipv4(SERVER, PEER).udp(500, 500).payload(60));

        assertThat(seen.ikeExchanges()).isEmpty();
        assertThat(seen.ipsecTalks()).isEmpty();
        assertThat(seen.plainTalks()).hasSize(1);
    }

    @Test
    void takesOverTheDirectionThatTheCaptureTells() throws CaptureException {
        byte[] frame = esp(1).octets();
        PcapngBuilder file = new PcapngBuilder(ByteOrder.LITTLE_ENDIAN)
                .ethernet()
                .ethernet()
                .enhanced(
                        0,
                        1_000_000,
                        frame.length,
                        frame.length,
                        frame,
                        options -> options.u32(2, 2).end())
                .enhanced(
                        1,
                        2_000_000,
                        frame.length,
                        frame.length,
                        frame,
                        options -> options.u32(2, 1).end())
                .frame(1, 3_000_000, frame);

        Observations seen = observe(file.toOctets());

        assertThat(seen.ipsecTalks())
                .extracting(talk -> talk.hop().point().interfaceId() + " " + talk.sentHere() + " " + talk.receivedHere()
                        + " " + talk.span().frames())
                .containsExactly("0 true false 1", "1 false true 2");
    }

    @Test
    void takesOverTheDirectionOfCookedFrames() throws CaptureException {
        Observations seen = observe(
                LinkTypes.LINUX_SLL,
                FrameBuilder.cooked(LinuxCookedView.OUTGOING, SERVER_MAC)
                        .ipv4(SERVER, PEER)
                        .esp(SPI, 1),
                FrameBuilder.cooked(LinuxCookedView.TO_US, GATEWAY_MAC)
                        .ipv4(PEER, SERVER)
                        .esp(SPI, 1));

        assertThat(seen.ipsecTalks())
                .extracting(talk -> talk.hop().source().orElseThrow() + " "
                        + talk.hop().destination().isPresent() + " " + talk.sentHere() + " " + talk.receivedHere())
                .containsExactly(SERVER_MAC + " false true false", GATEWAY_MAC + " false false true");
        assertThat(seen.points())
                .singleElement()
                .satisfies(point -> assertThat(point.withoutDestination()).isEqualTo(2));
    }

    @Test
    void tellsTruncatedFramesFromMalformedOnes() throws CaptureException {
        byte[] whole = esp(1).octets();
        byte[] malformed = outbound().ipv4(SERVER, PEER).protocol(50).payload(7).octets();
        byte[] shortened = Arrays.copyOf(whole, 40);
        byte[] cutBehindTheHeader = Arrays.copyOf(whole, 60);
        byte[] file = PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN)
                .frame(START, 0, whole)
                .frame(START + 9, 0, malformed)
                .record(START + 5, 0, shortened.length, whole.length, shortened)
                .record(START + 1, 0, cutBehindTheHeader.length, whole.length, cutBehindTheHeader)
                .toOctets();

        assertThat(observe(file).points())
                .containsExactly(new PointTally(
                        0,
                        new Hop.Point(0, 0),
                        LinkTypes.ETHERNET,
                        new FrameCounts(4, 2, 1, 1, 0, 0),
                        START * SECOND,
                        (START + 9) * SECOND));
    }

    @Test
    void countsFramesOfLinkTypesThatAreNotRead() throws CaptureException {
        assertThat(observe(130, esp(1), esp(2)).points())
                .singleElement()
                .satisfies(point -> assertThat(point.unread()).isEqualTo(2));
    }

    @Test
    void framesWithoutATimeHaveNoPlaceInTime() throws CaptureException {
        byte[] frame = esp(1).octets();
        byte[] file = new PcapngBuilder(ByteOrder.BIG_ENDIAN)
                .ethernet()
                .simple(frame.length, frame)
                .toOctets();

        Observations seen = observe(file);

        assertThat(seen.ipsecTalks()).singleElement().satisfies(talk -> {
            assertThat(talk.span().hasTime()).isFalse();
            assertThat(talk.series().length()).isZero();
        });
        assertThat(seen.points())
                .singleElement()
                .satisfies(point -> assertThat(point.hasTime()).isFalse());
    }

    @Test
    void knowsEspOnOtherPortsFromTheIkeThatMadeItOn() throws CaptureException {
        Observations seen = observe(
                outbound().ipv4(SERVER, PEER).udp(40_000, 50_000).esp(SPI, 1).payload(40),
                outbound()
                        .ipv4(SERVER, PEER)
                        .udp(40_000, 50_000)
                        .nonEspMarker()
                        .ikev2(35, 1, 2, 0x08, 1)
                        .payload(40),
                outbound().ipv4(SERVER, PEER).udp(40_000, 50_000).esp(SPI, 2).payload(40),
                inbound().ipv4(PEER, SERVER).udp(50_000, 40_000).esp(SPI + 1, 1).payload(40),
                outbound().ipv4(SERVER, PEER).udp(40_000, 50_001).esp(SPI, 3).payload(40));

        assertThat(seen.ikeExchanges()).hasSize(1);
        assertThat(seen.sas())
                .extracting(sa -> sa.spi() + " " + sa.span().frames())
                .containsExactly("0xc0c86871 1", "0xc0c86872 1");
        assertThat(seen.pairs().isEmpty()).isFalse();
    }
}
