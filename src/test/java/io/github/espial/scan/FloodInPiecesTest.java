package io.github.espial.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.FrameSink;
import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.net.LinkTypes;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.CaptureReader;
import io.github.espial.read.Division;
import io.github.espial.read.FrameCollector;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import io.github.espial.wire.FrameBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A flood of distinct things is not gathered piece by piece")
class FloodInPiecesTest {
    private static final int FRAMES = 200_000;
    private static final Division PIECES = new Division(2, 0, 1000, 2_200_000);

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "Where nearly every frame is of another host, pieces are read as one, and all is seen as in one reading")
    void readsAFloodAsOne() throws IOException {
        Path file = capture(FRAMES);

        Counted pieces = read(file, PIECES);

        assertThat(pieces.combined).isLessThan(PIECES.spans(Files.size(file)).size() - 1);
        assertThat(FactsInFull.of(pieces.inner.observations()))
                .isEqualTo(FactsInFull.of(read(file, Division.NONE).inner.observations()));
    }

    @Test
    @DisplayName("As many frames of a thousand hosts go on being read piece by piece")
    void dividesWhatIsNoFlood() throws IOException {
        Path file = capture(1000);

        assertThat(read(file, PIECES).combined)
                .isEqualTo(PIECES.spans(Files.size(file)).size());
    }

    @Test
    @DisplayName("A flood of which most is left out is divided again: pieces then bring few rows")
    void dividesAFloodOfWhichMostIsLeftOut() {
        ObservationCollector collector = new ObservationCollector(0, new UdpPairs(), TimeWindow.EVERYTHING);
        List<Boolean> undivided = new ArrayList<>();
        for (int piece = 0; piece < 4; piece++) {
            Observer observer = collector.supply();
            FrameSink sink = collector.accumulator(observer);
            for (int i = 0; i < FRAMES; i++) {
                sink.frame(KeptFrames.frame(LinkTypes.ETHERNET, frame(piece * FRAMES + i)));
            }
            collector.combine(observer, FRAMES);
            undivided.add(collector.isBetterUndivided());
        }

        // 131,072 rows are kept: half of 200,000, a quarter of 400,000, an eighth of 600,000, which is 25,000 of each
        // piece.
        assertThat(undivided).containsExactly(true, true, false, false);
    }

    private Path capture(int hosts) throws IOException {
        PcapBuilder capture = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FRAMES; i++) {
            capture.frame(i / 1000, i % 1000 * 1000L, frame(i % hosts));
        }
        return Files.write(folder.resolve("flood.pcap"), capture.toOctets());
    }

    private static byte[] frame(int host) {
        String address = "10." + (host >> 16) + "." + (host >> 8 & 0xff) + "." + (host & 0xff);
        return FrameBuilder.ethernet("00:1b:21:aa:00:01", "00:1b:21:aa:00:02")
                .ipv4(address, "192.0.2.10")
                .udp(5000, 5001)
                .octets();
    }

    private static Counted read(Path file, Division division) throws IOException {
        Counted collector = new Counted();
        CaptureReader.read(CaptureSource.file(file), collector, division, ReadProgress.NONE);
        return collector;
    }

    /** What observes, and how many pieces it was given. */
    private static final class Counted implements FrameCollector<Observer> {
        private final ObservationCollector inner = new ObservationCollector(0, new UdpPairs(), TimeWindow.EVERYTHING);
        private int combined;

        @Override
        public Observer supply() {
            return inner.supply();
        }

        @Override
        public FrameSink accumulator(Observer piece) {
            return inner.accumulator(piece);
        }

        @Override
        public void combine(Observer piece, long numbers) {
            combined++;
            inner.combine(piece, numbers);
        }

        @Override
        public boolean isBetterUndivided() {
            return inner.isBetterUndivided();
        }
    }
}
