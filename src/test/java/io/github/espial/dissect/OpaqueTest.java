package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.KeptFrames;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.Encapsulation;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.OctetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not looked into, by the numbers of its registries and specifications. */
class OpaqueTest {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String GATEWAY_MAC = "00:1b:21:aa:00:01";

    private final Dissector dissector = new Dissector(new UdpPairs());

    private Opaque of(FrameBuilder frame) {
        return of(LinkTypes.ETHERNET, frame.octets());
    }

    private Opaque of(int linkType, byte[] octets) {
        dissector.dissect(KeptFrames.frame(linkType, octets));
        return dissector.opaque();
    }

    private static FrameBuilder ethernet() {
        return FrameBuilder.ethernet(SERVER_MAC, GATEWAY_MAC);
    }

    private static FrameBuilder packet() {
        return ethernet().ipv4("192.0.2.10", "198.51.100.20");
    }

    private static byte[] esp() {
        return packet().esp(1, 1).payload(40).octets();
    }

    @ParameterizedTest
    @CsvSource({
        "MACSEC, 88e5 2c0000000001",
        "TRUSTSEC, 8909 0101000100070800",
        "VN_TAG, 8926 000000010800",
        "VN_TAG, 893f 0000000100000800",
        "TRILL, 22f3 003f00010002",
        "TRILL, 8903 ffff",
        "NSH, 894f 00420103 00000aff",
        "PSEUDOWIRE, 8847 00010140 00000000 001b21aa0001",
        "NONE, 88cc 0207040001",
        "NONE, 888e 01010000",
        "NONE, 8863 11090000"
    })
    void isKnownByItsEtherType(Opaque expected, String fromTypeOn) {
        byte[] frame = OctetText.octets("001b21aa0001 000c295e100a " + fromTypeOn + "00".repeat(40));

        assertThat(of(LinkTypes.ETHERNET, frame)).isEqualTo(expected);
        assertThat(dissector.sourceMac()).isEqualTo(MacAddress.parse(SERVER_MAC).octets());
    }

    @ParameterizedTest
    @CsvSource({
        "L2TP_V3, 115, 00000007",
        "ETHERIP, 97, 3000",
        "MPLS_IN_IP, 137, 00010140",
        "PPTP, 47, 3001 880b 00280001 00000001",
        "GRE, 47, 1000 88be 00000007 0078 0005",
        "NONE, 47, 0000 2001",
        "NONE, 89, 02010030",
        "NONE, 112, 21016401"
    })
    void isKnownByItsProtocol(Opaque expected, int protocol, String payload) {
        assertThat(of(packet().protocol(protocol).payload(OctetText.octets(payload + "00".repeat(20)))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "IKE_PORT, 500, 500, 0102030405",
        "IKE_PORT, 40000, 4500, 010203",
        "NONE, 53, 4500, 010203",
        "NONE, 500, 500, ''",
        "L2TP_V3, 1701, 1701, c803 0014 00000000",
        "GTP, 2152, 2152, 30ff 0028 00000001",
        "NONE, 2152, 2152, 3201 0004 00000000",
        "VXLAN_GPE, 50000, 4790, 0c000003 00123400",
        "NONE, 53, 4790, 0c000003 00123400",
        "GENEVE, 50000, 6081, 0000894f 00123400",
        "NONE, 40000, 51820, 01000000"
    })
    void isKnownByItsPort(Opaque expected, int source, int destination, String payload) {
        assertThat(of(packet().udp(source, destination).payload(OctetText.octets(payload))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"50000, 4500, TCP_ENCAPSULATED", "4500, 50000, TCP_ENCAPSULATED", "443, 4500, NONE", "4501, 4501, NONE"
    })
    void ipsecInTcpIsKnownByItsPort(int source, int destination, Opaque expected) {
        assertThat(of(packet().tcp(source, destination, 0x18).payload(20))).isEqualTo(expected);
    }

    @Test
    void readableIpsecIsLookedInto() {
        assertThat(of(packet().udp(500, 500).ikev2(34, 1, 0, 8, 0).payload(30))).isEqualTo(Opaque.NONE);
        assertThat(of(packet().udp(4500, 4500).natKeepalive())).isEqualTo(Opaque.NONE);
        assertThat(of(packet().udp(4500, 4500).esp(7, 1).payload(30))).isEqualTo(Opaque.NONE);
    }

    @ParameterizedTest
    @EnumSource(Encapsulation.class)
    void nothingThatIsFollowedIsOpaque(Encapsulation way) {
        assertThat(of(LinkTypes.ETHERNET, way.of(esp()))).isEqualTo(Opaque.NONE);
    }

    @Test
    void moreTunnelsThanAreFollowedAre() {
        byte[] frame = esp();
        for (int tunnel = 0; tunnel <= Dissector.GREATEST_DEPTH; tunnel++) {
            frame = Encapsulation.GRE_ETHERNET.of(frame);
        }
        assertThat(of(LinkTypes.ETHERNET, frame)).isEqualTo(Opaque.DEEPER);
    }

    @Test
    void whatIsOpaqueInsideOfATunnelIsSoWithTheInnerMacs() {
        byte[] macsec = OctetText.octets("001b21aa0001 000c295e100a 88e5 2c0000000001" + "00".repeat(40));

        assertThat(of(LinkTypes.ETHERNET, Encapsulation.ERSPAN_2.of(macsec))).isEqualTo(Opaque.MACSEC);
        assertThat(dissector.sourceMac()).isEqualTo(MacAddress.parse(SERVER_MAC).octets());
    }

    @Test
    void linkTypesThatAreNotReadAre() {
        assertThat(of(LinkTypes.ENC, esp())).isEqualTo(Opaque.LINK_TYPE);
        byte[] sealed = FrameBuilder.bare()
                .wireless(0x41, "00:00:5e:00:53:77", SERVER_MAC, GATEWAY_MAC)
                .payload(40)
                .octets();
        assertThat(of(LinkTypes.IEEE802_11, sealed)).isEqualTo(Opaque.WIRELESS);
        assertThat(dissector.destinationMac())
                .isEqualTo(MacAddress.parse(GATEWAY_MAC).octets());
    }

    @Test
    void codesAreUnlikeAndLeadBack() {
        for (Opaque one : Opaque.values()) {
            assertThat(Opaque.of(one.code())).isEqualTo(one);
        }
    }
}
