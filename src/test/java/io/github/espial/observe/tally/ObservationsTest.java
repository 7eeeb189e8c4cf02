package io.github.espial.observe.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.FactKind;
import io.github.espial.observe.FrameReference;
import io.github.espial.read.ReadCapture;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.RandomFrames;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationsTest {
    private static final int FRAMES = 1_200;
    private static final String SERVER = "00:0c:29:5e:10:0a";
    private static final String ROUTER = "00:1b:21:aa:00:01";

    private static KeptFrames capture(List<byte[]> frames, Random random) throws CaptureException {
        PcapBuilder file = PcapBuilder.nanoseconds(ByteOrder.LITTLE_ENDIAN);
        long nanos = 1_700_000_000_000_000_000L;
        for (byte[] frame : frames) {
            // Mostly forward, sometimes back, as captures of several queues are; now and then a long pause.
            nanos += random.nextInt(10_000_000) - 1_000_000L;
            nanos += random.nextInt(300) == 0 ? 20_000_000_000L : 0;
            file.frame(nanos / 1_000_000_000, nanos % 1_000_000_000, frame);
        }
        return ReadCapture.kept(new CaptureSource.OfStream(new ByteArrayInputStream(file.toOctets()), "test"));
    }

    private static KeptFrames randomCapture(long seed) throws CaptureException {
        RandomFrames random = new RandomFrames(seed);
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = random.next();
            frames.add(i % 10 == 0 ? random.damage(frame) : frame);
        }
        return capture(frames, new Random(seed));
    }

    private static Observations piece(KeptFrames frames, int capture, long after, long last) {
        Observer observer = new Observer(capture, new UdpPairs());
        frames.replay(after, last, observer);
        return observer.observations(last - after);
    }

    private static Observations whole(KeptFrames frames, int capture) {
        return piece(frames, capture, 0, frames.summary().frames());
    }

    private static List<Observations> pieces(KeptFrames frames, int capture, long... bounds) {
        long[] sorted = LongStream.concat(LongStream.of(0, frames.summary().frames()), LongStream.of(bounds))
                .sorted()
                .toArray();
        List<Observations> pieces = new ArrayList<>();
        for (int i = 1; i < sorted.length; i++) {
            pieces.add(piece(frames, capture, sorted[i - 1], sorted[i]));
        }
        return pieces;
    }

    private static Observations merged(List<Observations> pieces) {
        Observations all = new Observations();
        pieces.forEach(all::merge);
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyCutTellsTheSame(long seed) throws CaptureException {
        KeptFrames frames = randomCapture(seed);
        FactsInFull expected = FactsInFull.of(whole(frames, 0));
        assertThat(expected.ipsecTalks()).hasSizeGreaterThan(100);
        assertThat(expected.sas()).hasSizeGreaterThan(100);
        assertThat(expected.claims()).hasSizeGreaterThan(50);
        assertThat(expected.ikeExchanges()).hasSizeGreaterThan(20);
        assertThat(expected.l2tpTalks()).hasSizeGreaterThan(20);
        assertThat(expected.notices()).hasSizeGreaterThan(20);
        assertThat(expected.offers()).hasSizeGreaterThan(20);
        Random random = new Random(seed);
        for (int cuts = 0; cuts < 20; cuts++) {
            long[] bounds = random.longs(cuts, 0, FRAMES + 1).toArray();

            assertThat(FactsInFull.of(merged(pieces(frames, 0, bounds)))).isEqualTo(expected);
        }
    }

    @Test
    void mergesInAnyGrouping() throws CaptureException {
        KeptFrames frames = randomCapture(4);
        FactsInFull expected = FactsInFull.of(whole(frames, 0));
        for (int one = 0; one <= FRAMES; one += 171) {
            for (int other = one; other <= FRAMES; other += 257) {
                List<Observations> pieces = pieces(frames, 0, one, other);
                Observations right = pieces.get(1);
                right.merge(pieces.get(2));
                Observations all = pieces.get(0);
                all.merge(right);

                assertThat(FactsInFull.of(all)).isEqualTo(expected);
            }
        }
    }

    @Test
    void observationsWithoutAFrameAreTheIdentity() throws CaptureException {
        KeptFrames frames = randomCapture(5);
        FactsInFull expected = FactsInFull.of(whole(frames, 0));

        Observations left = new Observations();
        left.merge(whole(frames, 0));
        Observations right = whole(frames, 0);
        right.merge(new Observations());
        right.merge(piece(frames, 0, 7, 7));

        assertThat(FactsInFull.of(left)).isEqualTo(expected);
        assertThat(FactsInFull.of(right)).isEqualTo(expected);
    }

    @Test
    void leaveWhatTheyTakeInAsItIs() throws CaptureException {
        KeptFrames frames = randomCapture(6);
        List<Observations> pieces = pieces(frames, 0, 400, 900);
        Observations next = pieces.get(1);
        FactsInFull before = FactsInFull.of(next);

        Observations fresh = new Observations();
        fresh.merge(next);
        fresh.merge(pieces.get(2));
        pieces.get(0).merge(next);
        pieces.get(0).merge(pieces.get(2));

        assertThat(FactsInFull.of(next)).isEqualTo(before);
    }

    @Test
    void framesOfACaptureAreNumberedThroughWhateverElseIsMerged() throws CaptureException {
        KeptFrames one = randomCapture(7);
        KeptFrames other = randomCapture(8);
        List<Observations> ones = pieces(one, 0, 300, 700);
        List<Observations> others = pieces(other, 1, 100);
        FactsInFull expected = FactsInFull.of(merged(List.of(whole(one, 0), whole(other, 1))));

        assertThat(FactsInFull.of(merged(List.of(ones.get(0), ones.get(1), ones.get(2), others.get(0), others.get(1)))))
                .isEqualTo(expected);
        FactsInFull mixed =
                FactsInFull.of(merged(List.of(others.get(0), ones.get(0), ones.get(1), others.get(1), ones.get(2))));
        assertThat(mixed.claims()).containsExactlyInAnyOrderElementsOf(expected.claims());
        assertThat(mixed.sas()).containsExactlyInAnyOrderElementsOf(expected.sas());
        assertThat(mixed.plainTalks()).containsExactlyInAnyOrderElementsOf(expected.plainTalks());
    }

    @Test
    void countFramesThatCouldNotBeDelivered() throws CaptureException {
        KeptFrames frames = capture(
                List.of(FrameBuilder.ethernet(SERVER, ROUTER)
                        .ipv4("192.0.2.10", "198.51.100.20")
                        .esp(1, 1)
                        .octets()),
                new Random(1));
        Observer damaged = new Observer(0, new UdpPairs());
        Observations all = damaged.observations(5);

        all.merge(whole(frames, 0));

        assertThat(all.sas())
                .singleElement()
                .satisfies(sa -> assertThat(sa.span().firstFrame()).isEqualTo(new FrameReference(0, 6)));
    }

    @Test
    void keepTheSameShareOfWhatIsTooMuchHoweverItIsCut() throws CaptureException {
        List<byte[]> advertisements = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            advertisements.add(FrameBuilder.ethernet(ROUTER, "33:33:00:00:00:01")
                    .ipv6("fe80::" + Integer.toHexString(1 + i % 5_000), "ff02::1")
                    .routerAdvertisement(1800, ROUTER)
                    .octets());
        }
        KeptFrames frames = capture(advertisements, new Random(2));
        FactsInFull expected = FactsInFull.of(whole(frames, 0));

        assertThat(expected.sampled()).containsExactly(FactKind.OFFERS);
        assertThat(expected.offers()).hasSizeBetween(1_000, 4_096);
        assertThat(FactsInFull.of(merged(pieces(frames, 0, 1_000, 4_500, 5_999))))
                .isEqualTo(expected);
        assertThat(FactsInFull.of(merged(pieces(frames, 0, 3_000)))).isEqualTo(expected);

        Observations inTurn = piece(frames, 0, 0, 5_000);
        assertThat(inTurn.sampled()).isNotEmpty();
        Observer behind = new Observer(0, new UdpPairs(), inTurn.sampling());
        frames.replay(5_000, 6_000, behind);
        Observations rest = behind.observations(1_000);
        assertThat(rest.offers())
                .hasSizeLessThan(piece(frames, 0, 5_000, 6_000).offers().size());
        inTurn.merge(rest);
        assertThat(FactsInFull.of(inTurn)).isEqualTo(expected);
    }

    /** The first window brings more than is kept; what remains when it has left is all there. */
    @Test
    void leaveNothingOutForWindowsThatHaveLeft() throws CaptureException {
        List<byte[]> advertisements = new ArrayList<>();
        for (int i = 0; i < 5_200; i++) {
            advertisements.add(FrameBuilder.ethernet(ROUTER, "33:33:00:00:00:01")
                    .ipv6("fe80::" + Integer.toHexString(1 + i), "ff02::1")
                    .routerAdvertisement(1800, ROUTER)
                    .octets());
        }
        KeptFrames frames = capture(advertisements, new Random(3));
        List<Observations> windows = windows(frames, 5_000, 5_100, 5_200);
        Observations all = merged(windows);
        assertThat(FactsInFull.of(all)).isEqualTo(FactsInFull.of(whole(frames, 0)));
        assertThat(all.sampled()).containsExactly(FactKind.OFFERS);

        Observations remaining = Observations.after(0, 5_000);
        remaining.merge(windows.get(1));
        remaining.merge(windows.get(2));

        assertThat(remaining.sampled()).isEmpty();
        assertThat(remaining.offers())
                .extracting(offer -> offer.span().firstFrame().number())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(5_001, 5_200).boxed().toList());
    }

    /** What an observer hands over that goes on, whenever a frame is behind the next of {@code ends}. */
    private static List<Observations> windows(KeptFrames frames, long... ends) {
        List<Observations> windows = new ArrayList<>();
        Observer observer = new Observer(0, new UdpPairs());
        frames.replay(0, ends[ends.length - 1], frame -> {
            while (frame.number() > ends[windows.size()]) {
                windows.add(observer.observations(ends[windows.size()]));
            }
            observer.frame(frame);
        });
        while (windows.size() < ends.length) {
            windows.add(observer.observations(ends[windows.size()]));
        }
        return windows;
    }
}
