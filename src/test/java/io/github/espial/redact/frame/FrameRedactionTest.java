package io.github.espial.redact.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.IpAddress;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.redact.mapping.Mapping;
import io.github.espial.redact.mapping.RedactionKey;
import io.github.espial.store.FrameDisguise;
import io.github.espial.wire.FrameBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameRedactionTest {
    private static final RedactionKey KEY = RedactionKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private static final String SERVER_MAC = "00:0c:29:12:34:56";
    private static final String ROUTER_MAC = "00:1b:21:ab:cd:ef";
    private static final String SERVER = "9.17.33.65";
    private static final String PEER = "81.91.101.111";
    private static final String ROUTER = "9.17.33.254";
    private static final String NAME = "acme-gmbh.example";

    private final Mapping mapping = Mapping.of(KEY);
    private final FrameDisguise disguise = new CaseDisguise(KEY).frames();

    /** One frame of everything that is read, made of addresses that stand nowhere else. */
    static List<FrameBuilder> frames() {
        FrameBuilder esp =
                FrameBuilder.bare().ipv4(SERVER, PEER).esp(0xc0ffee01L, 7).payload(64);
        return List.of(
                ethernet().arpReply(SERVER_MAC, SERVER, ROUTER_MAC, PEER),
                packet().udp(4321, 53).payload(ascii(NAME)),
                packet().tcp(4321, 80, 0x18).payload(ascii(NAME)),
                packet().ipOptions((byte) 7, (byte) 7, (byte) 4, (byte) 81, (byte) 91, (byte) 101, (byte) 111, (byte) 0)
                        .udp(1, 2)
                        .payload(4),
                packet().esp(0xc0ffee01L, 7).payload(64),
                packet().ah(0xc0ffee02L, 8).udp(1, 2).payload(ascii(NAME)),
                packet().udp(4500, 4500).natKeepalive(),
                ethernet().ipv4(ROUTER, SERVER).redirect(PEER).quoting(esp, 28),
                ethernet().ipv4(ROUTER, SERVER).icmp(3, 1, 0).quoting(esp, 36),
                packet().udp(67, 68)
                        .dhcp(2, SERVER_MAC, SERVER)
                        .dhcpMessageType(5)
                        .dhcpServer(PEER)
                        .dhcpRouters(PEER, SERVER)
                        .dhcpRoute(121, PEER, 32, SERVER)
                        .dhcpOption(12, ascii(NAME))
                        .dhcpOption(61, HexFormat.of().parseHex("01000c29123456"))
                        .dhcpOption(81, ascii(NAME)),
                packet().udp(1701, 1701).l2tpData(1, 2).ppp(0xc023).payload(ascii(NAME)),
                packet().udp(1701, 1701)
                        .l2tpData(1, 2)
                        .ppp()
                        .ipv4(PEER, SERVER)
                        .udp(1, 2)
                        .payload(ascii(NAME)),
                packet().gre(0x0800, 0).ipv4(PEER, SERVER).tcp(1, 2, 2).payload(ascii(NAME)),
                ethernet().vlan(7).pppoe(3).ipv4(SERVER, PEER).udp(1, 2).payload(ascii(NAME)),
                FrameBuilder.cooked(4, SERVER_MAC).ipv4(SERVER, PEER).udp(1, 2).payload(ascii(NAME)),
                FrameBuilder.cookedV2(3, 4, SERVER_MAC)
                        .ipv4(SERVER, PEER)
                        .udp(1, 2)
                        .payload(ascii(NAME)),
                FrameBuilder.bare().ipv4(SERVER, PEER).udp(1, 2).payload(ascii(NAME)));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void leavesNoAddressMacOrName(FrameBuilder frame) {
        byte[] original = frame.octets();
        String redacted = latin(redacted(linkType(original), original));
        for (String secret : List.of(
                octets(SERVER),
                octets(PEER),
                octets(ROUTER),
                latin(HexFormat.of().parseHex("123456")),
                latin(HexFormat.of().parseHex("abcdef")),
                NAME)) {
            assertThat(redacted).doesNotContain(secret);
        }
        assertThat(redacted).hasSameSizeAs(latin(original));
    }

    /** Cut anywhere, a frame tells no more, and nothing beyond its end is read or written. */
    @ParameterizedTest
    @MethodSource("frames")
    void holdsAtEveryLength(FrameBuilder frame) {
        byte[] original = frame.octets();
        for (int length = 0; length <= original.length; length++) {
            ByteBuffer to = ByteBuffer.allocate(original.length + 1);
            Arrays.fill(to.array(), (byte) 0x5a);
            disguise.disguise(ByteBuffer.wrap(original), 0, length, linkType(original), to);
            String redacted = latin(to.array());
            assertThat(redacted).doesNotContain(octets(SERVER), octets(PEER), NAME);
            assertThat(redacted.substring(length)).matches("Z+");
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void holdsWhereOctetsAreWrong(FrameBuilder frame) {
        byte[] original = frame.octets();
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            byte[] broken = original.clone();
            for (int change = 0; change < 1 + random.nextInt(4); change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            assertThat(redacted(linkType(original), broken)).hasSameSizeAs(broken);
        }
    }

    @Test
    void holdsForAnyOctetsOfAnyLinkType() {
        Random random = new Random(8);
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = new byte[random.nextInt(120)];
            random.nextBytes(octets);
            assertThat(redacted(random.nextInt(290), octets)).hasSameSizeAs(octets);
        }
    }

    @Test
    void ofALinkTypeThatIsNotKnownNothingIsLeft() {
        assertThat(redacted(189, ascii(NAME))).containsOnly(0);
    }

    /** An EtherType of nobody, with an address and a name behind it. */
    @Test
    void aFrameThatIsNotUnderstoodIsCutToItsLinkHeader() {
        byte[] frame = ethernet().tag(0x9999, 7).payload(ascii(NAME)).octets();
        byte[] redacted = redacted(LinkTypes.ETHERNET, frame);
        assertThat(Arrays.copyOfRange(redacted, 12, 14)).isEqualTo(Arrays.copyOfRange(frame, 12, 14));
        assertThat(Arrays.copyOfRange(redacted, 14, redacted.length)).containsOnly(0);
    }

    @Test
    void addressesBecomeWhatStandsForThem() {
        byte[] redacted = redacted(
                LinkTypes.ETHERNET, packet().esp(0xc0ffee01L, 7).payload(64).octets());
        assertThat(mac(redacted, 0)).isEqualTo(mapping.macs().of(MacAddress.parse(ROUTER_MAC)));
        assertThat(mac(redacted, 6)).isEqualTo(mapping.macs().of(MacAddress.parse(SERVER_MAC)));
        assertThat(ipv4(redacted, 26)).isEqualTo(mapping.addresses().of(IpAddress.parse(SERVER)));
        assertThat(ipv4(redacted, 30)).isEqualTo(mapping.addresses().of(IpAddress.parse(PEER)));
        assertThat(ByteBuffer.wrap(redacted).getLong(34)).isEqualTo(0xc0ffee01_00000007L);
    }

    /** Who comes by the key later must not read it; a retransmission is still the same. */
    @Test
    void ciphertextBecomesOtherOctets() {
        byte[] frame = packet().esp(0xc0ffee01L, 7).payload(64).octets();
        byte[] redacted = redacted(LinkTypes.ETHERNET, frame);
        assertThat(Arrays.copyOfRange(redacted, 42, 106)).isNotEqualTo(Arrays.copyOfRange(frame, 42, 106));
        assertThat(redacted(LinkTypes.ETHERNET, frame)).isEqualTo(redacted);
        FrameDisguise toOpen = new CaseDisguise(KEY).toOpen().frames();
        ByteBuffer opened = ByteBuffer.allocate(frame.length);
        toOpen.disguise(ByteBuffer.wrap(frame), 0, frame.length, LinkTypes.ETHERNET, opened);
        assertThat(Arrays.copyOfRange(opened.array(), 42, 106)).isEqualTo(Arrays.copyOfRange(frame, 42, 106));
    }

    /** What a router quotes is what it was sent, redacted in the same way. */
    @Test
    void aQuoteIsOfThePacketThatWasSent() {
        FrameBuilder esp =
                FrameBuilder.bare().ipv4(SERVER, PEER).esp(0xc0ffee01L, 7).payload(64);
        byte[] sent = redacted(LinkTypes.RAW, esp.octets());
        byte[] notice = redacted(
                LinkTypes.ETHERNET,
                ethernet().ipv4(ROUTER, SERVER).redirect(PEER).quoting(esp, 28).octets());
        assertThat(Arrays.copyOfRange(notice, 42, 70)).isEqualTo(Arrays.copyOf(sent, 28));
        assertThat(ipv4(notice, 38)).isEqualTo(mapping.addresses().of(IpAddress.parse(PEER)));
    }

    /** The oracle: the hash of the two addresses that stand for those of the packet (RFC 7296 §2.23). */
    @Test
    void natDetectionTellsTheSameOfTheOtherAddresses() throws Exception {
        long spi = 0x1122334455667788L;
        byte[] source = natHash(spi, IpAddress.parse(SERVER));
        byte[] behind = natHash(spi, IpAddress.parse("10.1.2.3"));
        byte[] frame = packet().udp(500, 500)
                .ikev2(34, spi, 0, 0x08, 0)
                .payload(joined(notify(41, 16388, source), notify(0, 16389, behind)))
                .octets();
        frame[42 + 16] = 41;
        byte[] redacted = redacted(LinkTypes.ETHERNET, frame);
        IpAddress stand = mapping.addresses().of(IpAddress.parse(SERVER));
        assertThat(Arrays.copyOfRange(redacted, 78, 98)).isEqualTo(natHash(spi, stand));
        // The address behind a NAT is in no packet; its hash could be tried out.
        assertThat(Arrays.copyOfRange(redacted, 106, 126))
                .isNotEqualTo(behind)
                .isNotEqualTo(natHash(spi, mapping.addresses().of(IpAddress.parse("10.1.2.3"))));
    }

    @Test
    void identitiesOfIkeAreRedacted() {
        byte[] address = {1, 17, 1, (byte) 0xf4, 81, 91, 101, 111};
        byte[] name = joined(new byte[] {3, 17, 1, (byte) 0xf4}, ascii("user@" + NAME));
        byte[] frame = packet().udp(500, 500)
                .ikev1(4, 0x1122334455667788L, 0, 0, 0)
                .payload(joined(payload(5, address), payload(0, name)))
                .octets();
        frame[42 + 16] = 5;
        byte[] redacted = redacted(LinkTypes.ETHERNET, frame);
        assertThat(ipv4(redacted, 78)).isEqualTo(mapping.addresses().of(IpAddress.parse(PEER)));
        assertThat(latin(redacted)).doesNotContain(NAME, "user@");
        assertThat(Arrays.copyOfRange(redacted, 82, 90)).isEqualTo(Arrays.copyOfRange(frame, 82, 90));
    }

    private byte[] redacted(int linkType, byte[] frame) {
        ByteBuffer to = ByteBuffer.allocate(frame.length);
        disguise.disguise(ByteBuffer.wrap(frame), 0, frame.length, linkType, to);
        return to.array();
    }

    private static int linkType(byte[] frame) {
        boolean isEthernet = latin(frame).startsWith(latin(HexFormat.of().parseHex("001b21")));
        boolean isRaw = frame[0] == 0x45;
        boolean isCooked = frame[0] == 0;
        return isEthernet
                ? LinkTypes.ETHERNET
                : isRaw ? LinkTypes.RAW : isCooked ? LinkTypes.LINUX_SLL : LinkTypes.LINUX_SLL2;
    }

    private static FrameBuilder ethernet() {
        return FrameBuilder.ethernet(SERVER_MAC, ROUTER_MAC);
    }

    private static FrameBuilder packet() {
        return ethernet().ipv4(SERVER, PEER);
    }

    private static byte[] notify(int next, int type, byte[] data) {
        return payload(next, joined(new byte[] {0, 0, (byte) (type >>> 8), (byte) type}, data));
    }

    private static byte[] payload(int next, byte[] body) {
        return joined(new byte[] {(byte) next, 0, 0, (byte) (4 + body.length)}, body);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static byte[] natHash(long spi, IpAddress address) throws Exception {
        ByteBuffer hashed = ByteBuffer.allocate(22);
        hashed.putLong(spi).putLong(0).putInt((int) address.low()).putShort((short) 500);
        return MessageDigest.getInstance("SHA-1").digest(hashed.array());
    }

    private static MacAddress mac(byte[] octets, int at) {
        return new MacAddress(ByteBuffer.wrap(octets).getLong(at) >>> 16);
    }

    private static IpAddress ipv4(byte[] octets, int at) {
        return IpAddress.ofIpv4(ByteBuffer.wrap(octets).getInt(at));
    }

    private static String octets(String address) {
        return latin(ByteBuffer.allocate(4)
                .putInt((int) IpAddress.parse(address).low())
                .array());
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
