package io.github.espial.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.ReadFrame;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file is divided, and whatever is wrong with it, pieces give what one reading gives. */
class PiecewiseScanTest {
    private static final int ROUNDS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsDamagedFilesInPiecesAsInOne(long seed) throws IOException {
        Random random = new Random(seed);
        ByteOrder order = seed % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = round % 2 == 0 ? OddCaptures.pcap(order, random) : OddCaptures.pcapng(order, random);
            byte[] damaged = round % 4 < 2 ? file : Damage.of(file, random);
            String what = "seed " + seed + ", round " + round;
            Pieces whole = read(damaged, Division.NONE, Integer.MAX_VALUE);
            for (int i = 0; i < 3; i++) {
                Division division =
                        new Division(2 + random.nextInt(7), 0, 24 + random.nextInt(3000), 50 + random.nextInt(4000));

                Pieces pieces = read(damaged, division, i == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(5));

                assertThat(pieces.summary).as("%s, %s", what, division).isEqualTo(whole.summary);
                assertThat(pieces.frames).as("%s, %s", what, division).isEqualTo(whole.frames);
            }
        }
    }

    /**
     * @param divided pieces after which what follows is now and then better read as one
     */
    private Pieces read(byte[] file, Division division, int divided) throws IOException {
        Path path = Files.write(folder.resolve("capture"), file);
        Collector collector = new Collector(divided);
        try {
            CaptureSummary summary =
                    CaptureReader.read(CaptureSource.file(path), collector, division, ReadProgress.NONE);
            return new Pieces(summary.toString(), collector.frames);
        } catch (CaptureException e) {
            return new Pieces(String.valueOf(e.getMessage()), List.of());
        }
    }

    /** What one reading gave. */
    private record Pieces(String summary, List<ReadFrame> frames) {}

    private static final class Collector implements FrameCollector<List<ReadFrame>> {
        private final List<ReadFrame> frames = new ArrayList<>();
        private final int divided;
        private long numbers;
        private int pieces;

        Collector(int divided) {
            this.divided = divided;
        }

        @Override
        public List<ReadFrame> supply() {
            return new ArrayList<>();
        }

        @Override
        public FrameSink accumulator(List<ReadFrame> piece) {
            return frame -> piece.add(ReadFrame.of(frame));
        }

        @Override
        public void combine(List<ReadFrame> piece, long more) {
            piece.forEach(frame -> frames.add(frame.after(numbers)));
            numbers += more;
            pieces++;
        }

        @Override
        public boolean isBetterUndivided() {
            return pieces >= divided && pieces % 3 != 0;
        }
    }
}
