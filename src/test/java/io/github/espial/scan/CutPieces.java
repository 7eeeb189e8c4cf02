package io.github.espial.scan;

import io.github.espial.capture.CaptureException;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.read.PieceSpan;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.DecompressionLimit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Pieces of a capture, cut at random, each scanned, written and read back as if by a process of its own. */
public final class CutPieces {
    private CutPieces() {}

    /** How pieces are grouped when they are put together. */
    public enum Grouping {
        /** ((a b) c). */
        FROM_THE_LEFT,
        /** (a (b c)). */
        FROM_THE_RIGHT,
        AT_RANDOM;

        private int next(int pieces, Random random) {
            return switch (this) {
                case FROM_THE_LEFT -> 0;
                case FROM_THE_RIGHT -> pieces - 2;
                case AT_RANDOM -> random.nextInt(pieces - 1);
            };
        }
    }

    /** So many spans, some of which may be empty. */
    public static List<PieceSpan> spans(long octets, int pieces, Random random) {
        long[] ends = random.longs(pieces - 1L, 1, octets).sorted().toArray();
        List<PieceSpan> spans = new ArrayList<>();
        long from = 0;
        for (long to : LongStream.concat(LongStream.of(ends), LongStream.of(Long.MAX_VALUE))
                .toArray()) {
            spans.add(new PieceSpan(from, to));
            from = to;
        }
        return spans;
    }

    /** The case of one capture that can be divided, scanned as {@link CaseScan} does: again where ports showed up. */
    public static CaseScan scan(CaptureSource source, List<PieceSpan> spans, Grouping grouping, Random random)
            throws IOException {
        CaptureScan first = joined(source, spans, new UdpPairs(), grouping, random);
        return CaseScan.of(List.of(
                first.observations().pairs().isEmpty()
                        ? first
                        : joined(source, spans, first.observations().pairs(), grouping, random)));
    }

    private static CaptureScan joined(
            CaptureSource source, List<PieceSpan> spans, UdpPairs known, Grouping grouping, Random random)
            throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (PieceSpan span : spans) {
            pieces.add(elsewhere(source, span, known));
        }
        try (ScannedPieces here = open(source, known)) {
            while (pieces.size() > 1) {
                int at = grouping.next(pieces.size(), random);
                pieces.set(at, here.join(pieces.get(at), pieces.remove(at + 1)));
            }
            return here.scan(pieces.get(0));
        }
    }

    private static Piece elsewhere(CaptureSource source, PieceSpan span, UdpPairs known) throws IOException {
        ScanKey key = new ScanKey("content", "test", TimeWindow.EVERYTHING, known, DecompressionLimit.USUAL);
        try (ScannedPieces there = open(source, known)) {
            byte[] sent = PieceForm.toOctets(key, there.scan(span));
            return PieceForm.read(ByteBuffer.wrap(sent), key, 0);
        }
    }

    private static ScannedPieces open(CaptureSource source, UdpPairs known) throws CaptureException {
        return ScannedPieces.open(source, 0, known, TimeWindow.EVERYTHING).orElseThrow();
    }
}
