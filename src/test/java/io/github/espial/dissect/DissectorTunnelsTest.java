package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.Direction;
import io.github.espial.capture.KeptFrames;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.Encapsulation;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.OctetText;
import io.github.espial.wire.RandomFrames;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which packet of a tunnel the answers are about. */
class DissectorTunnelsTest {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String GATEWAY_MAC = "00:1b:21:aa:00:01";
    private static final String SERVER = "192.0.2.10";
    private static final String PEER = "198.51.100.20";
    private static final String TUNNEL_START = "203.0.113.1";
    private static final String TUNNEL_END = "203.0.113.2";
    private static final long SPI = 0xc0c8_6871L;

    private final Dissector dissector = new Dissector(new UdpPairs());

    private Content dissect(byte[] octets) {
        return dissector.dissect(KeptFrames.frame(LinkTypes.ETHERNET, octets));
    }

    private static FrameBuilder packet() {
        return FrameBuilder.ethernet(SERVER_MAC, GATEWAY_MAC).ipv4(SERVER, PEER);
    }

    private static byte[] esp() {
        return packet().esp(SPI, 42).payload(40).octets();
    }

    private static Set<Encapsulation> of(Encapsulation.Kind kind) {
        return EnumSet.allOf(Encapsulation.class).stream()
                .filter(way -> way.kind() == kind)
                .collect(Collectors.toSet());
    }

    static Stream<Encapsulation> frames() {
        return of(Encapsulation.Kind.FRAME).stream();
    }

    static Stream<Encapsulation> packets() {
        return of(Encapsulation.Kind.PACKET).stream();
    }

    private void isBetween(String source, String destination) {
        assertThat(new IpAddress(dissector.ipVersion(), dissector.sourceHigh(), dissector.sourceLow()))
                .hasToString(source);
        assertThat(new IpAddress(dissector.ipVersion(), dissector.destinationHigh(), dissector.destinationLow()))
                .hasToString(destination);
    }

    private void isFromServerToGateway() {
        assertThat(dissector.sourceMac()).isEqualTo(MacAddress.parse(SERVER_MAC).octets());
        assertThat(dissector.destinationMac())
                .isEqualTo(MacAddress.parse(GATEWAY_MAC).octets());
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aFrameInsideIsReadByItsOwnMacs(Encapsulation way) {
        assertThat(dissect(way.of(esp()))).isEqualTo(Content.ESP);
        assertThat(dissector.isCarried()).isTrue();
        isFromServerToGateway();
        isBetween(SERVER, PEER);
        assertThat(dissector.spi()).isEqualTo(SPI);
        assertThat(dissector.sequenceNumber()).isEqualTo(42);
        assertThat(dissector.espLength()).isEqualTo(48);
    }

    @ParameterizedTest
    @EnumSource(Encapsulation.class)
    void framesOfAllSortsAreInsideWhatTheyAreOutside(Encapsulation way) {
        RandomFrames random = new RandomFrames(way.name().hashCode());
        Dissector bare = new Dissector(new UdpPairs());
        for (int i = 0; i < 500; i++) {
            byte[] frame = random.next();
            Content expected = bare.dissect(KeptFrames.frame(LinkTypes.ETHERNET, frame));
            Content content = dissect(way.of(frame));
            if (way.kind() == Encapsulation.Kind.PACKET && !expected.isTunnel()) {
                continue;
            }
            assertThat(content).isEqualTo(expected);
            assertThat(addresses(dissector)).isEqualTo(addresses(bare));
            if (way.kind() != Encapsulation.Kind.PACKET) {
                assertThat(dissector.sourceMac()).isEqualTo(bare.sourceMac());
                assertThat(dissector.destinationMac()).isEqualTo(bare.destinationMac());
            }
            if (content == Content.ESP || content == Content.AH) {
                assertThat(dissector.spi()).isEqualTo(bare.spi());
                assertThat(dissector.sequenceNumber()).isEqualTo(bare.sequenceNumber());
            }
        }
    }

    private static List<Object> addresses(Dissector of) {
        return of.isIp()
                ? List.of(
                        of.ipVersion(),
                        of.sourceHigh(),
                        of.sourceLow(),
                        of.destinationHigh(),
                        of.destinationLow(),
                        of.hopLimit(),
                        of.protocol())
                : List.of();
    }

    @ParameterizedTest
    @MethodSource("packets")
    void ipsecInsideOfAnotherPacketHasNoMacs(Encapsulation way) {
        assertThat(dissect(way.of(esp()))).isEqualTo(Content.ESP);
        isBetween(SERVER, PEER);
        assertThat(dissector.spi()).isEqualTo(SPI);
        assertThat(dissector.hasDestinationMac()).isFalse();
        assertThat(dissector.sourceMac()).isEqualTo(MacAddress.NONE);

        assertThat(dissector.turnToCarrier()).isTrue();
        isBetween(TUNNEL_START, TUNNEL_END);
        isFromServerToGateway();
        assertThat(dissector.turnToCarrier()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("packets")
    void otherPacketsInsideLeaveTheAnswersToTheOutermost(Encapsulation way) {
        byte[] segment = packet().tcp(50_000, 443, 0x10).payload(20).octets();

        assertThat(dissect(way.of(segment))).isEqualTo(Content.IP);
        assertThat(dissector.isCarried()).isFalse();
        assertThat(dissector.turnToCarrier()).isFalse();
        assertThat(dissector.protocol()).isNotEqualTo(IpProtocols.TCP);
        isBetween(TUNNEL_START, TUNNEL_END);
        isFromServerToGateway();
    }

    @Test
    void espOverIpv6InsideOfIpv4IsRead() {
        byte[] frame = FrameBuilder.ethernet(SERVER_MAC, GATEWAY_MAC)
                .ipv6("2001:db8::a", "2001:db8:ffff:1::14")
                .esp(SPI, 1)
                .payload(40)
                .octets();

        assertThat(dissect(Encapsulation.IP_IN_IP.of(frame))).isEqualTo(Content.ESP);
        isBetween("2001:db8::a", "2001:db8:ffff:1::14");
        assertThat(dissector.turnToCarrier()).isTrue();
        assertThat(dissector.protocol()).isEqualTo(41);
    }

    @Test
    void followsFourTunnelsAndNoFifth() {
        byte[] four = esp();
        for (int tunnel = 0; tunnel < Dissector.GREATEST_DEPTH; tunnel++) {
            four = Encapsulation.VXLAN.of(four);
        }
        assertThat(dissect(four)).isEqualTo(Content.ESP);
        isFromServerToGateway();

        assertThat(dissect(Encapsulation.VXLAN.of(four))).isEqualTo(Content.IP);
        assertThat(dissector.protocol()).isEqualTo(IpProtocols.UDP);
    }

    @Test
    void whatTheCaptureTellsOfTheOuterFrameDoesNotHoldForTheInner() {
        byte[] mirrored = Encapsulation.ERSPAN_2.of(esp());

        dissector.dissect(KeptFrames.frame(LinkTypes.ETHERNET, mirrored, Direction.INBOUND));

        assertThat(dissector.isReceivedHere()).isFalse();
        assertThat(dissector.turnToCarrier()).isTrue();
        assertThat(dissector.isReceivedHere()).isTrue();
    }

    @Test
    void vlansAreThoseOfTheInnerFrame() {
        byte[] inner = FrameBuilder.ethernet(SERVER_MAC, GATEWAY_MAC)
                .vlan(5)
                .ipv4(SERVER, PEER)
                .esp(SPI, 42)
                .payload(40)
                .octets();

        dissect(Encapsulation.VLAN.of(Encapsulation.ERSPAN_3.of(inner)));

        assertThat(dissector.vlans()).isEqualTo(5 << 14 | 1);
    }

    @ParameterizedTest
    @EnumSource(Encapsulation.class)
    void isNeverReadBeyondItsEnd(Encapsulation way) {
        byte[] whole = way.of(esp());
        for (int length = 0; length < whole.length; length++) {
            Content content = dissector.dissect(KeptFrames.alone(LinkTypes.ETHERNET, Arrays.copyOf(whole, length)));
            if (content == Content.ESP) {
                assertThat(dissector.spi()).isEqualTo(SPI);
                assertThat(dissector.espLength()).isEqualTo(48 - (whole.length - length));
            }
        }
    }

    /** An answer of DNS to a client whose port happens to be VXLAN's, and headers that are of another kind. */
    @ParameterizedTest
    @CsvSource({
        "53, 4789, 08000000 00123400",
        "50000, 4790, 08000000 00123400",
        "50000, 4789, 00000000 00123400",
        "50000, 4789, 08000000 00123401",
        "50000, 6081, 40006558 00123400",
        "50000, 6081, 00806558 00123400",
        "50000, 6081, 0000894f 00123400"
    })
    void whatIsNoTunnelIsAPlainPacket(int source, int destination, String header) {
        byte[] frame = packet().udp(source, destination)
                .payload(OctetText.octets(header))
                .payload(esp())
                .octets();

        assertThat(dissect(frame)).isEqualTo(Content.IP);
        isBetween(SERVER, PEER);
        assertThat(dissector.protocol()).isEqualTo(IpProtocols.UDP);
    }

    @ParameterizedTest
    @CsvSource({
        "1000 88be 00000007 2078 0005 00000003",
        "1000 88be 00000007 0078 0005 00000003",
        "1000 22eb 00000007 1078",
        "3001 880b 00280001 00000001",
        "4000 6558"
    })
    void greThatIsNotReadIsAPlainPacket(String header) {
        byte[] frame = packet().protocol(IpProtocols.GRE)
                .payload(OctetText.octets(header))
                .payload(8)
                .octets();

        assertThat(dissect(frame)).isEqualTo(Content.IP);
        assertThat(dissector.protocol()).isEqualTo(IpProtocols.GRE);
        isBetween(SERVER, PEER);
    }
}
