package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.espial.capture.CaptureException;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.infer.Statements;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.read.PieceSpan;
import io.github.espial.report.json.JsonReport;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Piece;
import io.github.espial.scan.PieceOctets;
import io.github.espial.scan.ScannedPieces;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody sends for a piece, it is refused, or it is one that can be written, put behind others and judged. */
class PieceFuzzTest {
    /** A loop without an end shows here, and nothing else: a round takes milliseconds. */
    private static final Duration ENDLESS = Duration.ofMinutes(5);

    private static final int ROUNDS = 60;

    /** The capture that pieces are put together of which a fuzzer makes up. */
    private static final Path ANY = Path.of("testdata/misrouted-ikev2/capture.pcap");

    /** All of a written piece behind its key, given the checksum that it has to have. */
    @MethodSource
    @FuzzTest(maxDuration = "10m")
    void piece(byte[] body) throws IOException {
        holdRefusedOrSound(ANY, PieceOctets.ofBody(body));
    }

    static Stream<byte[]> piece() throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        for (Path capture : Seeds.testdata()) {
            for (byte[] piece : pieces(capture)) {
                bodies.add(PieceOctets.body(piece));
            }
        }
        return bodies.stream();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void damageIsRefused(Path capture) throws IOException {
        Random random = new Random(capture.hashCode());
        for (byte[] piece : pieces(capture)) {
            for (int round = 0; round < ROUNDS; round++) {
                Mutation mutation = Mutation.of(piece, random);
                if (!Arrays.equals(mutation.octets(), piece)) {
                    assertThat(read(mutation.octets())).as("round %d", round).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void whatSomebodyMadeUpIsRefusedOrSound(Path capture) throws IOException {
        List<byte[]> pieces = pieces(capture);
        assertTimeoutPreemptively(ENDLESS, () -> {
            Random random = new Random(capture.hashCode());
            for (int round = 0; round < ROUNDS; round++) {
                byte[] body = PieceOctets.body(pieces.get(round % pieces.size()));
                holdRefusedOrSound(
                        capture, PieceOctets.ofBody(Mutation.of(body, random).octets()));
            }
        });
    }

    static Stream<Path> captures() {
        return Seeds.testdata().stream();
    }

    private static void holdRefusedOrSound(Path capture, byte[] octets) throws IOException {
        Optional<Piece> read = read(octets);
        if (read.isEmpty()) {
            return;
        }
        Piece piece = read.get();
        byte[] written = PieceOctets.of(piece);
        Piece again = PieceOctets.read(written);
        assertThat(PieceOctets.of(again)).isEqualTo(written);
        assertThat(FactsInFull.of(again.observations())).isEqualTo(FactsInFull.of(piece.observations()));
        try (ScannedPieces pieces = open(capture)) {
            judge(whole(piece, pieces), pieces);
        }
    }

    /** The capture with the piece in it, the parts before and behind it read from the file. */
    private static Piece whole(Piece piece, ScannedPieces pieces) throws CaptureException {
        Piece upTo = piece.span().from() == 0
                ? piece
                : pieces.join(pieces.scan(new PieceSpan(0, piece.span().from())), piece);
        return pieces.join(upTo, pieces.scan(new PieceSpan(piece.span().to(), Long.MAX_VALUE)));
    }

    private static void judge(Piece whole, ScannedPieces pieces) throws IOException {
        CaseScan scan;
        try {
            scan = CaseScan.of(List.of(pieces.scan(whole)));
        } catch (CaptureException e) {
            assertThat(e.getMessage()).contains("the header cannot be read");
            return;
        }
        CaseReport report = Diagnosis.of(scan, Statements.NONE, Checks.all());
        new JsonReport("test").write(report, OutputStream.nullOutputStream());
    }

    private static Optional<Piece> read(byte[] octets) {
        try {
            return Optional.of(PieceOctets.read(octets));
        } catch (IOException e) {
            assertThat(e.getMessage()).matches("[^\\p{Cntrl}]+");
            return Optional.empty();
        }
    }

    /** A capture in three. */
    private static List<byte[]> pieces(Path capture) throws IOException {
        long third = Files.size(capture) / 3;
        try (ScannedPieces pieces = open(capture)) {
            return List.of(
                    PieceOctets.of(pieces.scan(new PieceSpan(0, third))),
                    PieceOctets.of(pieces.scan(new PieceSpan(third, 2 * third))),
                    PieceOctets.of(pieces.scan(new PieceSpan(2 * third, Long.MAX_VALUE))));
        }
    }

    private static ScannedPieces open(Path capture) throws CaptureException {
        return ScannedPieces.open(CaptureSource.file(capture), 0, new UdpPairs(), TimeWindow.EVERYTHING)
                .orElseThrow();
    }
}
