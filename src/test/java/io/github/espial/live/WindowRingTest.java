package io.github.espial.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.ReadCapture;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves {@link Windows}, and what stays. */
class WindowRingTest {
    private static final int SPI_AT = 14 + 20;

    /** More than the table of SAs holds. */
    private static final int MANY_SAS = 140_000;

    /** What an observer hands over after so many frames of ESP each, of which every one is of an SA of its own. */
    private static List<Observations> esp(int... counts) throws CaptureException {
        byte[] octets = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "198.51.100.20")
                .esp(1, 1)
                .payload(8)
                .octets();
        PcapBuilder file = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        List<Long> ends = new ArrayList<>();
        long frames = 0;
        for (int count : counts) {
            for (int one = 0; one < count; one++) {
                frames++;
                ByteBuffer.wrap(octets).putInt(SPI_AT, (int) (256 + frames));
                file.frame(1_700_000_000, 0, octets);
            }
            ends.add(frames);
        }
        KeptFrames capture =
                ReadCapture.kept(new CaptureSource.OfStream(new ByteArrayInputStream(file.toOctets()), "capture"));
        List<Observations> pieces = new ArrayList<>();
        Observer observer = new Observer(0, new UdpPairs());
        capture.replay(0, frames, frame -> {
            observer.frame(frame);
            if (ends.contains(frame.number())) {
                pieces.add(observer.observations(frame.number()));
            }
        });
        return pieces;
    }

    @Test
    void keepTheNumbersOfFramesWhenTheOldestLeaves() throws CaptureException {
        List<Observations> pieces = esp(3, 2);
        Windows windows = new Windows(2);
        windows.add(pieces.get(0), 3);
        windows.begin();
        windows.add(pieces.get(1), 2);
        assertThat(windows.all().sas()).hasSize(5);
        assertThat(windows.left()).isZero();

        windows.begin();

        assertThat(windows.left()).isEqualTo(3);
        assertThat(windows.all().sas()).hasSize(2);
        assertThat(windows.all().framesOf(0)).isEqualTo(5);
        Observations alone = Observations.after(0, 3);
        alone.merge(pieces.get(1));
        assertThat(FactsInFull.of(windows.all())).isEqualTo(FactsInFull.of(alone));
        assertThat(windows.all().sas().get(0).span().firstFrame().capture()).isZero();
        assertThat(windows.all().sas())
                .allSatisfy(sa -> assertThat(sa.span().firstFrame()).isGreaterThan(new FrameReference(0, 3)));
    }

    @Test
    void areWholeAgainOnceAFloodHasLeft() throws CaptureException {
        List<Observations> pieces = esp(MANY_SAS, 10);
        Windows windows = new Windows(2);
        windows.add(pieces.get(0), MANY_SAS);
        assertThat(windows.all().sampled()).isNotEmpty();
        windows.begin();
        windows.add(pieces.get(1), 10);
        assertThat(windows.all().sampled()).isNotEmpty();

        windows.begin();

        assertThat(windows.all().sampled()).isEmpty();
        assertThat(windows.all().sas()).hasSize(10);
    }

    /** A service that runs for weeks: each window has SAs of its own, as peers negotiate anew. */
    @Test
    void holdNoMoreAfterAThousandWindowsThanAfterTheFirst() throws CaptureException {
        int ring = 8;
        int sasOfOne = 50;
        int[] counts = new int[1000];
        Arrays.fill(counts, sasOfOne);
        Windows windows = new Windows(ring);
        long passed = 0;
        for (Observations piece : esp(counts)) {
            windows.begin();
            windows.add(piece, sasOfOne);
            passed += sasOfOne;

            long kept = Math.min(passed, (long) ring * sasOfOne);
            assertThat((long) windows.all().saCount()).isEqualTo(kept);
            assertThat(windows.left()).isEqualTo(passed - kept);
            assertThat(windows.all().ipsecTalks()).hasSize(1);
        }
    }
}
