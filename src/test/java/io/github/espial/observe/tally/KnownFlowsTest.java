package io.github.espial.observe.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.Frame;
import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.net.LinkTypes;
import io.github.espial.observe.FactKind;
import io.github.espial.observe.Traffic;
import io.github.espial.read.ReadCapture;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFlowsTest {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String ROUTER_MAC = "00:1b:21:aa:00:01";
    private static final String GROUP_MAC = "01:00:5e:00:00:05";
    private static final String SERVER = "192.0.2.10";
    private static final String PEER = "198.51.100.20";
    private static final long SPI = 0xc0c8_6871L;

    private static FrameBuilder outbound() {
        return FrameBuilder.ethernet(SERVER_MAC, ROUTER_MAC);
    }

    /** Frames that may become known, and some beside that must not. */
    private static List<byte[]> models() {
        byte[] inner =
                FrameBuilder.bare().ipv4("10.1.0.5", "10.2.0.5").payload(20).octets();
        return List.of(
                outbound().ipv4(SERVER, PEER).esp(SPI, 1).payload(60).octets(),
                outbound()
                        .ipv4(SERVER, PEER)
                        .esp(SPI, 1)
                        .payload(inner)
                        .payload(4)
                        .octets(),
                outbound().ipv4(SERVER, PEER).esp(SPI + 1, 7).octets(),
                outbound().ipv4(SERVER, PEER).tcp(50_000, 443, 0x10).payload(30).octets(),
                outbound()
                        .ipv4(SERVER, PEER)
                        .udp(50_000, 4500)
                        .esp(SPI, 1)
                        .payload(30)
                        .octets(),
                outbound().ipv4(SERVER, PEER).ah(SPI, 1).payload(30).octets(),
                outbound().vlan(120).ipv4(SERVER, PEER).esp(SPI, 1).payload(30).octets(),
                FrameBuilder.ethernet(SERVER_MAC, GROUP_MAC)
                        .ipv4(SERVER, "224.0.0.5")
                        .tcp(1, 2, 0)
                        .payload(30)
                        .octets(),
                new byte[60]);
    }

    private static List<byte[]> changed(Random random) {
        List<byte[]> models = models();
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            byte[] frame = models.get(random.nextInt(models.size())).clone();
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                frame[random.nextInt(Math.min(60, frame.length))] ^= (byte) (1 << random.nextInt(8));
            }
            int length = random.nextInt(5) == 0 ? random.nextInt(frame.length + 1) : frame.length;
            frames.add(Arrays.copyOf(frame, length));
        }
        return frames;
    }

    private static KeptFrames capture(List<byte[]> frames) throws CaptureException {
        PcapBuilder file = PcapBuilder.nanoseconds(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames.size(); i++) {
            file.frame(1_700_000_000L + i / 7, i % 5 * 1000L, frames.get(i));
        }
        return ReadCapture.kept(new CaptureSource.OfStream(new ByteArrayInputStream(file.toOctets()), "test"));
    }

    private static Observations piece(KeptFrames frames, long after, long last) {
        Observer observer = new Observer(0, new UdpPairs());
        frames.replay(after, last, observer);
        return observer.observations(last - after);
    }

    /** An observer that sees one frame knows no flow. */
    private static FactsInFull oneByOne(KeptFrames frames, long count) {
        Observations all = new Observations();
        for (long frame = 0; frame < count; frame++) {
            all.merge(piece(frames, frame, frame + 1));
        }
        return FactsInFull.of(all);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellTheSameAsDissectingEveryFrame(long seed) throws CaptureException {
        List<byte[]> frames = changed(new Random(seed));
        KeptFrames capture = capture(frames);

        assertThat(FactsInFull.of(piece(capture, 0, frames.size()))).isEqualTo(oneByOne(capture, frames.size()));
    }

    /** Addresses of one network differ in few bits: most flows have a place of their own nevertheless. */
    @Test
    void knowThousandsOfFlowsThatDifferInOneAddress() {
        Observations facts = new Observations();
        KnownFlows known = new KnownFlows(0, facts);
        Dissector packet = new Dissector(new UdpPairs());
        List<Frame> frames = new ArrayList<>();
        for (int host = 0; host < 4000; host++) {
            String address = "10.1." + host / 250 + "." + (1 + host % 250);
            frames.add(KeptFrames.frame(
                    LinkTypes.ETHERNET,
                    outbound()
                            .ipv4(SERVER, address)
                            .tcp(50_000, 443, 0x10)
                            .payload(30)
                            .octets()));
        }
        for (Frame frame : frames) {
            Content content = packet.dissect(frame);
            int point = facts.points.add(0, frame, content, packet);
            int talk = facts.plainTalks.add(0, frame, packet, Traffic.PLAIN);
            known.learn(frame, content, packet, point, talk, 0);
        }

        assertThat(frames.stream().filter(known::count).count()).isGreaterThan(3700);
    }

    private static KnownFlows knowing(Observations facts, byte[] octets) {
        KnownFlows known = new KnownFlows(0, facts);
        Dissector packet = new Dissector(new UdpPairs());
        Frame frame = KeptFrames.frame(LinkTypes.ETHERNET, octets);
        Content content = packet.dissect(frame);
        known.learn(
                frame,
                content,
                packet,
                facts.points.add(0, frame, content, packet),
                facts.ipsecTalks.add(0, frame, packet, Traffic.ESP),
                facts.sas.add(0, frame, packet, Traffic.ESP));
        return known;
    }

    private static boolean counts(KnownFlows known, FrameBuilder frame) {
        return known.count(
                KeptFrames.frame(LinkTypes.ETHERNET, frame.payload(60).octets()));
    }

    /** A flood of SPIs is not dissected, nor is a rekeyed SA. */
    @Test
    void countOtherSasBetweenKnownHosts() {
        Observations facts = new Observations();
        KnownFlows known = knowing(facts, models().get(0));

        assertThat(counts(known, outbound().ipv4(SERVER, PEER).esp(SPI + 2, 5))).isTrue();
        assertThat(counts(known, outbound().ipv4(SERVER, PEER).esp(0, 1))).isTrue();
        assertThat(counts(known, outbound().ipv4(SERVER, PEER).esp(SPI + 2, 6))).isTrue();

        assertThat(FactsInFull.of(facts).ipsecTalks())
                .singleElement()
                .satisfies(talk -> assertThat(talk.span().frames()).isEqualTo(4));
        assertThat(FactsInFull.of(facts).sas())
                .extracting(sa -> sa.spi().value(), sa -> sa.span().frames())
                .containsExactlyInAnyOrder(tuple(SPI, 1L), tuple(SPI + 2, 2L), tuple(0L, 1L));
    }

    @Test
    void doNotCountSasOfOtherHostsOrLinks() {
        KnownFlows known = knowing(new Observations(), models().get(0));

        assertThat(counts(known, outbound().ipv4(SERVER, "198.51.100.21").esp(SPI + 2, 1)))
                .isFalse();
        assertThat(counts(
                        known,
                        FrameBuilder.ethernet(ROUTER_MAC, SERVER_MAC)
                                .ipv4(SERVER, PEER)
                                .esp(SPI + 2, 1)))
                .isFalse();
        assertThat(counts(known, outbound().ipv4(SERVER, PEER).tcp(1, 2, 0))).isFalse();
    }

    @Test
    void zerosAreNoFlow() throws CaptureException {
        byte[] lengthOnly = new byte[60];
        lengthOnly[17] = 40;
        KeptFrames capture = capture(List.of(models().get(0), lengthOnly, lengthOnly));

        FactsInFull facts = FactsInFull.of(piece(capture, 0, 3));

        assertThat(facts.sas()).hasSize(1);
        assertThat(facts.ipsecTalks()).hasSize(1);
        assertThat(facts).isEqualTo(oneByOne(capture, 3));
    }

    /** Hostile input that brings more SAs than are kept moves the rows of those that are known. */
    @Test
    void rowsThatMovedAreFoundAnew() throws CaptureException {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 120_000; i++) {
            long spi = i % 8 == 0 ? SPI : 0x1000_0000L + i;
            frames.add(outbound().ipv4(SERVER, PEER).esp(spi, i).payload(10).octets());
        }
        for (int i = 0; i < 40_000; i++) {
            frames.add(outbound()
                    .ipv4(SERVER, PEER)
                    .esp(0x2000_0000L + i, 1)
                    .payload(10)
                    .octets());
        }
        KeptFrames capture = capture(frames);
        Observations inTwo = piece(capture, 0, 125_000);
        inTwo.merge(piece(capture, 125_000, frames.size()));

        FactsInFull facts = FactsInFull.of(piece(capture, 0, frames.size()));

        assertThat(facts.sampled()).contains(FactKind.SAS);
        assertThat(facts).isEqualTo(FactsInFull.of(inTwo));
        assertThat(facts.sas())
                .allSatisfy(row ->
                        assertThat(row.span().frames()).isEqualTo(row.spi().value() == SPI ? 15_000 : 1));
    }
}
