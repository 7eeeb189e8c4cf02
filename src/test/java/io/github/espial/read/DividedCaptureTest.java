package io.github.espial.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.bytes.PositionedOctets;
import io.github.espial.bytes.Samples;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.ReadFrame;
import io.github.espial.capture.ReaderState;
import io.github.espial.capture.netmon.NetMonBuilder;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces that know nothing of each other, read, written and put together in any grouping, are what one reading gives. */
class DividedCaptureTest {
    private static final int ROUNDS = 24;
    private static final byte[] FILE = OddCaptures.pcapng(ByteOrder.BIG_ENDIAN, new Random(2));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesInAnyGroupingWhatOneReadingGives(long seed) throws IOException {
        Random random = new Random(seed);
        ByteOrder order = seed % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = round % 2 == 0 ? OddCaptures.pcap(order, random) : OddCaptures.pcapng(order, random);
            byte[] damaged = round % 4 < 2 ? file : Damage.of(file, random);
            Division division = new Division(2, 0, 1 + random.nextInt(3000), 50 + random.nextInt(4000));

            Outcome whole = whole(damaged);

            Outcome joined = joined(damaged, division, random);

            String what = "seed " + seed + ", round " + round + ", " + division;
            assertThat(joined.summary()).as(what).isEqualTo(whole.summary());
            assertThat(joined.frames()).as(what).isEqualTo(whole.frames());
        }
    }

    @Test
    void readsAgainWhatFitsNot() throws IOException {
        try (DividedCapture capture = open(FILE).orElseThrow()) {
            int half = FILE.length / 2;
            ReadPiece first = capture.first(half, frame -> {});
            ReaderState state = capture.stateBehind(half);
            PieceSpan rest = new PieceSpan(half, Long.MAX_VALUE);
            // An octet too late: the record there is missed.
            ReadPiece late = capture.guess(new PieceSpan(first.end().offset() + 1, Long.MAX_VALUE), state, frame -> {});
            ReadPiece right = capture.guess(rest, state, frame -> {});

            assertThat(first.fits(late)).isFalse();
            assertThat(first.fits(right)).isTrue();
            assertThat(first.end()).isEqualTo(right.start());
            assertThat(capture.next(first, rest, frame -> {}).start()).isEqualTo(first.end());
            assertThatThrownBy(() -> first.with(late)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> capture.summary(first)).isInstanceOf(IllegalArgumentException.class);
            assertThat(capture.summary(first.with(right)).toString())
                    .isEqualTo(ReadCapture.of(source(FILE)).summary().toString());
        }
    }

    @Test
    void dividesNothingThatIsReadFromFrontToBackOnly() throws IOException {
        assertThat(open(Samples.gzip(FILE))).isEmpty();
        assertThat(DividedCapture.open(new CaptureSource.OfStream(new ByteArrayInputStream(FILE), "stream")))
                .isEmpty();
        assertThat(open(NetMonBuilder.version(2, 1).toOctets())).isEmpty();
        assertThatThrownBy(() -> open(new byte[9])).isInstanceOf(CaptureException.class);
    }

    @Test
    void cutsAFileWithoutAGap() {
        Division division = new Division(2, 0, 100, 1000);

        assertThat(division.spans(2500))
                .containsExactly(
                        new PieceSpan(0, 100),
                        new PieceSpan(100, 1100),
                        new PieceSpan(1100, 2100),
                        new PieceSpan(2100, Long.MAX_VALUE));
        assertThat(division.spans(100)).containsExactly(new PieceSpan(0, Long.MAX_VALUE));
        assertThat(division.spans(0)).containsExactly(new PieceSpan(0, Long.MAX_VALUE));
    }

    /** A piece and its frames, which are numbered within it. */
    private record Part(ReadPiece piece, List<ReadFrame> frames) {
        Part with(Part next) {
            List<ReadFrame> both = new ArrayList<>(frames);
            next.frames.forEach(frame -> both.add(frame.after(piece.ledger().numbers())));
            return new Part(piece.with(next.piece), both);
        }
    }

    private record Outcome(String summary, List<ReadFrame> frames) {}

    private static Outcome whole(byte[] file) {
        try {
            ReadCapture capture = ReadCapture.of(source(file));
            return new Outcome(capture.summary().toString(), capture.frames());
        } catch (CaptureException e) {
            return new Outcome(String.valueOf(e.getMessage()), List.of());
        }
    }

    private static Outcome joined(byte[] file, Division division, Random random) throws IOException {
        try (DividedCapture capture = open(file).orElseThrow()) {
            List<Part> parts = new ArrayList<>();
            for (PieceSpan span : division.spans(file.length)) {
                parts.add(elsewhere(file, span, division));
            }
            while (parts.size() > 1) {
                int at = random.nextInt(parts.size() - 1);
                parts.set(at, join(parts.get(at), parts.remove(at + 1), capture));
            }
            return new Outcome(
                    capture.summary(parts.get(0).piece()).toString(),
                    parts.get(0).frames());
        } catch (CaptureException e) {
            return new Outcome(String.valueOf(e.getMessage()), List.of());
        }
    }

    /** A piece as another process would read it and send it here. */
    private static Part elsewhere(byte[] file, PieceSpan span, Division division) throws IOException {
        try (DividedCapture capture = open(file).orElseThrow()) {
            List<ReadFrame> frames = new ArrayList<>();
            ReadPiece piece = span.from() == 0
                    ? capture.first(span.to(), frame -> frames.add(ReadFrame.of(frame)))
                    : capture.guess(
                            span,
                            capture.stateBehind(
                                    division.spans(file.length).get(0).to()),
                            frame -> frames.add(ReadFrame.of(frame)));
            return new Part(reread(piece), frames);
        }
    }

    private static Part join(Part part, Part next, DividedCapture capture) throws CaptureException {
        if (part.piece().covers(next.piece().span())) {
            return new Part(part.piece().covering(next.piece().span()), part.frames());
        }
        if (part.piece().fits(next.piece())) {
            return part.with(next);
        }
        List<ReadFrame> frames = new ArrayList<>();
        ReadPiece again = capture.next(part.piece(), next.piece().span(), frame -> frames.add(ReadFrame.of(frame)));
        return part.with(new Part(again, frames));
    }

    private static ReadPiece reread(ReadPiece piece) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        piece.write(new FieldWriter(octets));
        FieldReader from = new FieldReader(ByteBuffer.wrap(octets.toByteArray()));
        ReadPiece read = ReadPiece.read(from);
        from.end();
        return read;
    }

    private static Optional<DividedCapture> open(byte[] file) throws CaptureException {
        return DividedCapture.open(source(file));
    }

    private static CaptureSource source(byte[] file) {
        return new CaptureSource.OfRanges(PositionedOctets.of(ByteBuffer.wrap(file)), "file");
    }
}
