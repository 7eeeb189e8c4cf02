package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.Frame;
import io.github.espial.capture.KeptFrames;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.OctetText;
import io.github.espial.wire.RandomFrames;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of most frames, read by words, against the dissector, which pcap4j is held against. */
class UsualHeadersTest {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String ROUTER_MAC = "00:1b:21:aa:00:01";
    private static final long SPI = 0xfedc_ba98L;
    private static final long NUMBER = 0x8765_4321L;
    private static final int GENERATED = 20_000;

    private final UsualHeaders headers = new UsualHeaders();
    private final Dissector packet = new Dissector(new UdpPairs());

    private static FrameBuilder ethernet() {
        return FrameBuilder.ethernet(SERVER_MAC, ROUTER_MAC);
    }

    private static FrameBuilder ipv4() {
        return ethernet().ipv4("192.0.2.10", "198.51.100.20");
    }

    private boolean areThese(byte[] frame) {
        return areThese(KeptFrames.frame(LinkTypes.ETHERNET, frame));
    }

    private boolean areThese(Frame frame) {
        return headers.read(frame) && headers.areThese();
    }

    @Test
    void tellAllOfEspThatIsCounted() {
        assertThat(areThese(ipv4().ttl(200).esp(SPI, NUMBER).payload(60).octets()))
                .isTrue();

        assertThat(headers.isEsp()).isTrue();
        assertThat(headers.spi()).isEqualTo(SPI);
        assertThat(headers.sequenceNumber()).isEqualTo(NUMBER);
        assertThat(headers.hopLimit()).isEqualTo(200);
        assertThat(headers.packetLength()).isEqualTo(20 + 8 + 60);
    }

    @Test
    void areThoseOfTcp() {
        assertThat(areThese(ipv4().tcp(50_000, 443, 0x10).payload(30).octets())).isTrue();

        assertThat(headers.protocol()).isEqualTo(IpProtocols.TCP);
    }

    /** What is near them, and has to be dissected. */
    static Stream<byte[]> others() {
        return Stream.of(
                ethernet()
                        .vlan(7)
                        .ipv4("192.0.2.10", "198.51.100.20")
                        .esp(SPI, 1)
                        .payload(60)
                        .octets(),
                ipv4().ipOptions(OctetText.octets("94040000"))
                        .esp(SPI, 1)
                        .payload(60)
                        .octets(),
                ipv4().fragment(8, false).esp(SPI, 1).payload(60).octets(),
                ipv4().udp(4500, 4500).esp(SPI, 1).payload(60).octets(),
                ipv4().ah(SPI, 1).payload(60).octets(),
                ipv4().tcp(4500, 50_000, 0x10).payload(60).octets(),
                ipv4().tcp(50_000, 4500, 0x10).payload(60).octets(),
                ethernet()
                        .ipv6("2001:db8::a", "2001:db8::b")
                        .esp(SPI, 1)
                        .payload(60)
                        .octets());
    }

    @ParameterizedTest
    @MethodSource("others")
    void areNotThoseOf(byte[] frame) {
        assertThat(areThese(frame)).isFalse();
    }

    @Test
    void areThoseOfEthernetOnly() {
        byte[] esp = ipv4().esp(SPI, 1).payload(60).octets();

        assertThat(areThese(KeptFrames.frame(LinkTypes.RAW, esp))).isFalse();
    }

    @Test
    void needAHeaderOfEspThatWasCaptured() {
        byte[] esp = ipv4().esp(SPI, 1).payload(60).octets();

        assertThat(areThese(KeptFrames.frame(LinkTypes.ETHERNET, Arrays.copyOf(esp, 41))))
                .isFalse();
        assertThat(areThese(KeptFrames.frame(LinkTypes.ETHERNET, Arrays.copyOf(esp, 42))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellWhatTheDissectorTells(long seed) {
        RandomFrames random = new RandomFrames(seed);
        int esp = 0;
        int tcp = 0;
        for (int i = 0; i < GENERATED; i++) {
            byte[] whole = random.next();
            byte[] octets = i % 3 == 0 ? random.damage(whole) : i % 3 == 1 ? random.cut(whole) : whole;
            Frame frame = KeptFrames.frame(LinkTypes.ETHERNET, octets);
            if (!areThese(frame)) {
                continue;
            }
            Content content = packet.dissect(frame);
            assertThat(packet.hopLimit()).isEqualTo(headers.hopLimit());
            assertThat(packet.protocol()).isEqualTo(headers.protocol());
            if (content == Content.ESP) {
                assertThat(headers.isEsp()).isTrue();
                assertThat(packet.spi()).isEqualTo(headers.spi());
                assertThat(packet.sequenceNumber()).isEqualTo(headers.sequenceNumber());
                esp++;
            } else {
                assertThat(content).isNotEqualTo(Content.UDP_ESP);
                tcp += headers.isEsp() ? 0 : 1;
            }
        }
        assertThat(esp).isGreaterThan(100);
        assertThat(tcp).isGreaterThan(50);
    }
}
