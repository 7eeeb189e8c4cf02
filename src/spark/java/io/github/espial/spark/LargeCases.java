package io.github.espial.spark;

import io.github.espial.read.PieceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Diagnoses cases with large captures: pieces are scanned, what was seen goes through the shuffle, is put together in two
 * steps, and the case judged. Captures in which UDP end points turn out to carry ESP are scanned once more.
 */
final class LargeCases {
    private final JavaSparkContext spark;
    private final Broadcast<ClusterBatch> batch;
    private final Map<Integer, ListedCase> cases = new HashMap<>();
    private final List<LargeCapture> captures;

    /** @param captures of these cases that are scanned in pieces */
    LargeCases(
            JavaSparkContext spark,
            Broadcast<ClusterBatch> batch,
            List<ListedCase> cases,
            List<LargeCapture> captures) {
        this.spark = spark;
        this.batch = batch;
        this.captures = captures;
        cases.forEach(one -> this.cases.put(one.index(), one));
    }

    /** What came of each case. */
    List<Told> run() {
        JavaPairRDD<Integer, Tuple2<LargeCapture, byte[]>> scanned = scan(captures);
        List<Told> told = new ArrayList<>();
        Map<Integer, String> again = new HashMap<>();
        for (Told one : judge(scanned, cases.size())) {
            if (one.kind() == Told.Kind.AGAIN) {
                again.put(one.index(), one.text());
            } else {
                told.add(one);
            }
        }
        if (!again.isEmpty()) {
            List<LargeCapture> known = captures.stream()
                    .filter(capture -> again.containsKey(capture.ofCase()))
                    .map(capture -> capture.knowing(again.getOrDefault(capture.ofCase(), LargeCapture.NONE)))
                    .toList();
            List<Integer> concerned = List.copyOf(again.keySet());
            // What was scanned before is still there.
            told.addAll(
                    judge(scanned.filter(one -> concerned.contains(one._1())).union(scan(known)), concerned.size()));
        }
        return told;
    }

    private List<Told> judge(JavaPairRDD<Integer, Tuple2<LargeCapture, byte[]>> scanned, int number) {
        return scanned.groupByKey(Math.min(number, 4 * spark.defaultParallelism()))
                .map(new JudgeCase(batch, cases))
                .collect();
    }

    private JavaPairRDD<Integer, Tuple2<LargeCapture, byte[]>> scan(List<LargeCapture> large) {
        Broadcast<ClusterBatch> told = batch;
        Broadcast<LargeCapture[]> all = spark.broadcast(large.toArray(LargeCapture[]::new));
        List<PieceWork> work = work(large);
        int groups = (int) work.stream().map(PieceWork::group).distinct().count();
        return spark.parallelize(work, work.size())
                .mapToPair(new ScanPiece(told, all))
                .groupByKey(groups)
                .mapToPair(group -> {
                    String[] name = group._1().split(" ", -1);
                    int capture = Integer.parseInt(name[0]);
                    byte[] joined = new JoinPieces(told, all.value()[capture]).join(group._2());
                    return new Tuple2<>(capture, new Tuple2<>(Integer.parseInt(name[1]), joined));
                })
                .groupByKey(large.size())
                .mapToPair(whole -> {
                    LargeCapture capture = all.value()[whole._1()];
                    byte[] joined = new JoinPieces(told, capture).join(whole._2());
                    return new Tuple2<>(capture.ofCase(), new Tuple2<>(capture, joined));
                });
    }

    private List<PieceWork> work(List<LargeCapture> large) {
        List<PieceWork> work = new ArrayList<>();
        for (int capture = 0; capture < large.size(); capture++) {
            List<PieceSpan> spans = large.get(capture).spans(batch.value().pieceOctets());
            for (int piece = 0; piece < spans.size(); piece++) {
                work.add(new PieceWork(
                        capture,
                        piece,
                        spans.get(piece).from(),
                        spans.get(piece).to()));
            }
        }
        return work;
    }
}
