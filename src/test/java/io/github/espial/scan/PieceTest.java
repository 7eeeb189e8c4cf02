package io.github.espial.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.read.Division;
import io.github.espial.read.PieceSpan;
import io.github.espial.read.ReadPiece;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.DecompressionLimit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PieceTest {
    private static final CaptureSource CAPTURE = CaptureSource.file(Path.of("testdata/misrouted-ikev2/capture.pcap"));
    private static final PieceSpan FIRST = new PieceSpan(0, 20_000);
    private static final PieceSpan REST = new PieceSpan(20_000, Long.MAX_VALUE);

    private ScannedPieces pieces = open(TimeWindow.EVERYTHING);

    private static ScannedPieces open(TimeWindow window) {
        try {
            return ScannedPieces.open(CAPTURE, 0, new UdpPairs(), window).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void open() {
        pieces = open(TimeWindow.EVERYTHING);
    }

    @AfterEach
    void close() throws IOException {
        pieces.close();
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        for (PieceSpan span : List.of(FIRST, REST)) {
            Piece piece = pieces.scan(span);

            Piece read = PieceOctets.read(PieceOctets.of(piece));

            assertThat(read.read().span()).isEqualTo(span);
            assertThat(read.read().start()).isEqualTo(piece.read().start());
            assertThat(read.read().end()).isEqualTo(piece.read().end());
            assertThat(read.read().ledger().frames())
                    .isEqualTo(piece.read().ledger().frames());
            assertThat(read.read().ledger().interfaces())
                    .isEqualTo(piece.read().ledger().interfaces());
            assertThat(FactsInFull.of(read.observations())).isEqualTo(FactsInFull.of(piece.observations()));
            assertThat(PieceOctets.of(read)).isEqualTo(PieceOctets.of(piece));
        }
    }

    @Test
    void beginsWithWhatItIsAndItsVersion() throws IOException {
        assertThat(HexFormat.of().formatHex(PieceOctets.of(pieces.scan(FIRST)))).startsWith("45535050415254" + "02");
    }

    @Test
    void refusesEveryShorterLength() throws IOException {
        byte[] whole = PieceOctets.of(pieces.scan(FIRST));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PieceOctets.read(cut))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("no piece of a capture|damaged or cut off: its checksum is another");
        }
    }

    @Test
    void refusesAnotherVersionAndAnotherKey() throws IOException {
        byte[] octets = PieceOctets.of(pieces.scan(FIRST));
        assertThatThrownBy(() -> PieceOctets.read(ScanOctets.ofVersion(3, octets)))
                .hasMessage("a piece of version 3, expected 2: another Espial made it");
        ScanKey other = new ScanKey("other", "test", TimeWindow.EVERYTHING, new UdpPairs(), DecompressionLimit.USUAL);
        assertThatThrownBy(() -> PieceForm.read(ByteBuffer.wrap(octets), other, 0))
                .isInstanceOf(IOException.class)
                .hasMessage("a piece of another capture, or scanned in another way");
    }

    @Test
    void refusesWhatDoesNotFollow() throws IOException {
        Piece first = pieces.scan(FIRST);
        Piece late = pieces.scan(new PieceSpan(20_001, Long.MAX_VALUE));
        assertThatThrownBy(() -> pieces.join(first, late)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pieces.join(first, new Piece(1, late.read(), late.observations())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pieces.scan(first)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isScannedAgainWhereItsGuessWasWrong() throws IOException {
        Piece first = pieces.scan(FIRST);
        Piece right = pieces.scan(REST);
        ReadPiece late = pieces.scan(new PieceSpan(30_000, Long.MAX_VALUE)).read();
        ReadPiece wrong = new ReadPiece(REST, late.start(), late.end(), late.ledger());

        Piece joined = pieces.join(first, new Piece(0, wrong, first.observations()));

        assertThat(PieceOctets.of(joined)).isEqualTo(PieceOctets.of(pieces.join(first, right)));
    }

    @Test
    void looksAtItsWindowOnly() throws IOException {
        long until = pieces.scan(FIRST).observations().points().get(0).firstNanos();
        try (ScannedPieces part = open(new TimeWindow(0, until))) {
            Piece piece = part.join(part.scan(FIRST), part.scan(REST));

            assertThat(piece.observations().points())
                    .singleElement()
                    .satisfies(point -> assertThat(point.frames()).isEqualTo(1));
            assertThat(piece.read().ledger().frames()).isGreaterThan(1);
        }
    }

    @Test
    void cutsAsReadersOfSeveralThreadsDo() {
        assertThat(pieces.spans(Division.among(2))).first().isEqualTo(new PieceSpan(0, Long.MAX_VALUE));
    }
}
