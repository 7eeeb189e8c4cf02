package io.github.espial.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.FrameSink;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.dissect.UdpPairs;
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
            "Where nearly every frame is of another host, the rest is read as one piece, and all is seen as in one reading")
    void readsTheRestOfAFloodAsOne() throws IOException {
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

    private Path capture(int hosts) throws IOException {
        PcapBuilder capture = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FRAMES; i++) {
            int host = i % hosts;
            String address = "10." + (host >> 16) + "." + (host >> 8 & 0xff) + "." + (host & 0xff);
            byte[] frame = FrameBuilder.ethernet("00:1b:21:aa:00:01", "00:1b:21:aa:00:02")
                    .ipv4(address, "192.0.2.10")
                    .udp(5000, 5001)
                    .octets();
            capture.frame(i / 1000, i % 1000 * 1000L, frame);
        }
        return Files.write(folder.resolve("flood.pcap"), capture.toOctets());
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
