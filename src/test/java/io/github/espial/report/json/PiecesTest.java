package io.github.espial.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.infer.Statements;
import io.github.espial.read.PieceSpan;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.CutPieces;
import io.github.espial.scan.CutPieces.Grouping;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pieces that were scanned by processes of their own, in any grouping, give the report of one scan, to the octet. */
class PiecesTest {
    private static final int ROUNDS = 3;
    private static final int MOST_PIECES = 9;

    static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
            return files.filter(file -> file.toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void giveTheReportOfOneScan(Path capture) throws Exception {
        CaptureSource source = CaptureSource.file(capture);
        String whole = json(CaseScan.of(List.of(source), Reading.USUAL));
        Random random = new Random(capture.toString().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            List<PieceSpan> spans = CutPieces.spans(Files.size(capture), 3 + random.nextInt(MOST_PIECES - 2), random);
            for (Grouping grouping : Grouping.values()) {
                assertThat(json(CutPieces.scan(source, spans, grouping, random)))
                        .as("%s, grouped %s", spans, grouping)
                        .isEqualTo(whole);
            }
        }
    }

    private static String json(CaseScan scan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonReport("test").write(Diagnosis.of(scan, Statements.NONE, Checks.all()), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
