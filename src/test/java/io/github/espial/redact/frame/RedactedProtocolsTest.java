package io.github.espial.redact.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.net.IpAddress;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.redact.Tshark;
import io.github.espial.redact.mapping.Mapping;
import io.github.espial.redact.mapping.RedactionKey;
import io.github.espial.store.FrameDisguise;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.RandomFrames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and names inside of messages, each at its place. */
class RedactedProtocolsTest {
    private static final RedactionKey KEY = RedactionKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private static final String MAC = "00:0c:29:12:34:56";
    private static final String ROUTER_MAC = "00:1b:21:ab:cd:ef";
    private static final int ETHERNET = 14;
    private static final int IPV4 = ETHERNET + 20;
    private static final int IPV6 = ETHERNET + 40;
    private static final int UDP = 8;

    @TempDir
    Path folder;

    private final Mapping mapping = Mapping.of(KEY);
    private final FrameDisguise disguise = new CaseDisguise(KEY).frames();

    /** RFC 4861 §4.3: the group, and the group's MAC, end as the target does. */
    @Test
    void aSolicitationAsksForWhatStandsForItsTarget() {
        byte[] redacted = redacted(FrameBuilder.ethernet(MAC, "33:33:ff:ab:cd:ef")
                .ipv6("2001:db8:1::7", "ff02::1:ffab:cdef")
                .neighborSolicitation("2001:db8:1::12ab:cdef", MAC));
        IpAddress target = mapping.addresses().of(IpAddress.parse("2001:db8:1::12ab:cdef"));
        assertThat(ipv6(redacted, IPV6 + 8)).isEqualTo(target);
        assertThat(ipv6(redacted, ETHERNET + 24))
                .isEqualTo(IpAddress.ofIpv6(0xff02L << 48, 0x1ff000000L | (target.low() & 0xffffff)));
        assertThat(mac(redacted, 0).octets()).isEqualTo(0x3333ff000000L | (target.low() & 0xffffff));
        assertThat(mac(redacted, IPV6 + 26)).isEqualTo(mapping.macs().of(MacAddress.parse(MAC)));
    }

    @Test
    void aRedirectOfNeighborDiscoveryIsRedactedInside() {
        FrameBuilder packet = FrameBuilder.bare()
                .ipv6("2001:db8:1::7", "2001:db8:2::8")
                .esp(0xc0ffee01L, 1)
                .payload(40);
        byte[] redacted = redacted(FrameBuilder.ethernet(ROUTER_MAC, MAC)
                .ipv6("fe80::21b:21ff:feab:cdef", "2001:db8:1::7")
                .ndpRedirect("fe80::99", "2001:db8:2::8", "00:1b:21:00:00:99", packet));
        assertThat(ipv6(redacted, IPV6 + 8)).isEqualTo(mapping.addresses().of(IpAddress.parse("fe80::99")));
        assertThat(ipv6(redacted, IPV6 + 24)).isEqualTo(mapping.addresses().of(IpAddress.parse("2001:db8:2::8")));
        assertThat(mac(redacted, IPV6 + 42)).isEqualTo(mapping.macs().of(MacAddress.parse("00:1b:21:00:00:99")));
        // The quoted packet, behind the option's eight octets.
        assertThat(ipv6(redacted, IPV6 + 56 + 24)).isEqualTo(mapping.addresses().of(IpAddress.parse("2001:db8:2::8")));
    }

    /** RFC 3768 §5.1, RFC 2281 §5.1; HSRP 2 and GLBP as routers send them. */
    @Test
    void hellosTellWhatStandsForTheVirtualAddress() {
        IpAddress virtual = mapping.addresses().of(IpAddress.parse("9.17.33.254"));
        byte[] vrrp = redacted(packet(112).payload(hex("21 07 64 01 00 01 0000 091121fe 6578616d706c6500")));
        assertThat(ipv4(vrrp, IPV4 + 8)).isEqualTo(virtual);
        assertThat(new String(vrrp, StandardCharsets.ISO_8859_1)).doesNotContain("example");
        byte[] hsrp = redacted(udp(1985).payload(hex("00 00 10 03 0a 64 07 00 7365637265742121 091121fe")));
        assertThat(ipv4(hsrp, IPV4 + UDP + 16)).isEqualTo(virtual);
        assertThat(new String(hsrp, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        byte[] hsrp2 = redacted(udp(1985)
                .payload(hex("01 28 02 00 06 04 0007 000c29123456 00000064 00000bb8 00002710"
                        + " 091121fe 000000000000000000000000")));
        assertThat(ipv4(hsrp2, IPV4 + UDP + 26)).isEqualTo(virtual);
        assertThat(mac(hsrp2, IPV4 + UDP + 8)).isEqualTo(mapping.macs().of(MacAddress.parse(MAC)));
        byte[] glbp = redacted(udp(3222)
                .payload(hex("01 00 0007 0000 000c29123456 01 1c 00 20 00 64 0000"
                        + " 00000bb8 00002710 0258 3840 0000 01 04 091121fe")));
        assertThat(ipv4(glbp, IPV4 + UDP + 36)).isEqualTo(virtual);
        assertThat(mac(glbp, IPV4 + UDP + 6)).isEqualTo(mapping.macs().of(MacAddress.parse(MAC)));
    }

    /** RFC 2661 §4.4: message type, host name, vendor name, assigned tunnel id. */
    @Test
    void namesOfL2tpGoAndNumbersStay() {
        byte[] control =
                hex("8008 0000 0000 0001 800e 0000 0007 61636d652d767067 000a 0000 0008 61636d65 8008 0000 0009 0102");
        byte[] frame = udp(1701).l2tpControl(0, 0, 0, 0).payload(control).octets();
        byte[] redacted = redacted(frame);
        int pairs = IPV4 + UDP + 12;
        assertThat(new String(redacted, StandardCharsets.ISO_8859_1)).doesNotContain("acme");
        assertThat(slice(redacted, pairs, 14)).isEqualTo(slice(frame, pairs, 14));
        assertThat(new String(redacted, pairs + 14, 8, StandardCharsets.ISO_8859_1))
                .matches("[a-z]{8}");
        assertThat(slice(redacted, pairs + 32, 8)).isEqualTo(slice(frame, pairs + 32, 8));
    }

    /** RFC 1994 §4.1: a response is a value and a name; RFC 1332 §3.3: an address. */
    @Test
    void namesAndAddressesOfPppGo() {
        byte[] response = hex("02 01 0015 04 deadbeef 61636d655c75736572383132");
        String chap = new String(
                redacted(udp(1701).l2tpData(1, 2).ppp(0xc223).payload(response)), StandardCharsets.ISO_8859_1);
        assertThat(chap).doesNotContain("acme", "user", new String(hex("deadbeef"), StandardCharsets.ISO_8859_1));
        byte[] acknowledged = hex("02 01 000a 03 06 091121fe");
        byte[] ipcp = redacted(udp(1701).l2tpData(1, 2).ppp(0x8021).payload(acknowledged));
        assertThat(ipv4(ipcp, ipcp.length - 4)).isEqualTo(mapping.addresses().of(IpAddress.parse("9.17.33.254")));
    }

    /** What Windows says of a password that it refuses stays; the text behind it goes (RFC 2759 §6). */
    @Test
    void anErrorOfMsChapStays() {
        byte[] failure = "xxxxE=691 R=1 C=0011 V=3 M=acme".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer.wrap(failure).put((byte) 4).put((byte) 1).putShort((short) failure.length);
        String redacted = new String(
                redacted(udp(1701).l2tpData(1, 2).ppp(0xc223).payload(failure)), StandardCharsets.ISO_8859_1);
        assertThat(redacted).contains("E=691").doesNotContain("acme", "C=0011");
    }

    /** The oracle is tshark; frames of all sorts, with IPv6 and tunnels among them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void tsharkFindsNoWrongCheckSum(long seed) throws Exception {
        assumeTrue(Tshark.isInstalled(), "tshark is not installed");
        RandomFrames random = new RandomFrames(seed);
        PcapBuilder capture = PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < 1000; i++) {
            byte[] frame = random.next();
            capture.frame(i, 0, redacted(frame));
        }
        Path file = Files.write(folder.resolve("redacted.pcap"), capture.toOctets());
        assertThat(Tshark.frames(
                        file,
                        "(ip.checksum.status==0 || icmp.checksum.status==0 || icmpv6.checksum.status==0"
                                + " || (!icmp && !icmpv6 && (udp.checksum.status==0 || tcp.checksum.status==0)))",
                        folder))
                .isEmpty();
    }

    private static FrameBuilder packet(int protocol) {
        return FrameBuilder.ethernet(MAC, ROUTER_MAC)
                .ipv4("9.17.33.65", "224.0.0.18")
                .ttl(255)
                .protocol(protocol);
    }

    private static FrameBuilder udp(int port) {
        return FrameBuilder.ethernet(MAC, ROUTER_MAC)
                .ipv4("9.17.33.65", "9.17.33.66")
                .udp(port, port);
    }

    private byte[] redacted(FrameBuilder frame) {
        return redacted(frame.octets());
    }

    private byte[] redacted(byte[] frame) {
        ByteBuffer to = ByteBuffer.allocate(frame.length);
        disguise.disguise(ByteBuffer.wrap(frame), 0, frame.length, LinkTypes.ETHERNET, to);
        return to.array();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static String slice(byte[] octets, int at, int length) {
        return HexFormat.of().formatHex(octets, at, at + length);
    }

    private static MacAddress mac(byte[] octets, int at) {
        return MacAddress.parse(HexFormat.ofDelimiter(":").formatHex(octets, at, at + 6));
    }

    private static IpAddress ipv4(byte[] octets, int at) {
        return IpAddress.ofIpv4(ByteBuffer.wrap(octets).getInt(at));
    }

    private static IpAddress ipv6(byte[] octets, int at) {
        ByteBuffer words = ByteBuffer.wrap(octets);
        return IpAddress.ofIpv6(words.getLong(at), words.getLong(at + 8));
    }
}
